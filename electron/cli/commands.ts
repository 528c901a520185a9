// The commands with their options, and the help text.
import type { OptionTable } from './arguments.ts';

export const COMMANDS = {
  inspect: { json: 'flag', online: 'flag' },
  verify: { json: 'flag', online: 'flag', documents: 'text', at: 'text' },
  portfolio: {
    json: 'flag',
    online: 'flag',
    template: ['appendix'],
    paper: ['a4', 'letter'],
    standard: ['ua-1', 'a-3a'],
    'append-originals': 'flag',
    title: 'text',
    name: 'text',
    out: 'text',
    documents: 'text',
    at: 'text',
    locale: 'text',
  },
} as const satisfies Readonly<Record<string, OptionTable>>;

export type CommandName = keyof typeof COMMANDS;

/** True for a command of the table. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

export const HELP = `Laurel reads, checks and prints credentials. Nothing is fetched from the network.

  laurel inspect PATH…      what each file holds
  laurel verify PATH…       what was and was not checked, credential by credential
      --documents DIR       stored copies of remote documents (DIR/index.json) stand in for the network
      --at INSTANT          judge dates as of then, such as 2026-05-12T00:00:00Z
  laurel portfolio PATH…    a résumé appendix as PDF
      --out FILE.pdf        where to write it
      --title T --name N    printed on it
      --template appendix   --paper a4|letter   --standard ua-1|a-3a   --locale en-GB
      --append-originals    adds the pages of original PDFs unchanged

  --json                    one JSON object per line on standard output

PATH is a file or a folder; folders are walked. Exit code 0: fine, 1: some inputs had problems, 2: wrong usage.`;
