// What a piece of JSON is when it is no credential: the documents that stand around credentials, by name.
import { problem, type Problem } from '../domain/problem.ts';
import {
  contextsOf,
  isObject,
  stringsOf,
  typesOf,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import { isWebUrl } from './reading-parts.ts';

const KINDS: Readonly<Record<string, string>> = {
  badgeclass: 'the description of a badge',
  issuer: 'an issuer’s profile',
  profile: 'an issuer’s profile',
  issuerorg: 'an issuer’s profile',
  cryptographickey: 'an issuer’s key',
  revocationlist: 'a list of withdrawn credentials',
  endorsement: 'an endorsement',
  endorsementcredential: 'an endorsement',
  achievement: 'the description of an achievement',
};

/** What belongs to credentials without being one, by its own type or its telling fields. */
export function whatElse(node: JsonObject): Problem {
  const kind =
    typesOf(node)
      .map((type) => KINDS[type.toLowerCase()])
      .find((name) => name !== undefined) ?? kindByFields(node);
  if (kind !== undefined) return problem('credential/not-a-credential', { params: { kind } });
  const link = linkOf(node);
  if (link !== undefined) {
    return problem('credential/only-a-link', { params: { url: link.slice(0, 2_000) } });
  }
  return problem('credential/not-recognised', {
    cause: `keys ${Object.keys(node).slice(0, 8).join(' ')}`,
  });
}

function kindByFields(node: JsonObject): string | undefined {
  const has = (field: string): boolean => node[field] !== undefined;
  if (has('verificationMethod') || contextsOf(node).some((url) => url.includes('/ns/did/'))) {
    return 'a document with an issuer’s keys';
  }
  if (
    has('kty') ||
    (Array.isArray(node['keys']) && isObject((node['keys'] as readonly JsonValue[])[0]))
  ) {
    return 'an issuer’s key';
  }
  if (has('name') && has('criteria') && has('issuer')) return 'the description of a badge';
  return undefined;
}

/** A hosted badge that was baked as nothing but its address, and a collection of addresses. */
function linkOf(node: JsonObject): string | undefined {
  const verify = node['verify'] ?? node['verification'];
  if (isObject(verify)) return stringsOf(verify['url']).find(isWebUrl);
  return typesOf(node).includes('Collection')
    ? stringsOf(node['badges']).find(isWebUrl)
    : undefined;
}
