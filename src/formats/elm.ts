// European Digital Credentials for Learning: the European Learning Model 3 as JSON-LD, and EBSI attestations of
// the same content. Adds what the model says to the plain reading of the verifiable credential; checks no seal.
import type { Achievement, CredentialReading, Issuer, Recipient } from '../domain/credential.ts';
import { finding } from '../domain/finding.ts';
import { learningOf } from './elm-learning.ts';
import { europeanPassage, europeanText, languageCode } from './elm-text.ts';
import { createReferences, lastingId } from './elm-references.ts';
import {
  firstAt,
  placeAt,
  placesAt,
  rootPlace,
  sourcesOf,
  textAt,
  type Place,
  type Placed,
} from './place.ts';
import { idOf, stringOf, typesOf, type JsonObject } from './json.ts';
import { defined, isWebUrl, type NodeSource, type PayloadReading } from './reading-parts.ts';
import { readVerifiableCredential } from './verifiable-credential.ts';

/** True for a credential of the European Learning Model 3, or an attestation built like one. */
export function isElm(node: JsonObject): boolean {
  const types = typesOf(node);
  if (types.some((type) => /(^|[:/#])EuropeanDigitalCredential$/.test(type))) return true;
  return (
    types.includes('VerifiableAttestation') && CLAIM_FIELDS.some((f) => placeAt(rootPlace(node), f))
  );
}

// Where the model's versions put what was learned, the newest first.
const CLAIM_FIELDS = [
  'credentialSubject.hasClaim',
  'credentialSubject.achieved',
  'credentialSubject.achievements',
  'credentialSubject.learningAchievement',
  'learningAchievement',
];
const PERSONAL = [
  'dateOfBirth',
  'placeOfBirth',
  'nationalID',
  'nationalId',
  'personalIdentifier',
  'gender',
  'citizenshipCountry',
  'address',
  'identifier',
];
const LEGAL_NAMES = ['legalName', 'prefLabel', 'preferredName', 'altLabel', 'name'];

/**
 * Reads one untrusted credential. The credential is one item: the achievements inside give it skills, level,
 * credits and hours. Birth, nationality and personal numbers of the holder do not enter the reading.
 */
export function readElm(node: JsonObject, source: NodeSource): PayloadReading {
  const plain = readVerifiableCredential(node, source);
  const base = plain.items[0];
  if (!base) return plain;
  const place = rootPlace(node);
  const resolve = createReferences(node);
  const language = languageOf(place);
  const claims = CLAIM_FIELDS.flatMap((field) => placesAt(place, field)).map(resolve);
  const learning = learningOf(claims, resolve, language);
  const says = (from: Place, fields: readonly string[]): Placed<string> | undefined =>
    firstAt(from, fields, (value) => europeanText(value, language));

  const title =
    says(place, ['displayParameter.title', 'title', 'name']) ??
    claims.map((claim) => says(claim, ['title', 'name', 'specifiedBy.title'])).find(Boolean);
  const described = [place, ...claims]
    .map((from) =>
      firstAt(from, ['displayParameter.description', 'description'], (value) =>
        europeanPassage(value, language),
      ),
    )
    .find(Boolean);
  const issuing = issuerOf(place, claims, resolve, says, base.issuer);
  const recipient = recipientOf(place, says);
  const number = textAt(place, ['identifier.notation', 'identifier.identifier']);
  // The type of every such credential says nothing; the model's own type of learning does.
  const { achievementType: _type, id: _id, ...plainAchievement } = base.achievement;
  const achievement: Achievement = {
    ...plainAchievement,
    name: title?.value ?? base.achievement.name,
    ...defined({
      id: lastingId(base.achievement.id),
      description: described?.value,
      achievementType: learning.type ?? says(place, ['credentialProfiles.prefLabel'])?.value,
      level: learning.level ?? base.achievement.level,
      creditsEarned: learning.credits,
      fieldOfStudy: learning.field,
      inLanguage: learning.language,
    }),
  };
  const { credentialNumber: _number, ...rest } = base;
  const reading: CredentialReading = {
    ...rest,
    achievement,
    issuer: issuing.issuer,
    recipient: recipient.recipient,
    skills: learning.skills,
    ...defined({ credentialNumber: number?.value, hours: learning.hours }),
    sources: {
      ...base.sources,
      ...sourcesOf(
        {
          title,
          description: described,
          issuer: issuing.from,
          recipient: recipient.from,
          credentialNumber: number,
          ...datePaths(node, base),
        },
        source.rename,
      ),
    },
  };
  const holdsPersonal = placesAt(place, 'credentialSubject').some((subject) =>
    PERSONAL.some((field) => subject.node[field] !== undefined),
  );
  return {
    ...plain,
    items: [reading],
    ...(holdsPersonal ? { findings: [finding('left-out/personal-fields')] } : {}),
  };
}

type Says = (from: Place, fields: readonly string[]) => Placed<string> | undefined;

/** The credential's issuer; where the file names none, the body that awarded the achievement. */
function issuerOf(
  place: Place,
  claims: readonly Place[],
  resolve: (place: Place) => Place,
  says: Says,
  plain: Issuer,
): { readonly issuer: Issuer; readonly from?: { readonly path: string } } {
  const bodies = claims.flatMap((claim) =>
    ['awardedBy', 'wasAwardedBy'].flatMap((field) =>
      placesAt(claim, field).flatMap((process) => placesAt(resolve(process), 'awardingBody')),
    ),
  );
  const own = placeAt(place, 'issuer');
  const hasId = plain.id !== undefined || stringOf(place.node['issuer']) !== undefined;
  for (const candidate of own ? [own] : hasId ? [] : bodies) {
    const body = resolve(candidate);
    const name = says(body, LEGAL_NAMES);
    if (!name) continue;
    const page = textAt(body, [
      'homepage.contentURL',
      'homepage.contentUrl',
      'homepage.id',
      'homepage',
    ]);
    const mail = textAt(body, [
      'contactPoint.emailAddress.id',
      'contactPoint.emailAddress',
      'email',
    ]);
    const { image, id: _id, ...profile } = plain;
    return {
      issuer: {
        ...profile,
        // Logos stand in the file itself; the model names them by an id that is no address.
        ...(isWebUrl(image?.url) ? { image } : {}),
        name: name.value,
        ...defined({
          id: lastingId(plain.id ?? idOf(body.node)),
          url: [page?.value, plain.url].find(isWebUrl),
          email: mail?.value.replace(/^mailto:/i, ''),
        }),
      },
      from: name,
    };
  }
  return plain.id === undefined ? { issuer: plain } : { issuer: plain, from: { path: 'issuer' } };
}

/** The holder's name, address for letters of the electronic kind, and an id that means something elsewhere. */
function recipientOf(
  place: Place,
  says: Says,
): { readonly recipient: Recipient; readonly from: Placed<string> | undefined } {
  const subject = placeAt(place, 'credentialSubject') ?? { node: {}, path: '' };
  const full = says(subject, ['fullName', 'name']);
  const given = says(subject, ['givenName', 'givenNames', 'currentGivenName']);
  const family = says(subject, ['familyName', 'currentFamilyName']);
  const parts = [given, family].flatMap((part) => part ?? []);
  const first = parts[0];
  const name =
    full ??
    (first ? { value: parts.map((one) => one.value).join(' '), path: first.path } : undefined);
  const id = lastingId(idOf(subject.node));
  const mails = [
    'contactPoint.emailAddress.id',
    'contactPoint.emailAddress',
    'mailBox.@uri',
    'email',
  ].flatMap((field) => textAt(subject, [field])?.value.replace(/^mailto:/i, '') ?? []);
  const mail = mails.find((one) => one.includes('@'));
  return {
    recipient: {
      ...(name ? { name: name.value } : {}),
      identifiers: [
        ...(id === undefined ? [] : [{ type: 'id', value: id }]),
        ...(mail === undefined ? [] : [{ type: 'emailAddress', value: mail }]),
      ],
      hashedIdentities: [],
    },
    from: name,
  };
}

/** The language the credential is mainly written in. */
function languageOf(place: Place): string | undefined {
  const stated = firstAt(place, ['displayParameter.primaryLanguage', 'primaryLanguage'], (value) =>
    languageCode(idOf(value)),
  );
  return stated?.value;
}

function datePaths(
  node: JsonObject,
  reading: CredentialReading,
): Partial<Record<'issuedOn' | 'validFrom' | 'validUntil', { readonly path: string }>> {
  const pathOf = (fields: readonly string[]): { readonly path: string } | undefined => {
    const field = fields.find((name) => stringOf(node[name]) !== undefined);
    return field === undefined ? undefined : { path: field };
  };
  return defined({
    issuedOn: reading.issuedOn && pathOf(['issuanceDate', 'issued', 'validFrom']),
    validFrom: reading.validFrom && pathOf(['validFrom', 'issuanceDate', 'issued']),
    validUntil: reading.validUntil && pathOf(['validUntil', 'expirationDate']),
  });
}
