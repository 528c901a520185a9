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
import type { DateValue } from '../../domain/date-value.ts';
import type { FieldSource, FieldSources, SourcedField } from '../../domain/field-source.ts';
import { listOf, stringOf, isObject, type JsonValue } from '../../formats/json.ts';
import { firstAt, textAt, type Place, type Placed } from '../../formats/json-place.ts';
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

/**
 * The value without the named fields at any depth, for storing a reduced copy of an answer. The names are
 * personal fields that nobody asked for.
 */
export function withoutFields(value: JsonValue, names: ReadonlySet<string>): JsonValue {
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((one) => withoutFields(one, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !names.has(name))
      .map(([name, inner]) => [name, withoutFields(inner, names)]),
  );
}
