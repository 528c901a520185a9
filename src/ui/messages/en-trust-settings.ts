// The sentences for the settings of trust: schedules of checking again, and whom the person trusts. Part of en.ts.

export const enTrustSettings = {
  'recheck.title': 'Check again by itself',
  'recheck.text':
    'Laurel can ask sites again now and then, in the background and slowly. Nothing is asked before you switch it on; every request stands in the list of requests.',
  'recheck.private':
    'In the private way, Laurel fetches whole lists at fixed times, so no one can see which credential you look at.',
  'recheck.none': 'No credential of this library names a site that could be asked.',
  'recheck.hosts': 'Sites that can be asked again',
  'recheck.credentials': { one: '1 credential', other: '{count} credentials' },
  'recheck.noCredentials': 'No credential names it now',
  'recheck.every': 'How often {host} is asked',
  'recheck.every.off': 'Off',
  'recheck.every.day': 'Every day',
  'recheck.every.week': 'Every week',
  'recheck.every.month': 'Every month',
  'recheck.privately': 'Private way',
  'recheck.ofHost': ' of asking {host}',
  'recheck.privateHelp': 'Only whole status lists, at fixed times.',
  'recheck.openHelp': 'Also the copies of single credentials; the site sees which ones you have.',
  'recheck.neverRan': 'Not asked yet.',
  'recheck.lastRun': 'Asked last on {when}.',
  'recheck.nextRun': 'Next on {when}.',
  'recheck.on': '{host} will be asked by itself.',
  'recheck.off': '{host} will no longer be asked by itself.',

  'trusted.title': 'Whom you trust',
  'trusted.text':
    'Issuers you marked as trusted, and lists that say who an issuer is. A list says nothing about the quality of what is issued.',
  'trusted.pins': 'Issuers you marked as trusted',
  'trusted.noPins': 'None yet. Mark one where the checks of its credential name it.',
  'trusted.withKeys': {
    one: 'Trusted with the key it signed with then.',
    other: 'Trusted with the {count} keys it signed with then.',
  },
  'trusted.withoutKey': 'Trusted by its site alone, without a key.',
  'trusted.registries': 'Registries of issuers',
  'trusted.noRegistries': 'None. Add one that you trust.',
  'trusted.lists': 'Lists of trusted certificates',
  'trusted.noLists': 'None. European Digital Credentials are sealed with such certificates.',
  'trusted.import': 'Add from a file…',
  'trusted.fetch': 'Fetch a registry…',
  'trusted.fetchAgain': 'Fetch again…',
  'trusted.fetchAgainNamed': 'Fetch again… ({name})',
  'trusted.kinds':
    'Files of the Digital Credentials Consortium, lists of issuers as JSON or CSV, statements of OpenID Federation, and European trusted lists as XML. Their signatures are not checked: what you add here, you vouch for.',
  'trusted.imported': '{name} was added.',
  'trusted.removed': 'Removed.',
  'trusted.remove': 'Remove {name}',
  'trusted.issuers': { one: '1 issuer.', other: '{count} issuers.' },
  'trusted.certificates': { one: '1 certificate.', other: '{count} certificates.' },
  'trusted.receivedOn': 'Added on {day}.',
  'trusted.madeOn': 'As of {day}.',
  'trusted.outOfDate': 'A newer list was due on {day}. Add it to be sure.',

  'registry.title': 'Fetch a registry',
  'registry.text':
    'Paste the address of a registry that you trust. The copy you have now stays in your library.',
  'registry.address': 'Address of the registry',
} as const satisfies Readonly<
  Record<string, string | { readonly one: string; readonly other: string }>
>;
