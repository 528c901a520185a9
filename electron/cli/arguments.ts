// Reads the command line: a command, paths, and named options. Pure.
import { type Result, err, ok } from '../../src/domain/result.ts';
import { problem } from '../../src/domain/problem.ts';

/** Whether an option stands alone or takes the next word, and the words it may take; `texts` may be given again. */
export type OptionKind = 'flag' | 'text' | 'texts' | readonly string[];
export type OptionTable = Readonly<Record<string, OptionKind>>;

export type ParsedArguments = {
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** Options that may be given several times, in the order they were given. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
};

/** Parses the words after the command. `--` ends the options; `--name=value` is the same as two words. */
export function parseArguments(
  words: readonly string[],
  options: OptionTable,
): Result<ParsedArguments> {
  const paths: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      paths.push(...rest.splice(0));
    } else if (!word.startsWith('--')) {
      paths.push(word);
    } else {
      const [name, inline] = splitOnce(word.slice(2));
      const kind = Object.hasOwn(options, name) ? options[name] : undefined;
      if (kind === undefined) return wrong(`There is no option --${name}.`);
      if (kind === 'flag') {
        if (inline !== undefined) return wrong(`--${name} takes no value.`);
        flags.add(name);
        continue;
      }
      const value = inline ?? rest.shift();
      if (value === undefined) return wrong(`--${name} needs a value.`);
      if (kind === 'texts') {
        lists.set(name, [...(lists.get(name) ?? []), value]);
        continue;
      }
      if (kind !== 'text' && !kind.includes(value)) {
        return wrong(`--${name} can be ${kind.join(' or ')}.`);
      }
      values.set(name, value);
    }
  }
  return ok({ paths, flags, values, lists });
}

/** Wrong usage with a sentence about what is wrong. */
export function wrong(hint: string): Result<never> {
  return err(problem('cli/wrong-usage', { params: { hint } }));
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
