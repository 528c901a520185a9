// Whether the organisation that a certificate names is the one that a credential names as its issuer. Compares
// legal numbers and legal names as they are written; knows no registers and guesses nothing.
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  isObject,
  listOf,
  objectsOf,
  stringOf,
} from '../../formats/json.ts';
import type { CertificateName } from './certificate.ts';

/**
 * `same`: number or every name fits. `same-number`: the number fits and a name differs. `other-names`: one of
 * several names fits. `unnamed`: nothing to compare with. `other` is the name that differs.
 */
export type IssuerMatch =
  | { readonly kind: 'same' | 'unnamed' }
  | { readonly kind: 'same-number' | 'other-names' | 'differs'; readonly other: string };

/** Where the European Learning Model keeps legal numbers (ELM 3, Organisation). */
const NUMBER_FIELDS = ['eIDASIdentifier', 'registration', 'legalIdentifier', 'identifier'];

/** A legal name counts alone; only where there is none, what else the issuer calls itself. */
const NAME_FIELDS = ['legalName', 'prefLabel', 'preferredName', 'name', 'altLabel'];

/** Compares an untrusted issuer (a node, or the id of one) with the name in a certificate. */
export function matchIssuer(issuer: JsonValue | undefined, named: CertificateName): IssuerMatch {
  const node = firstObject(issuer) ?? {};
  const numbers = numbersOf(node);
  const names =
    NAME_FIELDS.map((field) => textsOf(node[field])).find((one) => one.length > 0) ?? [];
  const other = names.find((name) => !isSameName(name, named.organisation));
  const isNumbered = named.organisationId !== undefined;
  if (isNumbered && numbers.some((number) => isSameNumber(number, named.organisationId))) {
    return other === undefined ? { kind: 'same' } : { kind: 'same-number', other };
  }
  const clash = numbers.find((number) => schemeOf(number) === schemeOf(named.organisationId ?? ''));
  if (clash !== undefined && schemeOf(clash) !== '') {
    return { kind: 'differs', other: names[0] ?? clash };
  }
  if (names.length === 0) return { kind: 'unnamed' };
  if (other === undefined) return { kind: 'same' };
  const isAny = names.some((name) => isSameName(name, named.organisation));
  return { kind: isAny ? 'other-names' : 'differs', other };
}

function numbersOf(node: JsonObject): readonly string[] {
  const legal = NUMBER_FIELDS.flatMap((field) => listOf(node[field]))
    .flatMap((one) => (isObject(one) ? [one['notation'], one['id']] : [one]))
    .flatMap((one) => stringOf(one) ?? []);
  // A VAT number of its own field carries the country but not the kind of register.
  const vat = objectsOf(node['vatIdentifier'])
    .flatMap((one) => stringOf(one['notation']) ?? [])
    .map((number) => number.replace(/^([A-Z]{2})-?(?=[0-9A-Z])/, 'VAT$1-'));
  return [...legal, ...vat];
}

/** Register and country of a number such as `VATES-B00000000` (ETSI EN 319 412-1 §5.1.4). */
function schemeOf(number: string): string {
  return /^([A-Z]{3}[A-Z]{2})-/.exec(number.toUpperCase())?.[1] ?? '';
}

function isSameNumber(number: string, wanted: string | undefined): boolean {
  const bare = (text: string): string => text.toUpperCase().replace(/\s/g, '');
  return wanted !== undefined && schemeOf(wanted) !== '' && bare(number) === bare(wanted);
}

function isSameName(name: string, wanted: string | undefined): boolean {
  return wanted !== undefined && plain(name) === plain(wanted);
}

/** Letter case and spacing differ between registers and certificates; letters do not. */
function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const LANGUAGE = /^(?:@?none|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;
const MAX_NAMES = 60;

/** The texts of a name: bare, in a list, by language, or as values with a language. */
function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value)
    .slice(0, MAX_NAMES)
    .flatMap((one) => {
      if (!isObject(one)) return stringOf(one) ?? [];
      const own = stringOf(one['@value'] ?? one['value'] ?? one['content']);
      if (own !== undefined) return own;
      return Object.entries(one)
        .slice(0, MAX_NAMES)
        .filter(([key]) => LANGUAGE.test(key))
        .flatMap(([, text]) => listOf(text).flatMap((entry) => stringOf(entry) ?? []));
    });
}
