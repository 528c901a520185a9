// Every sentence of the interface, in English. Keys are `area.what`. Plurals have `one` and `other`.
// Sentences for problems, checks and standings are in domain/wording.ts.
import { enFormats } from './en-formats.ts';
import { enGathering } from './en-gathering.ts';
import { enInbox } from './en-inbox.ts';
import { enTrustSettings } from './en-trust-settings.ts';
import { enTrust } from './en-trust.ts';

export const en = {
  ...enInbox,
  ...enGathering,
  ...enFormats,
  ...enTrust,
  ...enTrustSettings,
  'app.name': 'Laurel',
  'start.opening': 'Opening your library…',

  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.done': 'Done',
  'common.dismiss': 'Put away',
  'common.undo': 'Undo',
  'common.tryAgain': 'Try again',
  'common.copied': 'Copied.',
  'common.copyFailed': 'Could not copy. Select the text and copy it by keyboard.',
  'common.number': '{number}',

  'welcome.title': 'A home for everything you have earned',
  'welcome.lead':
    'Laurel gathers your badges and certificates in one place, checks each one, and prints the ones you choose.',
  'welcome.ownTitle': 'Add your own files',
  'welcome.ownText':
    'Drop badges, certificates, PDFs and pictures here, or whole folders. Laurel says what it found in each.',
  'welcome.ownButton': 'Choose files…',
  'welcome.samplesTitle': 'Look around first',
  'welcome.samplesText': 'Open a small library of invented credentials. It stays apart from yours.',
  'welcome.samplesButton': 'Explore with invented samples',
  'welcome.promiseLocal': 'Everything stays on this computer',
  'welcome.promiseNet': 'Nothing is fetched unless you ask',
  'welcome.promiseOriginal': 'Your original files are never changed',

  'drop.title': 'Drop to add',
  'drop.text': 'Laurel keeps a copy of every file exactly as it is.',

  'nav.label': 'Main',
  'nav.library': 'Library',
  'nav.inbox': 'Inbox',
  'nav.portfolio': 'Print appendix',
  'nav.bin': 'Bin',
  'nav.settings': 'Settings',
  'nav.shortcuts': 'Keyboard shortcuts',

  'panes.sidebar': 'Width of the sidebar',
  'panes.inspector': 'Width of the details',
  'panes.inspectorName': 'Details',

  'save.saved': 'Saved',
  'save.saving': { one: 'Saving 1 change…', other: 'Saving {count} changes…' },
  'save.notSaved': { one: '1 change is not saved yet', other: '{count} changes are not saved yet' },

  'samples.label': 'Invented samples',
  'samples.banner': 'You are exploring invented credentials.',
  'samples.leave': 'Start my own',
  'samples.dropTitle': 'Add these to your own library?',
  'samples.dropText':
    'The invented samples are open. Your own files go into your own library, which Laurel opens now.',
  'samples.dropOwn': { one: 'Add 1 file to my library', other: 'Add {count} files to my library' },

  'work.label': 'Work in progress',
  'work.import': 'Reading files: {done} of {total}',
  'work.verify': 'Checking credentials: {done} of {total}',
  'work.portfolio': 'Preparing pages: {done} of {total}',

  'act.import': { one: 'Added 1 credential', other: 'Added {count} credentials' },
  'act.tag': { one: 'Tagged 1 credential “{name}”', other: 'Tagged {count} credentials “{name}”' },
  'act.untag': {
    one: 'Took “{name}” off 1 credential',
    other: 'Took “{name}” off {count} credentials',
  },
  'act.notes': 'Changed notes',
  'act.bin': {
    one: 'Put 1 credential into the bin',
    other: 'Put {count} credentials into the bin',
  },
  'act.restore': { one: 'Restored 1 credential', other: 'Restored {count} credentials' },
  'act.deleteTag': 'Removed the tag “{name}”',

  'notices.label': 'What Laurel noticed when it opened',

  'failure.title': 'Laurel could not open your library',
  'failure.hostTitle': 'Laurel’s other half stopped answering',
  'failure.safe': 'What was saved is safe in your library folder.',
  'failure.screenTitle': 'This part of Laurel stumbled',
  'failure.screenText':
    'Something in Laurel itself went wrong here. Your library is not affected. Try again, or go to another part.',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.everywhere': 'Everywhere',
  'shortcuts.search': 'Search the library',
  'shortcuts.add': 'Add files',
  'shortcuts.print': 'Print the selection as an appendix',
  'shortcuts.undo': 'Undo',
  'shortcuts.redo': 'Redo',
  'shortcuts.move': 'Go up and down the list',
  'shortcuts.extend': 'Select more',
  'shortcuts.toggle': 'Select or leave out one',
  'shortcuts.all': 'Select everything in the list',
  'shortcuts.open': 'Open the credential',
  'shortcuts.tag': 'Tag the selection',
  'shortcuts.bin': 'Put the selection into the bin',
  'shortcuts.leave': 'Go back, or select nothing',
  'shortcuts.sheet': 'Show this sheet',

  'library.defaultName': 'My credentials',
  'library.total': { one: '1 credential', other: '{count} credentials' },
  'library.found': { one: '1 credential found', other: '{count} credentials found' },
  'library.foundOf': '{found} of {total} credentials',
  'library.searching': 'Opening the list…',
  'library.emptyTitle': 'Your library is empty',
  'library.emptyText':
    'Drop badges, certificates, PDFs or pictures anywhere in this window, or paste them. Laurel reads each one and says what it found.',
  'library.nothingTitle': 'Nothing found',
  'library.nothingText':
    'No credential matches these words and filters. Try fewer words, or take filters off.',
  'library.showAll': { one: 'Show the only credential', other: 'Show all {count} credentials' },

  'search.label': 'Search the library',
  'search.placeholder': 'Search titles, issuers, skills, notes',
  'search.clear': 'Clear the search',

  'filters.standing': 'Standing',
  'filters.flags': 'Attention',
  'filters.tags': 'Tags',
  'filters.chosen': 'chosen',
  'filters.noFlags': 'Nothing here is expired, revoked or in doubt.',
  'filters.noTags': 'No tags yet. Select credentials and tag them.',

  'sort.label': 'Sort',
  'sort.relevance': 'Best match',
  'sort.issuedOn': 'Date issued',
  'sort.validUntil': 'Date it ends',
  'sort.title': 'Title',
  'sort.issuer': 'Issuer',
  'sort.addedAt': 'Date added',
  'sort.standing': 'Standing',

  'density.toCompact': 'Show more rows',
  'density.toComfortable': 'Show roomier rows',

  'grid.title': 'Credential',
  'grid.issued': 'Issued',
  'grid.ends': 'Ends',
  'grid.standing': 'Standing',
  'grid.tags': 'Tags',
  'grid.selectAll': 'Select all',
  'grid.selectNone': 'Select none',
  'grid.selected': 'Selected',
  'grid.help':
    'Arrow keys move, Space selects, Shift and arrows select more, Enter opens the credential.',

  'selection.label': 'Selected credentials',
  'selection.count': { one: '1 selected', other: '{count} selected' },
  'selection.tag': 'Tag…',
  'selection.check': 'Check again',
  'selection.bin': 'Bin',
  'selection.print': 'Print appendix…',
  'selection.clear': 'Select nothing',

  'tags.title': { one: 'Tags of 1 credential', other: 'Tags of {count} credentials' },
  'tags.name': 'Tag name',
  'tags.put': 'Add tag',
  'tags.make': 'Make tag',
  'tags.add': 'Add tag',
  'tags.remove': 'Take off the tag {name}',
  'tags.existing': 'Tags in this library',
  'tags.more': { one: '1 more', other: '{count} more' },
  'tags.hint': 'Tags are words of your own, such as a role you apply for or a subject.',

  'dates.none': 'no date',
  'dates.endsToday': 'Ends today',
  'dates.endsIn': { one: 'Ends in 1 day', other: 'Ends in {count} days' },

  'hidden.short': '(contains hidden characters)',
  'hidden.chip': 'Contains hidden characters: {names}',
  'hidden.chipMore': 'Contains hidden characters: {names} and {more} more',

  'outcome.read': 'Read',
  'outcome.kept': 'Kept as a document',
  'outcome.refused': 'Could not be read',
  'outcome.duplicate': 'Already in your library',
  'outcome.cancelled': 'Not read: you stopped',
  'outcome.needsColumns': 'Match its columns',
  'outcome.staged': 'Waiting to be read',
  'outcome.decided': 'Decided',
  'outcome.opened': 'Opened',

  'inspector.noneTitle': 'Nothing selected',
  'inspector.noneText': 'Choose a credential to see what it says and how it was checked.',
  'inspector.several': { one: '1 credential selected', other: '{count} credentials selected' },
  'inspector.severalText':
    'Tag them, check them again, or print them together with the bar below the list.',
  'inspector.open': 'Open the full view',

  'credential.untitled': 'Untitled credential',
  'credential.noIssuer': 'No issuer named',
  'credential.gone': 'This credential is no longer in the library.',

  'detail.parts': 'Parts of this credential',
  'detail.about': 'About',
  'detail.original': 'Original',
  'detail.checks': 'Checks',
  'detail.problems': 'Problems with this credential',
  'detail.tags': 'Tags',
  'detail.skills': 'Skills',
  'detail.description': 'Description',
  'detail.criteria': 'What it took',
  'detail.evidence': 'Evidence',
  'detail.notes': 'Your notes',
  'detail.pictureNotLoaded': 'Picture not loaded:',
  'detail.toLibrary': 'Library',
  'detail.toBin': 'Bin',
  'detail.toInbox': 'Inbox',
  'detail.previous': 'Previous credential',
  'detail.next': 'Next credential',
  'detail.position': '{at} of {of}',

  'fact.recipient': 'Issued to',
  'fact.issued': 'Issued',
  'fact.validFrom': 'Valid from',
  'fact.ends': 'Ends',
  'fact.noEnd': 'No end date',
  'fact.number': 'Number',
  'fact.copyNumber': 'Copy the number',
  'fact.verify': 'Verify at',
  'fact.type': 'Kind',
  'fact.format': 'Format',
  'fact.file': 'File',
  'fact.added': 'Added',

  'skill.issuer': 'named by the issuer',
  'skill.extracted': 'found in the text',
  'skill.holder': 'added by you',
  'skill.coach': 'added by your coach',

  'notes.help': 'Kept by itself while you type. Only you see your notes.',

  'checks.failed': 'Failed',
  'checks.passed': 'Passed',
  'checks.notChecked': 'Not checked',
  'checks.notApplicable': 'Does not apply here',
  'checks.checkedOn': 'Checked on {when}',
  'checks.never': 'This credential has not been checked yet.',
  'checks.again': 'Check again',
  'checks.now': 'Check now',
  'checks.noNetwork': 'These checks ran on this computer alone. Nothing was fetched.',

  'original.show': 'How to show the original',
  'original.picture': 'Picture',
  'original.pages': 'Pages',
  'original.data': 'Data',
  'original.save': 'Save a copy…',
  'original.noView':
    'Laurel cannot show this kind of file. Save a copy to open it with another program.',
  'original.loading': 'Preparing the page…',
  'original.page': 'Page {page} of {pages}',
  'original.pictureAlt': 'The original, page {page} of {pages}',
  'original.previous': 'Previous page',
  'original.next': 'Next page',
  'original.smaller': 'Smaller',
  'original.larger': 'Larger',
  'original.fit': 'Whole page',
  'original.zoom': '{percent} %',
  'original.tools': 'Pages and size',

  'data.label': 'Data of the credential',
  'data.decoded':
    'This is the signed token, decoded. It is shown as it stands; the checks say whether its signature holds.',
  'data.unreadable':
    'The data of this credential cannot be shown. Save a copy to look at it with another program.',
  'data.text': 'Text of the original',
  'data.beginning': 'Its beginning. Save a copy to see all of it.',
  'data.entries': { one: '1 entry', other: '{count} entries' },

  'link.title': 'Open this address outside Laurel?',
  'link.titleOther': 'Laurel does not open this address',
  'link.leaves':
    'Your browser will open it, and the site will see that you came. The address was written by the credential, not by Laurel.',
  'link.notOpened': 'It is not a web or e-mail address that is safe to open. You can copy it.',
  'link.open': 'Open in browser',
  'link.openMail': 'Write an e-mail',
  'link.copy': 'Copy the address',
  'link.openThis': 'Open {url}',

  'portfolio.title': 'Print an appendix',
  'portfolio.defaultTitle': 'Appendix: certificates and badges',
  'portfolio.titleField': 'Title',
  'portfolio.name': 'Your name',
  'portfolio.nameHelp': 'Stands under the title. May stay empty.',
  'portfolio.order': { one: '1 credential', other: '{count} credentials, in this order' },
  'portfolio.up': 'Move up: {title}',
  'portfolio.down': 'Move down: {title}',
  'portfolio.leaveOut': 'Leave out: {title}',
  'portfolio.moved': 'Now at place {at} of {of}.',
  'portfolio.paper': 'Paper',
  'portfolio.a4': 'A4',
  'portfolio.letter': 'Letter',
  'portfolio.standard': 'Kind of PDF',
  'portfolio.ua1': 'Accessible',
  'portfolio.ua1Help': 'Screen readers can read it in order (PDF/UA-1). The best choice for most.',
  'portfolio.a3a': 'For the archive',
  'portfolio.a3aHelp': 'Made to last, with your original files attached inside (PDF/A-3a).',
  'portfolio.plain': 'Plain',
  'portfolio.plainHelp': 'The smallest file, without a promise to follow a standard.',
  'portfolio.reports': 'Add check reports',
  'portfolio.reportsHelp':
    'A page behind each credential says what was and was not checked, in words for an employer.',
  'portfolio.append': 'Append original PDFs',
  'portfolio.appendHelp': 'Their pages follow unchanged at the end.',
  'portfolio.build': 'Build pages',
  'portfolio.buildAgain': 'Build again',
  'portfolio.building': 'Building pages…',
  'portfolio.built': { one: 'The appendix has 1 page.', other: 'The appendix has {count} pages.' },
  'portfolio.pages': { one: '1 page', other: '{count} pages' },
  'portfolio.stale': 'you changed something; build again to see it',
  'portfolio.save': 'Save PDF…',
  'portfolio.saved': 'Saved.',
  'portfolio.preview': 'Preview',
  'portfolio.previewTitle': 'Your pages appear here',
  'portfolio.previewText':
    'Put the credentials in order, choose the paper, then build the pages. Nothing is saved before you say so.',

  'bin.text':
    'Credentials stay here for 30 days and then leave the library. The original files stay in your library folder.',
  'bin.emptyTitle': 'The bin is empty',
  'bin.emptyText': 'A credential that you put into the bin leaves the library, but is not lost.',
  'bin.toLibrary': 'Go to the library',
  'bin.since': 'In the bin since {when}',
  'bin.restore': 'Restore',
  'bin.restoreAll': { one: 'Restore 1', other: 'Restore all {count}' },

  'settings.looks': 'Looks',
  'settings.theme': 'Theme',
  'settings.themeSystem': 'As on this computer',
  'settings.themeLight': 'Light',
  'settings.themeDark': 'Dark',
  'settings.density': 'Density of the list',
  'settings.comfortable': 'Comfortable',
  'settings.comfortableHelp': 'Roomy rows with pictures.',
  'settings.compact': 'Compact',
  'settings.compactHelp': 'More rows at once.',
  'settings.dates': 'Language of dates',
  'settings.datesExample': 'Dates look like this: {day}, or {month} where only the month is known.',
  'settings.where': 'These choices are kept on this computer and are not part of your library.',
} as const satisfies Readonly<
  Record<string, string | { readonly one: string; readonly other: string }>
>;

export type Messages = typeof en;
export type MessageKey = keyof Messages;
/** Keys of messages that take nothing, for tables that name a message. */
export type PlainKey = {
  [Key in MessageKey]: Messages[Key] extends string
    ? Messages[Key] extends `${string}{${string}`
      ? never
      : Key
    : never;
}[MessageKey];
