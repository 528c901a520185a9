// The sentence for every problem, in English: what happened, why, and what to do next. A record over the
// code union, so a new code without a sentence does not compile. No jargon, no exclamation marks.
import type { Problem, ProblemCode, ProblemParams } from './problem.ts';

type Sentence = string | ((params: ProblemParams) => string);

/** The sentence for a problem. Safe to show; `cause` is never part of it. */
export function problemWording(problem: Problem): string {
  const sentence = PROBLEMS[problem.code] as Sentence | undefined;
  if (sentence === undefined) return PROBLEMS['host/internal'] as string;
  return typeof sentence === 'string' ? sentence : sentence(problem.params ?? {});
}

const PROBLEMS: Readonly<Record<ProblemCode, Sentence>> = {
  'input/empty-file':
    'This file is empty, so there is nothing to read. Download it again from where you got it.',
  'input/too-large': (p) =>
    `This file is larger than ${p['limit'] ?? '200 MB'}, which is more than Laurel takes in. Ask for a smaller copy.`,
  'input/unknown-kind':
    'Laurel does not know this kind of file. It is kept as it is, so nothing is lost.',
  'input/not-text':
    'This file should hold text but does not. It may be damaged; download it again.',
  'input/took-too-long':
    'Reading this file took too long, so Laurel stopped. What was found before that is shown; open the file with another program to see the rest.',
  'input/reader-crashed':
    'Reading this file failed in a way Laurel did not expect, so nothing of it was read. Try another copy of it.',
  'input/cancelled': 'You stopped the import before this file’s turn. Add it again when you like.',
  'input/no-such-path': (p) =>
    `There is no file or folder at ${p['path'] ?? 'that place'}. Check the spelling.`,
  'json/invalid':
    'The text of this credential is broken and cannot be read. Download it again or ask the issuer for a new copy.',
  'json/too-deep': (p) =>
    `The data in this file is nested too deeply (more than ${p['limit'] ?? 64} levels), so it was not opened. Genuine credentials are never built like this.`,
  'json/too-many-values':
    'This file holds more data than any credential needs, so it was not opened.',
  'json/duplicate-key': (p) =>
    p['key'] === undefined
      ? 'This credential repeats a field and cannot be trusted: two readers could see two different things.'
      : `This credential repeats the field “${p['key']}” and cannot be trusted: two readers could see two different things.`,
  'json/bad-number':
    'This credential holds a number that programs read differently, so its signature cannot be trusted.',
  'json/bad-unicode':
    'The text of this credential is damaged (it is not proper Unicode). Download it again.',
  'xml/invalid': 'The inside of this picture file is broken and cannot be read. Download it again.',
  'xml/unsafe':
    'This picture contains unsafe instructions, so Laurel did not open it. Ask the issuer for another copy.',
  'xml/too-deep': 'The inside of this picture file is nested too deeply, so it was not opened.',
  'jwt/invalid':
    'This looks like a signed credential, but a part of it is missing or damaged. Download it again.',
  'jwt/encrypted':
    'This credential is encrypted for somebody else’s wallet, so Laurel cannot read it. Ask for an unencrypted copy.',
  'png/damaged':
    'This picture file is damaged or cut short. Download it again if something is missing.',
  'png/text-too-large':
    'The hidden text in this picture is too large to be a credential, so it was not read.',
  'png/several-credentials':
    'This picture holds more than one credential. Each is listed on its own.',
  'picture/damaged': 'This picture is damaged and cannot be shown. Download it again.',
  'picture/too-large': 'This picture is too large to show. The original is kept as it is.',
  'picture/no-credential':
    'This picture holds no credential data, so it is kept as a document. If the provider offers a badge file or a PDF, add that as well.',
  'picture/other-kind': (p) =>
    `Laurel cannot look into pictures of this kind (${p['kind'] ?? 'unknown'}), so it is kept as a file. Save it as PNG or JPEG and add that as well.`,
  'pdf/damaged': 'This PDF is damaged. It is stored as a file, but could not be read.',
  'pdf/locked': 'This PDF needs a password. Save a copy without the password and add that.',
  'pdf/too-many-pages': (p) =>
    `This PDF has more than ${p['limit'] ?? '2,000'} pages, so it was stored but not read.`,
  'pdf/no-text':
    'This PDF is a picture without text, so its details could not be read. You can still print it.',
  'credential/not-recognised':
    'This file holds data, but not a credential that Laurel knows. It is kept as a document.',
  'credential/not-a-credential': (p) =>
    p['kind'] === undefined
      ? 'This file belongs to a credential but is not one itself. Add the credential file that the provider gave you.'
      : `This file is ${p['kind']}, not a credential. Add the credential file that the provider gave you.`,
  'credential/missing-field': (p) =>
    `The credential leaves out “${p['field'] ?? 'a field'}”, which its format requires.`,
  'credential/wrong-type': (p) =>
    `The credential’s “${p['field'] ?? 'field'}” is not of the kind its format requires.`,
  'credential/bad-date': (p) =>
    `The credential’s “${p['field'] ?? 'date'}” is not a real date, so it is left out.`,
  'credential/hidden-fields': (p) =>
    p['digest'] === undefined
      ? 'Some fields of this credential were not shared with this copy, so they stay hidden. Share it again from the wallet it came from, with all of its fields.'
      : `Some fields of this credential stay hidden: they are sealed in a way that Laurel cannot match yet (${p['digest']}). Its other fields are shown.`,
  'credential/mixed-versions':
    'The credential mixes two versions of its format, so programs may read it differently.',
  'credential/forms-disagree':
    'The credential states the same thing twice and the two do not agree.',
  'credential/only-a-link':
    'This file holds only a link to the credential. The details are on the issuer’s site.',
  'credential/withdrawn': (p) =>
    `“${p['title'] ?? 'A credential'}” was withdrawn by its issuer, says the provider, and was left out. Ask the issuer why.`,
  'credential/entries-not-read': (p) =>
    `${p['count'] === 1 ? '1 entry' : `${p['count'] ?? 'Some'} entries`} of the list could not be read. Compare the list with the provider’s page and add what is missing by hand.`,
  'credential/too-many': (p) =>
    `This file holds more than ${p['limit'] ?? '1,000'} credentials. The first ${p['limit'] ?? '1,000'} are listed; split the file to add the rest.`,
  'library/disk-full':
    'Not saved yet: the disk is full. Free some space and Laurel will save it; your change is kept here until then.',
  'library/not-writable':
    'Not saved yet: Laurel may not write to its library folder. Check the folder’s permissions.',
  'library/already-open':
    'This library is already open in another Laurel window. Close it there first.',
  'library/damaged-file-set-aside': (p) =>
    `A damaged file in the library folder was set aside as ${p['file'] ?? 'a .damaged file'}. Everything that could be read was recovered.`,
  'library/newer-format':
    'This library was made by a newer version of Laurel. Nothing was changed; update Laurel to open it.',
  'library/original-missing':
    'The original file is missing from the library folder. Restore it from a backup if you have one.',
  'library/original-damaged':
    'The original file on disk has changed since it was added. Restore it from a backup if you have one.',
  'library/not-open': 'No library is open. Start Laurel again.',
  'library/duplicate-original': 'This exact file is already in your library, so nothing was added.',
  'library/not-found':
    'This library is not in Laurel’s folder any more. Restore it from a backup, or start a new one.',
  'library/other-device-unreadable':
    'Some changes from another computer could not be read yet. They are left as they are and are tried again next time.',
  'portfolio/nothing-selected': 'No credential is selected. Choose at least one to print.',
  'portfolio/typeset-failed':
    'The pages could not be made. Try again; if it fails once more, leave out the credential you added last.',
  'portfolio/append-failed': (p) =>
    `The pages of ${p['file'] ?? 'one original'} could not be added, so they are left out. Everything else is there.`,
  'portfolio/append-drops-standard':
    'Because original pages were added, the file no longer claims to meet the chosen PDF standard.',
  'portfolio/facsimile-failed': (p) =>
    `The picture of ${p['title'] ?? 'one credential'} could not be made, so its page shows the text alone.`,
  'host/unknown-channel': 'Laurel asked itself for something it does not know. Restart Laurel.',
  'host/bad-request': 'Laurel could not pass on this request. Restart Laurel and try again.',
  'host/bad-response': 'Laurel got an answer it does not understand. Restart Laurel and try again.',
  'host/too-large': 'This is too large to pass on in one go. Try with fewer files.',
  'host/timed-out': 'This took too long and was stopped. Try again.',
  'host/not-allowed': 'This request did not come from Laurel’s own window, so it was refused.',
  'host/unreachable':
    'Laurel’s background part does not answer. Your changes are kept here; start Laurel again to save them.',
  'host/internal':
    'Something went wrong inside Laurel. Nothing that was saved is lost; try again or restart Laurel.',
  'host/link-not-allowed':
    'This address cannot be opened from here. Only ordinary https addresses and e-mail addresses can.',
  'host/port-taken': ({ port }) =>
    `Another program uses port ${port}, which this installation of Laurel always uses. Close that program and start Laurel again, or start Laurel with another port: --port NUMBER.`,
  'host/session-ended':
    'This window is no longer connected to Laurel. Everything saved is on your disk; start Laurel again to open a new window.',
  'host/page-not-built':
    'Laurel’s window has not been built yet. Run “npm run build”, then start Laurel again.',
  'cli/wrong-usage': (p) =>
    `${p['hint'] ?? 'That is not how this command is used.'} Run “laurel help” to see how.`,
  'report/not-a-report':
    'This is no report that Laurel saved, or it was changed so that it cannot be read. Ask for it again, saved with everything it rests on.',
  'report/needs-original':
    'This report does not hold the credential it is about. Name the file of the credential beside it, with --original on the command line.',
  'archive/damaged': 'This archive is damaged and cannot be unpacked. Download it again.',
  'archive/too-large': (p) =>
    `This archive unpacks to more than ${p['limit'] ?? '512 MB'} and was not opened. Unpack it yourself and add the credentials.`,
  'archive/too-many-entries': (p) =>
    `This archive holds more than ${p['limit'] ?? '10,000'} files and was not opened. Unpack it yourself and add the credentials.`,
  'archive/suspicious':
    'This archive is built to mislead the program that unpacks it, so it was not opened.',
  'archive/encrypted':
    'This archive is locked with a password. Unpack it yourself and add the files.',
  'archive/nothing-inside':
    'This archive holds nothing that Laurel can read, so it is kept as a file.',
  'archive/only-private':
    'This archive holds private matters and no list of credentials, so nothing of it was kept.',
  'table/too-many-columns': (p) =>
    `Row ${p['row'] ?? 1} has ${p['columns'] ?? 'too many'} columns; at most ${p['limit'] ?? 500} can be read. Check that the separator is right.`,
  'table/too-many-rows': (p) =>
    `This table has more than ${p['limit'] ?? '100,000'} rows. Split it and add the parts.`,
  'table/cell-too-large': (p) =>
    `A cell in row ${p['row'] ?? 1} is larger than any real entry, so the table was not read.`,
  'table/unclosed-quote': (p) =>
    `A quotation mark in row ${p['row'] ?? 1} is never closed, so the table ends there. Correct it and add the file again.`,
  'table/not-text':
    'This table is not readable text. Save it again as CSV (UTF-8) or as an Excel workbook.',
  'table/empty': 'This table has no rows below its heading, so there is nothing to add.',
  'table/needs-columns':
    'Laurel is not sure what the columns of this table mean. Match them, look at the preview, and add the rows.',
  'table/workbook-damaged':
    'This workbook is damaged or locked. Save it again without a password and add that.',
  'table/other-workbook':
    'This workbook is of a kind that Laurel cannot read, or it has a password. Save it again as .xlsx or CSV without a password and add that.',
  'table/nothing-completed':
    'This list names courses, but none of them is marked as completed, so there is nothing to add.',
  'table/day-order-unknown': (p) =>
    `Dates such as ${p['example'] ?? '03/04/2025'} can be read in two ways, so they are left out. Choose whether the day or the month stands first.`,
  'mail/damaged': 'This mail could not be read to its end. What was found in it is listed.',
  'mail/nothing-found':
    'This mail holds no credential and no link to one that Laurel knows. It is kept as a file.',
  'text/nothing-recognised':
    'Laurel found no credential and no link to one in this text. Paste the address of the credential, or its data.',
  'link/not-earned':
    'This address describes a badge that anybody may earn. Open your own badge there and copy its address.',
  'link/wallet-offer':
    'This is an offer to put a credential into a wallet. Accept it in a wallet app, then export the credential and add the file here.',
  'link/compressed-code':
    'This code holds a credential in a packed form that Laurel could not unpack.',
  'ocr/unavailable':
    'The printed words could not be read, because the part of Laurel that reads pictures did not start. Try again.',
  'ocr/took-too-long':
    'Reading the printed words took too long and was stopped. The file is kept with what was found; add what is missing yourself.',
  'picture/data-address-refused':
    'A picture inside this credential is too large or not a picture, so it is not shown.',
  'net/not-allowed': (p) =>
    `Laurel asks nobody without your consent. Allow ${p['host'] ?? 'the site'} to go on.`,
  'net/not-https': 'Only secure addresses (https) are fetched. This one is not.',
  'net/private-address': 'The issuer’s address points inside your network, so it was not opened.',
  'net/unreachable': (p) =>
    `${p['host'] ?? 'The site'} could not be reached. Check the connection and try again.`,
  'net/timed-out': (p) => `${p['host'] ?? 'The site'} did not answer in time. Try again later.`,
  'net/too-many-redirects': (p) =>
    `${p['host'] ?? 'The site'} sent Laurel from one address to the next without end.`,
  'net/too-large': (p) =>
    `The answer of ${p['host'] ?? 'the site'} is larger than any credential, so it was not taken.`,
  'net/wrong-type': (p) =>
    `${p['host'] ?? 'The site'} answered with a web page or something else that is not a credential. It may want you to sign in.`,
  'net/changed-shape': (p) =>
    `${p['host'] ?? 'The site'} answered in a form that Laurel does not know. What you have is unchanged; download the credential there and add the file.`,
  'net/not-found': (p) =>
    `${p['host'] ?? 'The site'} does not know this address (404). Check it, or look whether it was made private.`,
  'net/gone': (p) =>
    `${p['host'] ?? 'The site'} says that this credential is gone (410). It may have been withdrawn.`,
  'net/made-private': (p) =>
    `${p['host'] ?? 'The site'} does not show this to the public. Make it public there, or download the credential and add the file.`,
  'net/too-many-requests': (p) =>
    `${p['host'] ?? 'The site'} asks for a pause${p['seconds'] === undefined ? '' : ` of ${p['seconds']} seconds`}. Try again later.`,
  'net/refused': (p) =>
    `${p['host'] ?? 'The site'} refused the request (${p['status'] ?? 'no reason given'}).`,
  'net/server-error': (p) =>
    `${p['host'] ?? 'The site'} has a fault of its own (${p['status'] ?? 500}). Try again later.`,
  'net/endless': (p) =>
    `${p['host'] ?? 'The site'} keeps offering more pages, so Laurel stopped. What was read so far is here.`,
  'net/forbidden-by-terms': (p) =>
    `The terms of ${p['host'] ?? 'this site'} forbid programs to read it. Download the credential there and add the file.`,
  'net/sign-in-failed': 'The sign-in was not finished, so nothing was fetched. Try again.',
  'net/too-many-for-one-check':
    'This would take more requests than Laurel makes in one go. What was read so far is here.',
  'net/address-refused':
    'This address has a user name, a port, a bare number or hidden characters in it, which a public credential never needs, so it was not opened.',
  'net/name-not-found': (p) =>
    `There is no site called ${p['host'] ?? 'like this'}, or this computer is offline. Check the address and the connection.`,
  'net/no-connection': (p) =>
    `${p['host'] ?? 'The site'} did not take the connection in time. Check your connection and try again later.`,
  'net/insecure': (p) =>
    `${p['host'] ?? 'The site'} could not prove that it is that site, so nothing was sent to it. Try again later; if it stays so, ask the issuer.`,
  'net/connection-lost': (p) =>
    `${p['host'] ?? 'The site'} hung up before it answered. Try again later.`,
  'net/too-slow': (p) =>
    `${p['host'] ?? 'The site'} answered too slowly, so Laurel stopped waiting. Try again later.`,
  'net/cut-off': (p) =>
    `The answer of ${p['host'] ?? 'the site'} ended too early and was not used. Try again.`,
  'net/damaged-answer': (p) =>
    `The answer of ${p['host'] ?? 'the site'} was garbled and was not used. Try again later.`,
  'net/headers-too-large': (p) =>
    `${p['host'] ?? 'The site'} sent far more around its answer than any honest site does, so it was not taken.`,
  'net/unpacks-too-large': (p) =>
    `The packed answer of ${p['host'] ?? 'the site'} unpacks to more than any credential, so it was not taken.`,
  'net/unknown-packing': (p) =>
    `${p['host'] ?? 'The site'} packed its answer in a way that Laurel does not know. Download the credential there and add the file.`,
  'net/bad-redirect': (p) =>
    `${p['host'] ?? 'The site'} sent Laurel on to somewhere that cannot be followed. Check the address.`,
  'net/busy':
    'Laurel is already asking for as much as it does at once. Wait for that to finish and try again.',
  'watch/no-such-folder': 'There is no folder at that place. Check the spelling.',
  'watch/not-readable': 'Laurel may not read that folder. Check its permissions or choose another.',
  'watch/stopped': 'The watched folder is gone, so nothing new arrives from it. Choose it again.',
  'watch/own-folder':
    'That is where Laurel keeps its own files. Choose the folder where your downloads arrive.',
  'watch/file-changed':
    'That file changed or went away while it was being read. If it is still there, it is offered again.',
  'inbox/columns-incomplete':
    'Choose the column that holds the title; without it a row says nothing.',
  'trust/not-bound':
    'Nothing ties this credential to its issuer’s key or site yet, so the issuer cannot be marked as trusted. Check it with the issuer first.',
  'trust/not-a-registry':
    'Laurel found no list of issuers in this file. It reads registries as JSON, tables with a name and an id or address in each row, and trusted lists as XML.',
  'trust/list-of-registries':
    'This file says where registries are, and not who issues. Fetch the registries that you want by their addresses.',
  'trust/list-of-lists':
    'This is the list of the countries’ trusted lists; it names no certificates itself. Add the list of the country that you need.',
  'trust/no-certificates':
    'This trusted list names no certificate whose status is “granted”, so nothing could be recognised by it.',
  'trust/too-many-entries': (p) =>
    `This registry names more than ${p['limit'] ?? '100,000'} issuers, which is more than Laurel takes. Nothing was added.`,
};
