// Blockcerts before version 2: a certificate, an assertion and a recipient side by side, with a receipt of the
// blockchain around them from 1.2 on. Versions 2 and 3 are Open Badges 2 and Verifiable Credentials.
import type { CredentialReading } from '../domain/credential.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { firstObject, idOf, isObject, stringOf, type JsonObject } from './json.ts';
import { passageOf, textOf } from './language-text.ts';
import {
  dateAt,
  passageAt,
  placeAt,
  sourcesOf,
  stringAt,
  textAt,
  type Place,
  type Placed,
} from './place.ts';
import {
  defined,
  evidenceOf,
  imageOf,
  isWebUrl,
  reportDataPictures,
  type NodeSource,
  type PayloadReading,
} from './reading-parts.ts';
import { issuerOf } from './verifiable-credential.ts';

/** True for Blockcerts 1.1 (three parts at the top) and 1.2 (inside `document`). */
export function isBlockcerts1(node: JsonObject): boolean {
  const document = firstObject(node['document']) ?? node;
  return isObject(document['certificate']) && isObject(document['assertion']);
}

/** Reads one certificate; the blockchain it names is never asked. */
export function readBlockcerts1(node: JsonObject, source: NodeSource): PayloadReading {
  const problems: Problem[] = [];
  const top: Place = { node, path: '' };
  const root = placeAt(top, 'document') ?? top;
  const certificate = placeAt(root, 'certificate');
  const assertion = placeAt(root, 'assertion');
  const issuer = placeAt(certificate, 'issuer');
  const title = textAt(certificate, ['name', 'title']);
  if (!title) {
    const params = { field: 'certificate.name' };
    problems.push(problem('credential/missing-field', { params }));
  }
  const description = passageAt(certificate, ['description']);
  const issuedOn = dateAt(assertion, ['issuedOn'], problems);
  const validUntil = dateAt(assertion, ['expires'], problems);
  const id = stringAt(assertion, ['id', 'uid']);
  const address = stringAt(assertion, ['id']);
  const verifyUrl = address && isWebUrl(address.value) ? address : undefined;
  const person = placeAt(root, 'recipient');
  const subtitle = firstObject(certificate?.node['subtitle']);
  reportDataPictures(
    {
      'certificate.image': certificate?.node['image'],
      'certificate.issuer.image': issuer?.node['image'],
    },
    problems,
  );
  const reading: CredentialReading = {
    format: root === top ? 'blockcerts1.1' : 'blockcerts1.2',
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({
        id: certificate ? idOf(certificate.node) : undefined,
        description: description?.value,
        criteriaNarrative: passageOf(subtitle?.['content']),
        image: imageOf(certificate?.node['image']),
        inLanguage: stringOf(certificate?.node['language']),
      }),
    },
    issuer: issuerOf(certificate?.node['issuer']),
    ...recipientOf(person),
    skills: [],
    evidence: evidenceOf(assertion?.node['evidence']),
    signed: source.signed || root.node['signature'] !== undefined || node['receipt'] !== undefined,
    payload: source.payload,
    ...defined({
      credentialId: id?.value,
      issuedOn: issuedOn?.value,
      validUntil: validUntil?.value,
      verifyUrl: verifyUrl?.value,
    }),
    sources: sourcesOf({
      title,
      description,
      issuer: textAt(issuer, ['name']) ?? stringAt(issuer, ['id']),
      recipient: recipientPlace(person),
      issuedOn,
      validUntil,
      verifyUrl,
    }),
  };
  return { items: [reading], problems };
}

function recipientOf(person: Place | undefined): Pick<CredentialReading, 'recipient'> {
  const node = person?.node ?? {};
  const parts = ['givenName', 'familyName'].flatMap((field) => textOf(node[field]) ?? []);
  const name = textOf(node['name']) ?? (parts.length > 0 ? parts.join(' ') : undefined);
  const identity = stringOf(node['identity']);
  const type = stringOf(node['type']) ?? 'email';
  const salt = stringOf(node['salt']);
  const isHashed = node['hashed'] === true;
  return {
    recipient: {
      ...(name === undefined ? {} : { name }),
      identifiers: identity !== undefined && !isHashed ? [{ type, value: identity }] : [],
      hashedIdentities:
        identity !== undefined && isHashed ? [{ type, hash: identity, ...defined({ salt }) }] : [],
    },
  };
}

function recipientPlace(person: Place | undefined): Placed<string> | undefined {
  return textAt(person, ['name', 'givenName', 'familyName', 'identity']);
}
