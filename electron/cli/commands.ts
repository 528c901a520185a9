// The commands with their options, and the help text.
import type { OptionTable } from './arguments.ts';

export const COMMANDS = {
  inspect: { json: 'flag', online: 'flag' },
  verify: {
    json: 'flag',
    online: 'flag',
    evidence: 'flag',
    details: 'flag',
    recheck: 'flag',
    original: 'text',
    documents: 'text',
    at: 'text',
    registry: 'texts',
    'trust-list': 'texts',
    recipient: 'texts',
    for: ['holder', 'employer'],
  },
  portfolio: {
    json: 'flag',
    online: 'flag',
    template: ['appendix'],
    paper: ['a4', 'letter'],
    standard: ['ua-1', 'a-3a'],
    'append-originals': 'flag',
    'check-reports': 'flag',
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

export const HELP = `Laurel reads, checks and prints credentials. Nothing is fetched from the network, except by verify --online.

  laurel inspect PATH…      what each file holds
  laurel verify PATH…       what was and was not checked, credential by credential
      --documents DIR       stored copies of remote documents (DIR/index.json) stand in for the network
      --at INSTANT          judge dates as of then, such as 2026-05-12T00:00:00Z
      --online              ask the sites that credentials name, each address once; says which were asked
      --evidence            ask for pages of evidence as well
      --registry FILE       issuers you trust: a registry as JSON or CSV; may be given again
      --trust-list FILE     authorities of seals you trust: a trusted list as XML or PEM; may be given again
      --recipient TEXT      you: a name, an e-mail address or a DID; may be given again
      --for holder|employer whom the sentences are for
      --details             what each check looked at, step by step
  laurel verify --recheck SAVED.zip
                            works out a saved report again from what is in it and says what differs
      --original FILE       the credential of a report that was saved as JSON alone
  laurel portfolio PATH…    a résumé appendix as PDF
      --out FILE.pdf        where to write it
      --title T --name N    printed on it
      --template appendix   --paper a4|letter   --standard ua-1|a-3a   --locale en-GB
      --check-reports       adds a page behind each credential with the whole report of its check
      --append-originals    adds the pages of original PDFs unchanged

  --json                    one JSON object per line on standard output

PATH is a file or a folder; folders are walked. Exit code 0: fine, 1: some inputs had problems, 2: wrong usage.`;
