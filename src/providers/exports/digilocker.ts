// DigiLocker (India): the list of documents that were issued to a person. Identity papers in it are not taken.
import type { CredentialReading } from '../../domain/credential.ts';
import { finding } from '../../domain/finding.ts';
import type { Problem } from '../../domain/problem.ts';
import { dateAt, placesOf, textAt, type Place } from '../../formats/place.ts';
import { isObject, stringOf, type JsonValue } from '../../formats/json.ts';
import type { NodeSource, PayloadReading } from '../../formats/reading-parts.ts';
import { always, buildExportReading, MAX_EXPORT_ITEMS } from './export-reading.ts';

// Document types of the directory that say who somebody is, what they own or how they fare.
const IDENTITY =
  /^(?:adhar|aadhaar|pancr|drvlc|rvcer|epicc?|voter|rasht|passp|insur|vaccn|bplcr|incer|cacer)/iu;
const URI = /^[\w.]+-([A-Z0-9]{3,10})-(.+)$/iu;

/** The certificates of an untrusted list, or undefined where it is none of DigiLocker's. */
export function readDigilocker(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  const all = isObject(value)
    ? placesOf(value['items'] ?? value, 'items' in value ? 'items' : '')
    : placesOf(value, '');
  if (all.length === 0 || !all.every(isDocument)) return undefined;
  const problems: Problem[] = [];
  const earned = all.filter((place) => !IDENTITY.test(typeOf(place)));
  return {
    items: earned.slice(0, MAX_EXPORT_ITEMS).map((place) => readDocument(place, source, problems)),
    problems,
    ...(earned.length < all.length ? { findings: [finding('left-out/personal-fields')] } : {}),
  };
}

function isDocument({ node }: Place): boolean {
  return (
    stringOf(node['name']) !== undefined &&
    stringOf(node['issuer']) !== undefined &&
    URI.test(stringOf(node['uri']) ?? '') &&
    (node['doctype'] !== undefined || node['issuerid'] !== undefined)
  );
}

function typeOf({ node }: Place): string {
  return stringOf(node['doctype']) ?? URI.exec(stringOf(node['uri']) ?? '')?.[1] ?? '';
}

function readDocument(place: Place, source: NodeSource, problems: Problem[]): CredentialReading {
  const uri = textAt(place, ['uri']);
  const number = URI.exec(uri?.value ?? '')?.[2];
  return buildExportReading(source, {
    format: 'digilocker-json',
    provider: always('DigiLocker'),
    title: textAt(place, ['name', 'description']),
    issuer: textAt(place, ['issuer']),
    issuedOn: dateAt(place, ['date'], problems),
    credentialNumber: uri && number !== undefined ? { value: number, path: uri.path } : undefined,
  });
}
