// The sentence for every finding: what was found in a file, and where. Plain words.
import type { Finding, FindingCode } from './finding.ts';

type Params = NonNullable<Finding['params']>;
type Sentence = string | ((params: Params) => string);

/** The sentence for a finding. Values in it may be untrusted text; show it as text alone. */
export function findingWording(found: Finding): string {
  const sentence: Sentence = FINDINGS[found.code];
  return typeof sentence === 'string' ? sentence : sentence(found.params ?? {});
}

function counted(count: string | number | undefined, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count ?? 'Some'} ${many}`;
}

const FINDINGS: Readonly<Record<FindingCode, Sentence>> = {
  'found/credential': (p) => `The file is a credential (${p['format'] ?? 'known format'}).`,
  'found/in-picture-data': (p) =>
    `A credential stands inside the picture file (${p['where'] ?? 'hidden text'}).`,
  'found/in-svg': 'A credential stands inside the drawing.',
  'found/in-pdf-attachment': (p) =>
    `A credential is attached to the PDF${p['where'] === undefined ? '' : ` as “${p['where']}”`}.`,
  'found/in-pdf-properties': 'A credential stands in the properties of the PDF.',
  'found/in-qr-code': 'A QR code in the picture holds a credential or its address.',
  'found/in-mail-attachment': (p) =>
    `${counted(p['count'], 'attachment', 'attachments')} in the mail.`,
  'found/in-archive': (p) => `${counted(p['count'], 'file', 'files')} in the archive.`,
  'found/in-wallet-backup': (p) =>
    `${counted(p['count'], 'credential', 'credentials')} in the wallet backup.`,
  'found/in-presentation': (p) =>
    `${counted(p['count'], 'credential', 'credentials')} in one presentation.`,
  'found/listed': (p) =>
    `${counted(p['count'], 'credential', 'credentials')} named in ${p['name'] ?? 'a list'}.`,
  'found/nested': (p) =>
    `${counted(p['count'], 'credential', 'credentials')} inside a record of learning, each listed on its own.`,
  'found/text-layer': (p) => `Text that can be read (${counted(p['lines'], 'line', 'lines')}).`,
  'found/printed-words': (p) =>
    `Printed words, read from the picture (${counted(p['words'], 'word', 'words')}).`,
  'found/no-words': 'No printed words that can be read.',
  'found/printed-words-waiting': 'The printed words are being read and are added when done.',
  'found/link': (p) => `The address of a credential at ${p['host'] ?? 'its provider'}.`,
  'found/links': (p) => `${counted(p['count'], 'address', 'addresses')} of credentials.`,
  'found/rows': (p) => `${counted(p['count'], 'row', 'rows')} that name a credential.`,
  'found/skills': (p) => `A list of ${counted(p['count'], 'skill', 'skills')}.`,
  'found/provider': (p) => `Recognised as ${p['name'] ?? 'a known provider'}.`,
  'left-out/private-keys': (p) =>
    `${counted(p['count'], 'private key was', 'private keys were')} left out and not stored.`,
  'left-out/private-files': (p) =>
    `${counted(p['count'], 'file', 'files')} with private matters (messages, contacts) were not opened.`,
  'left-out/personal-fields': 'Personal details that no credential needs were left out.',
  'left-out/unsafe-name': (p) => `“${p['name'] ?? 'A file'}” was skipped: unsafe name.`,
  'left-out/nested-archive': (p) =>
    `“${p['name'] ?? 'An archive'}” is an archive inside the archive and was not opened.`,
  'left-out/too-large': (p) => `“${p['name'] ?? 'A file'}” was skipped: too large.`,
  'left-out/encrypted': (p) => `“${p['name'] ?? 'A file'}” was skipped: locked with a password.`,
  'left-out/unreadable': (p) =>
    `“${p['name'] ?? 'A file'}” was skipped: it is damaged or packed in a way that Laurel cannot unpack.`,
  'left-out/other-files': (p) =>
    `${counted(p['count'], 'other file that holds no credential was', 'other files that hold no credential were')} left out.`,
  'left-out/attachments': (p) =>
    `${counted(p['count'], 'attachment was', 'attachments were')} left out, more than Laurel takes from one file. Add what is missing by itself.`,
  'left-out/mails': (p) =>
    `${counted(p['count'], 'mail was', 'mails were')} not opened, more than Laurel reads from one mailbox. Split the mailbox to add the rest.`,
};
