// SD-JWT VC: a credential that is a token from the start. Its kind is `vct`, its content are claims of the token.
import type { CredentialReading, RecipientIdentifier } from '../domain/credential.ts';
import type { Problem } from '../domain/problem.ts';
import { idOf, stringOf, type JsonObject } from './json.ts';
import { textOf } from './language-text.ts';
import { hoursOf } from './learning-hours.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  firstAt,
  sourcesOf,
  stringAt,
  textAt,
  type Place,
  type Placed,
} from './place.ts';
import { defined, evidenceOf, type NodeSource, type PayloadReading } from './reading-parts.ts';
import { issuerOf } from './verifiable-credential.ts';

/** True for the claims of an SD-JWT VC; `vct` is required of it and of nothing else. */
export function isSdJwtVc(payload: JsonObject): boolean {
  return (
    stringOf(payload['vct']) !== undefined &&
    payload['credentialSubject'] === undefined &&
    payload['@context'] === undefined
  );
}

// What issuers of learning credentials call the thing held; `name` is the person's in token claims.
const HELD = ['achievement', 'degree', 'course', 'qualification', 'award', 'certificate', 'badge'];
const TITLES = ['credential_name', 'credentialName', 'title', 'achievement_title', 'course_name'];
const ISSUERS = ['issuer_name', 'issuing_authority', 'issuing_institution', 'organization'];

/** Reads the claims, disclosures applied. What stays undisclosed is left empty. */
export function readSdJwtVc(claims: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const root: Place = { node: claims, path: '' };
  const held = HELD.map((field) => placeAt(root, field)).find((one) => one);
  const heldText = HELD.map((field) => textAt(root, [field])).find((one) => one);
  const title = textAt(root, TITLES) ?? textAt(held, ['name', 'title', 'type']) ?? heldText;
  const description = passageAt(held, ['description']) ?? passageAt(root, ['description']);
  const issuerPlace = placeAt(root, 'issuer');
  const issuerName = textAt(issuerPlace, ['name']) ?? textAt(root, ISSUERS);
  const issuerId = firstAt(root, ['iss'], stringOf) ?? firstAt(root, ['issuer'], idOf);
  const issuedOn = dateAt(
    root,
    ['issuance_date', 'date_of_issuance', 'issued_at', 'awardedDate', 'iat'],
    problems,
  );
  const validFrom = dateAt(root, ['nbf'], problems);
  const validUntil = dateAt(root, ['exp', 'expiry_date', 'date_of_expiry'], problems);
  const number = stringAt(root, ['document_number', 'credential_number', 'licenseNumber']);
  const person = recipientOf(root);
  const vct = stringOf(claims['vct']) ?? '';
  const reading: CredentialReading = {
    format: 'sd-jwt-vc',
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({ description: description?.value, achievementType: kindOf(vct) }),
    },
    issuer: {
      ...(issuerPlace ? issuerOf(issuerPlace.node) : {}),
      ...defined({ name: issuerName?.value, id: issuerId?.value }),
    },
    recipient: person.recipient,
    skills: [],
    evidence: evidenceOf(claims['evidence']),
    signed: source.signed,
    payload: source.payload,
    ...defined({
      credentialId: stringOf(claims['jti']) ?? idOf(claims),
      issuedOn: issuedOn?.value,
      validFrom: validFrom?.value,
      validUntil: validUntil?.value,
      credentialNumber: number?.value,
      hours: hoursOf(held?.node, claims),
    }),
    sources: sourcesOf({
      title,
      description,
      issuer: issuerName ?? issuerId,
      recipient: person.place,
      issuedOn,
      validFrom,
      validUntil,
      credentialNumber: number,
    }),
  };
  return { items: [reading], problems };
}

/** The last part of the type's address or name, which tells what kind of credential it is. */
function kindOf(vct: string): string | undefined {
  return vct
    .split(/[/:#?]/)
    .findLast((part) => /[A-Za-z]{3}/.test(part))
    ?.slice(0, 100);
}

function recipientOf(root: Place): {
  readonly recipient: CredentialReading['recipient'];
  readonly place?: Placed<string>;
} {
  const { node } = root;
  const parts = ['given_name', 'family_name'].flatMap((field) => textOf(node[field]) ?? []);
  const whole = textAt(root, ['name', 'full_name']);
  const name = whole?.value ?? (parts.length > 0 ? parts.join(' ') : undefined);
  const email = stringOf(node['email']);
  const subject = stringOf(node['sub']);
  const identifiers: RecipientIdentifier[] = [
    ...(subject === undefined ? [] : [{ type: 'id', value: subject }]),
    ...(email === undefined ? [] : [{ type: 'emailAddress', value: email }]),
  ];
  const place = whole ?? textAt(root, ['given_name', 'family_name', 'email', 'sub']);
  return {
    recipient: { ...(name === undefined ? {} : { name }), identifiers, hashedIdentities: [] },
    ...(place ? { place } : {}),
  };
}
