// Schemas that a credential names (VC Data Model 2.0 §4.11). Published schemas of the standards stand for rules
// that Laurel carries; any other schema is somebody's own, never fetched, never compiled.
import { type JsonObject, idOf, objectsOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import type { ClassName } from './format/class-rules.ts';

const PUBLISHED: readonly {
  readonly url: RegExp;
  readonly rules: ClassName;
  readonly standard: string;
}[] = [
  {
    url: /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/schema\/json(?:-ld)?\/ob_v3p0_(?:achievement|openbadge)credential_schema\.json$/,
    rules: 'AchievementCredential',
    standard: 'Open Badges 3.0',
  },
  {
    url: /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/schema\/json(?:-ld)?\/ob_v3p0_endorsementcredential_schema\.json$/,
    rules: 'EndorsementCredential',
    standard: 'Open Badges 3.0',
  },
  {
    url: /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/schema\/json(?:-ld)?\/clr_v2p0_clrcredential_schema\.json$/,
    rules: 'ClrCredential',
    standard: 'Comprehensive Learner Record 2.0',
  },
];

/**
 * One line for each schema that an untrusted credential names. `applied` is the table that judged it and
 * `found` what came of that: a published schema says the same, unless it belongs to another class.
 */
export function namedSchemas(
  credential: JsonObject,
  applied: ClassName | undefined,
  found: Finding,
): readonly Finding[] {
  return objectsOf(credential['credentialSchema'])
    .slice(0, MAX_SCHEMAS)
    .map((schema) => {
      const url = idOf(schema) ?? stringOf(schema['url']) ?? '';
      const known = PUBLISHED.find((one) => one.url.test(url));
      if (!known || known.rules !== applied) {
        const host = hostOf(url);
        return notChecked('format/schema-not-bundled', host === undefined ? {} : { host });
      }
      const { standard } = known;
      if (found.outcome === 'failed') return failed(found.reason, found.params);
      return found.outcome === 'passed' ? passed('format/schema-rules', { standard }) : found;
    });
}
const MAX_SCHEMAS = 8;
