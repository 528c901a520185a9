// The classes of Open Badges 3.0 (§B Data model) and Comprehensive Learner Record 2.0 (§B) as tables: which
// fields, of which kind, which are required. Data only; class-form.ts applies it. Written from the published
// data models, so that no schema is ever fetched or compiled.

/** What a field holds. `text` may carry a language, `address` is an absolute URL or URN. */
export type FieldKind =
  'text' | 'word' | 'address' | 'number' | 'yes-or-no' | 'date' | 'credential' | ClassName;

/** `required`: must be there. `many`: may stand several times; otherwise one value, bare or alone in a list. */
export type FieldRule =
  FieldKind | `${FieldKind} required` | `${FieldKind} many` | `${FieldKind} many required`;

export type ClassRule = {
  /** The type that a node of the class must name; absent where the data model asks for none. */
  readonly type?: string | readonly string[];
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** True where an address may stand for the whole node. */
  readonly mayBeAddress?: boolean;
};

export type ClassName =
  | 'AchievementCredential'
  | 'AchievementSubject'
  | 'Achievement'
  | 'Alignment'
  | 'Address'
  | 'Association'
  | 'ClrCredential'
  | 'ClrSubject'
  | 'Criteria'
  | 'EndorsementCredential'
  | 'EndorsementSubject'
  | 'Evidence'
  | 'GeoCoordinates'
  | 'IdentifierEntry'
  | 'IdentityObject'
  | 'Image'
  | 'Profile'
  | 'Related'
  | 'Result'
  | 'ResultDescription'
  | 'RubricCriterionLevel';

const OF_EVERY_CREDENTIAL = {
  name: 'text',
  description: 'text',
  image: 'Image',
  awardedDate: 'date',
  issuer: 'Profile required',
  evidence: 'Evidence many',
} as const;

const PERSON_NAMES = {
  familyName: 'word',
  givenName: 'word',
  additionalName: 'word',
  patronymicName: 'word',
  honorificPrefix: 'word',
  honorificSuffix: 'word',
  familyNamePrefix: 'word',
} as const;

/** The tables. A field that a table does not name is free: both data models allow extensions. */
export const CLASS_RULES: Readonly<Record<ClassName, ClassRule>> = {
  AchievementCredential: {
    type: ['AchievementCredential', 'OpenBadgeCredential'],
    fields: {
      ...OF_EVERY_CREDENTIAL,
      id: 'address',
      credentialSubject: 'AchievementSubject required',
    },
  },
  EndorsementCredential: {
    type: 'EndorsementCredential',
    fields: {
      ...OF_EVERY_CREDENTIAL,
      id: 'address',
      credentialSubject: 'EndorsementSubject required',
    },
  },
  ClrCredential: {
    type: 'ClrCredential',
    fields: { ...OF_EVERY_CREDENTIAL, id: 'address', credentialSubject: 'ClrSubject required' },
  },
  AchievementSubject: {
    type: 'AchievementSubject',
    fields: {
      id: 'address',
      activityEndDate: 'date',
      activityStartDate: 'date',
      creditsEarned: 'number',
      achievement: 'Achievement required',
      identifier: 'IdentityObject many',
      image: 'Image',
      licenseNumber: 'word',
      narrative: 'text',
      result: 'Result many',
      role: 'word',
      source: 'Profile',
      term: 'word',
    },
  },
  EndorsementSubject: {
    type: 'EndorsementSubject',
    fields: { id: 'address required', endorsementComment: 'text' },
  },
  ClrSubject: {
    type: 'ClrSubject',
    fields: {
      id: 'address',
      identifier: 'IdentityObject many',
      achievement: 'Achievement many',
      verifiableCredential: 'credential many required',
      association: 'Association many',
    },
  },
  Association: {
    type: 'Association',
    fields: {
      associationType: 'word required',
      sourceId: 'address required',
      targetId: 'address required',
    },
  },
  Achievement: {
    type: 'Achievement',
    fields: {
      id: 'address required',
      alignment: 'Alignment many',
      achievementType: 'word',
      creator: 'Profile',
      creditsAvailable: 'number',
      criteria: 'Criteria required',
      description: 'text required',
      fieldOfStudy: 'word',
      humanCode: 'word',
      image: 'Image',
      inLanguage: 'word',
      name: 'text required',
      otherIdentifier: 'IdentifierEntry many',
      related: 'Related many',
      resultDescription: 'ResultDescription many',
      specialization: 'word',
      tag: 'word many',
      version: 'word',
    },
  },
  Alignment: {
    type: 'Alignment',
    fields: {
      targetCode: 'word',
      targetDescription: 'text',
      targetName: 'text required',
      targetFramework: 'word',
      targetType: 'word',
      targetUrl: 'address required',
    },
  },
  Criteria: { fields: { id: 'address', narrative: 'text' } },
  Evidence: {
    type: 'Evidence',
    fields: {
      id: 'address',
      narrative: 'text',
      name: 'text',
      description: 'text',
      genre: 'word',
      audience: 'word',
    },
  },
  IdentifierEntry: {
    type: 'IdentifierEntry',
    fields: { identifier: 'word required', identifierType: 'word required' },
  },
  IdentityObject: {
    type: 'IdentityObject',
    fields: {
      hashed: 'yes-or-no required',
      identityHash: 'word required',
      identityType: 'word required',
      salt: 'word',
    },
  },
  Image: { type: 'Image', fields: { id: 'address required', caption: 'text' }, mayBeAddress: true },
  Profile: {
    type: 'Profile',
    mayBeAddress: true,
    fields: {
      id: 'address required',
      name: 'text',
      url: 'address',
      phone: 'word',
      description: 'text',
      image: 'Image',
      email: 'word',
      address: 'Address',
      otherIdentifier: 'IdentifierEntry many',
      official: 'word',
      parentOrg: 'Profile',
      dateOfBirth: 'date',
      ...PERSON_NAMES,
    },
  },
  Address: {
    type: 'Address',
    fields: {
      addressCountry: 'word',
      addressCountryCode: 'word',
      addressRegion: 'word',
      addressLocality: 'word',
      streetAddress: 'word',
      postOfficeBoxNumber: 'word',
      postalCode: 'word',
      geo: 'GeoCoordinates',
    },
  },
  GeoCoordinates: {
    type: 'GeoCoordinates',
    fields: { latitude: 'number required', longitude: 'number required' },
  },
  Related: {
    type: 'Related',
    fields: { id: 'address required', inLanguage: 'word', version: 'word' },
  },
  Result: {
    type: 'Result',
    fields: {
      achievedLevel: 'address',
      alignment: 'Alignment many',
      resultDescription: 'address',
      status: 'word',
      value: 'word',
    },
  },
  ResultDescription: {
    type: 'ResultDescription',
    fields: {
      id: 'address required',
      alignment: 'Alignment many',
      allowedValue: 'word many',
      name: 'text required',
      requiredLevel: 'address',
      requiredValue: 'word',
      resultType: 'word required',
      rubricCriterionLevel: 'RubricCriterionLevel many',
      valueMax: 'word',
      valueMin: 'word',
    },
  },
  RubricCriterionLevel: {
    type: 'RubricCriterionLevel',
    fields: {
      id: 'address required',
      alignment: 'Alignment many',
      description: 'text',
      level: 'word',
      name: 'text required',
      points: 'word',
    },
  },
};
