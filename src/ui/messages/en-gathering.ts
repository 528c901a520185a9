// The sentences for adding things and for the settings of gathering: providers, watched folder, names and
// addresses, rules, the network. Part of en.ts.

export const enGathering = {
  'add.button': 'Add',
  'add.menu': 'Add to your library',
  'add.files': 'Choose files…',
  'add.folder': 'Choose a folder…',
  'add.paste': 'Paste text…',
  'add.provider': 'From a provider…',
  'add.watch': 'Watch a folder…',
  'add.tooMany':
    'This folder holds more than {limit} files. Laurel takes the first {limit}; add the rest in a second go.',

  'paste.title': 'Paste text',
  'paste.text':
    'An address, a credential as text, a signed token, the text of a QR code, or several of them, one per line. Nothing is fetched.',
  'paste.field': 'Text',
  'paste.add': 'Add',
  'paste.empty': 'Paste or type something first.',

  'provider.title': 'From a provider',
  'provider.text':
    'Paste the address of your profile, of a shared transcript, or of one credential. Laurel says where it would ask before anything is sent.',
  'provider.field': 'Address',
  'provider.unknown':
    'No provider that Laurel can ask knows this address. Save the badge or certificate there as a file, and add the file.',
  'provider.look': 'Look for an account at {host}',
  'provider.lookText':
    'If you have an account there and the host speaks a badge standard, Laurel can fetch the badges of your account after you sign in.',
  'provider.looking': 'Asking {host}…',
  'provider.lookTitle': 'Ask {host} about accounts?',
  'provider.lookSubject': 'How accounts there are read',
  'provider.signInTitle': 'Fetch your badges from {name}?',
  'provider.signInSubject': 'The credentials of your account',
  'provider.signInText':
    'The sign-in page opens in your browser. Laurel never sees your password, and forgets the permission when it is done.',
  'provider.signIn': 'Sign in',
  'provider.signInAlways': 'Sign in, and remember these hosts',
  'provider.go': 'Go on',
  'provider.consentTitle': 'Ask {name}?',
  'provider.asks': { one: 'Laurel will ask this host:', other: 'Laurel will ask these hosts:' },
  'provider.reveals': 'What the host learns',
  'provider.reveals.profile-name':
    'The name of the profile you pasted, and the address of your network connection.',
  'provider.reveals.credential-id':
    'Which credential you ask for, and the address of your network connection.',
  'provider.reveals.share-link':
    'The link that you pasted, and the address of your network connection.',
  'provider.reveals.look':
    'That somebody asks how accounts there are read, and the address of your network connection.',
  'provider.reveals.account':
    'Your account there, because you sign in, and the address of your network connection.',
  'provider.notSent':
    'Nothing else is sent: no cookies, no name, no other credential. The request is listed in the settings.',
  'provider.subject': 'Asked for',
  'provider.once': 'Ask this once',
  'provider.always': 'Ask, and remember this host',

  'watch.title': 'Watch a folder',
  'watch.text':
    'New files in one folder arrive in the inbox by themselves. Laurel only reads there; it never moves or changes a file.',
  'watch.suggestions': 'Folders on this computer',
  'watch.watchThis': 'Watch {name}',
  'watch.choose': 'Choose another folder…',
  'watch.path': 'Path of the folder',
  'watch.pathHelp': 'Such as /home/you/Certificates',
  'watch.start': 'Watch this folder',
  'watch.on': 'Watching “{name}” since {when}.',
  'watch.off': 'No folder is watched.',
  'watch.stop': 'Stop watching',
  'watch.started': 'Laurel watches the folder now.',
  'watch.stopped': 'Laurel no longer watches the folder.',

  'identities.title': 'Your names and addresses',
  'identities.text':
    'Names, e-mail addresses and other ids under which you earn credentials. They stay in your library and are compared on this computer only.',
  'identities.none': 'None yet. Add the name and the e-mail addresses on your certificates.',
  'identities.kind': 'Kind',
  'identities.name': 'Name',
  'identities.email': 'E-mail address',
  'identities.did': 'DID',
  'identities.url': 'Web address',
  'identities.other': 'Other id',
  'identities.value': 'Name or address',
  'identities.add': 'Add',
  'identities.remove': 'Remove {value}',
  'identities.same': 'This one is in the list already.',
  'identities.emailWrong': 'This is no e-mail address.',

  'rules.title': 'Rules for what comes in',
  'rules.text': 'What fits a rule is accepted or tagged by itself. Everything else waits for you.',
  'rules.none': 'No rules yet.',
  'rules.provider': 'Provider is',
  'rules.issuer': 'Issuer is',
  'rules.format': 'Kind is',
  'rules.standing': 'Standing is',
  'rules.any': 'Any',
  'rules.accept': 'Accept it',
  'rules.tags': 'Tag it',
  'rules.tagsHelp': 'Tags, with commas between them.',
  'rules.add': 'Add rule',
  'rules.remove': 'Remove the rule: {rule}',
  'rules.incomplete': 'Say at least one thing it must fit, and one thing to do.',
  'rules.whenProvider': 'from {value}',
  'rules.whenIssuer': 'issued by {value}',
  'rules.whenFormat': 'kind {value}',
  'rules.whenStanding': 'standing “{value}”',
  'rules.thenAccept': 'accept',
  'rules.thenTags': 'tag {tags}',
  'rules.sentence': '{when}: {then}',

  'network.title': 'Network',
  'network.text': 'Laurel asks a host only after you said so. Each request is listed here.',
  'network.allowed': 'Hosts you allowed for good',
  'network.allowedNone': 'None. Laurel asks you each time.',
  'network.since': 'since {when}',
  'network.forbid': 'Forbid',
  'network.forbidNamed': 'Forbid {host}',
  'network.history': 'Requests that were made',
  'network.historyNone': 'None. Laurel has not asked anybody.',
  'network.host': 'Host',
  'network.why': 'Why',
  'network.when': 'When',
  'network.outcome': 'Outcome',
  'network.more': 'Show older requests',
  'network.answered': 'Answered ({bytes})',
  'network.notAnswered': 'Not answered: {outcome}',

  'work.fetch': 'Asking: {done} of {total}',
  'work.words': 'Reading printed words: {done} of {total}',
  'work.secondsLeft': 'less than a minute left',
  'work.minutesLeft': { one: 'about 1 minute left', other: 'about {count} minutes left' },
  'work.keeps': 'Stop. What is done stays.',
} as const satisfies Readonly<
  Record<string, string | { readonly one: string; readonly other: string }>
>;
