// What the command line prints: results on stdout (JSON lines or people's words), progress on stderr.
import { stderr, stdout } from 'node:process';

export type Output = {
  /** One result: the object under `--json`, the words otherwise. */
  result(value: unknown, words: () => string): void;
  progress(done: number, total: number, what: string): void;
  /** A sentence for people, on stderr. */
  say(sentence: string): void;
  finish(): Promise<void>;
};

/** Builds the output. Progress is drawn in place on a terminal and left out where stderr is a file. */
export function createOutput(json: boolean): Output {
  let drawn = false;
  const clear = (): void => {
    if (drawn) stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    result: (value, words) => {
      clear();
      stdout.write(`${json ? JSON.stringify(value) : visible(words())}\n`);
    },
    progress: (done, total, what) => {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(`${done} of ${total} ${what}`);
      drawn = true;
    },
    say: (sentence) => {
      clear();
      stderr.write(`${visible(sentence)}\n`);
    },
    finish: () =>
      new Promise((resolve) => {
        clear();
        stdout.write('', () => resolve());
      }),
  };
}

/** Control characters from files must not steer the terminal; line breaks of ours stay. */
export function visible(text: string): string {
  return text.replace(STEERING, (found) => (found === '\n' ? found : '\ufffd'));
}

// Control characters, and the marks that reorder or hide text on the line.
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
