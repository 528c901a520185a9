// Builds the reading of one credential out of a provider's own JSON. Knows no provider.
import type {
  Achievement,
  CredentialReading,
  Evidence,
  ImageReference,
  Issuer,
  RecipientIdentifier,
  SkillClaim,
} from '../../domain/credential.ts';
import { parseDateValue, type DateValue } from '../../domain/date-value.ts';
import type { FieldSource, FieldSources, SourcedField } from '../../domain/field-source.ts';
import { listOf, stringOf, isObject, type JsonValue } from '../../formats/json.ts';
import { firstAt, textAt, type Place, type Placed } from '../../formats/place.ts';
import { plainPassage } from '../../formats/plain-passage.ts';
import { defined, isWebUrl, type NodeSource } from '../../formats/reading-parts.ts';
import { mergeSkills } from '../../formats/skills.ts';
import { cleanWebAddress } from '../web-address.ts';

/** The most credentials of one export. */
export const MAX_EXPORT_ITEMS = 5_000;

/** A value with the path it was read at; without a path it is what the provider always is. */
export type Known<T> = { readonly value: T; readonly path?: string };

export type ExportFields = {
  readonly format: string;
  readonly provider: Known<string> | undefined;
  readonly credentialId?: string | undefined;
  readonly title: Known<string> | undefined;
  readonly issuer?: Known<string> | undefined;
  readonly issuerDetails?: Omit<Issuer, 'name'>;
  readonly recipient?: Known<string> | undefined;
  readonly identifiers?: readonly RecipientIdentifier[];
  readonly issuedOn?: Known<DateValue> | undefined;
  readonly validUntil?: Known<DateValue> | undefined;
  readonly credentialNumber?: Known<string> | undefined;
  readonly verifyUrl?: Known<string> | undefined;
  readonly description?: Known<string> | undefined;
  readonly achievement?: {
    readonly [K in keyof Omit<Achievement, 'name'>]?: Achievement[K] | undefined;
  };
  readonly image?: ImageReference | undefined;
  readonly skills?: readonly SkillClaim[];
  readonly evidence?: readonly Evidence[];
  readonly hours?: number | undefined;
};

/**
 * The reading. It holds no payload: an export is a list that somebody made about credentials, nothing in it
 * can be checked, and the entry may hold more about the person than was asked for.
 */
export function buildExportReading(source: NodeSource, fields: ExportFields): CredentialReading {
  const { title, issuer, recipient, issuedOn, validUntil, credentialNumber, verifyUrl } = fields;
  return {
    format: fields.format,
    carrier: source.carrier,
    achievement: {
      name: title?.value ?? '',
      ...defined({
        ...fields.achievement,
        description: plainPassage(fields.description?.value),
        image: fields.image,
      }),
    },
    issuer: { ...fields.issuerDetails, ...(issuer ? { name: issuer.value } : {}) },
    recipient: {
      ...(recipient ? { name: recipient.value } : {}),
      identifiers: fields.identifiers ?? [],
      hashedIdentities: [],
    },
    skills: mergeSkills(fields.skills ?? []),
    evidence: fields.evidence ?? [],
    signed: false,
    ...defined({
      credentialId: fields.credentialId,
      issuedOn: issuedOn?.value,
      validUntil: validUntil?.value,
      provider: fields.provider?.value,
      credentialNumber: credentialNumber?.value,
      verifyUrl: verifyUrl?.value,
      hours: fields.hours,
    }),
    sources: sourcesOf({
      title,
      description: fields.description,
      issuer,
      recipient,
      issuedOn,
      validUntil,
      credentialNumber,
      verifyUrl,
      provider: fields.provider,
    }),
  };
}

function sourcesOf(fields: {
  readonly [F in SourcedField]?: Known<unknown> | undefined;
}): FieldSources {
  const sourceOf = (known: Known<unknown>): FieldSource =>
    known.path === undefined
      ? { kind: 'provider', confidence: 1 }
      : { kind: 'path', path: known.path };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, known]) => (known ? [[field, sourceOf(known)]] : [])),
  );
}

/** The first of the fields that holds a web address, without tracking and personal parts. */
export function addressAt(place: Place, fields: readonly string[]): Placed<string> | undefined {
  return firstAt(place, fields, (value) => {
    const text = stringOf(value);
    return text === undefined ? undefined : cleanWebAddress(text);
  });
}

/** A picture by web address; addresses that expire or carry a signature are left out. */
export function pictureAt(place: Place, fields: readonly string[]): ImageReference | undefined {
  const url = textAt(place, fields)?.value;
  if (!isWebUrl(url) || /[?&](?:signed-data|signature|x-amz-|expires)/iu.test(url))
    return undefined;
  return { url };
}

/** The names of a list of strings or of objects with `name`, as skills that the issuer states. */
export function skillsIn(value: JsonValue | undefined): readonly SkillClaim[] {
  return listOf(value).flatMap((one) => {
    const name = stringOf(isObject(one) ? (one['name'] ?? one['title']) : one)?.slice(0, 1_000);
    return name === undefined ? [] : [{ name, source: 'issuer' as const }];
  });
}

/** A value that the provider always has. */
export function always<T>(value: T): Known<T> {
  return { value };
}

/** The instant of a time in milliseconds since 1970, as the UTC instant it means. */
export function instantOfMs(value: JsonValue | undefined): DateValue | undefined {
  if (typeof value !== 'number' || value < 1e11 || value > 1e13) return undefined;
  return parseDateValue(new Date(value).toISOString().replace('.000Z', 'Z'));
}

/** Text or a whole number as text, as ids are written. */
export function idAt(place: Place, fields: readonly string[]): Placed<string> | undefined {
  return firstAt(place, fields, (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : stringOf(value),
  );
}

/** Names put together from several fields, with the path of the first. */
export function joinedAt(place: Place, fields: readonly string[]): Placed<string> | undefined {
  const parts = fields.flatMap((field) => textAt(place, [field]) ?? []);
  const first = parts[0];
  return first && { value: parts.map(({ value }) => value).join(' '), path: first.path };
}
