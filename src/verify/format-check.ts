// The format check: which rules of form apply to what was parsed, and one answer for the whole. Rules are
// bundled; a schema that a credential names is never fetched or compiled (hazard: ReDoS, code generation).
import { type JsonObject, contextsOf, objectsOf, typesOf } from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { isAssertionRecord, judgeAssertion } from './format/assertion-form.ts';
import { judgeClass } from './format/class-form.ts';
import type { ClassName } from './format/class-rules.ts';
import { judgeCredential } from './format/credential-form.ts';
import { namedSchemas } from './schemas.ts';
import type { Subject } from './subject.ts';

/** Judges the form of what was parsed; the first thing that is wrong is the answer. */
export function checkFormat(subject: Subject): Finding {
  switch (subject.kind) {
    case 'document':
      return notApplicable('format/document-only');
    case 'unreadable':
      return failed('format/unreadable-payload');
    case 'vc':
      return checkCredentialForm(subject);
    case 'assertion':
      return judgeAssertion(subject.assertion) ?? passed('format/recognised');
    case 'other':
      return (
        (isAssertionRecord(subject.record) ? judgeAssertion(subject.record) : undefined) ??
        notChecked('format/no-rules')
      );
  }
}

function checkCredentialForm(subject: Extract<Subject, { kind: 'vc' }>): Finding {
  if (subject.isBothForms) return failed('format/mixed-versions');
  const { credential } = subject;
  const rules = classOf(credential);
  const problem =
    judgeCredential(credential, subject.envelope !== undefined) ??
    (rules ? judgeClass(credential, rules, '') : undefined);
  const found = withHidden(problem ?? passed('format/recognised'), subject.hasHiddenFields);
  const details = namedSchemas(credential, rules, found);
  return details.length === 0 ? found : { ...found, details };
}

/** A field that the holder keeps back is there, for all that can be told. */
function withHidden(found: Finding, hasHiddenFields: boolean | undefined): Finding {
  const isAbsent = found.reason === 'format/missing-field' || found.reason === 'format/lacks-type';
  return hasHiddenFields && isAbsent ? notChecked('format/hidden-fields', found.params) : found;
}

const OPEN_BADGES_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context';
const CLR_2 = 'https://purl.imsglobal.org/spec/clr/v2p0/context';

/** The table that a credential is judged by. Drafts of both standards asked for less; they name other contexts. */
function classOf(credential: JsonObject): ClassName | undefined {
  const types = typesOf(credential);
  const names = (start: string): boolean =>
    contextsOf(credential).some((url) => url.startsWith(start));
  if (types.includes('ClrCredential') && names(CLR_2)) return 'ClrCredential';
  if (!names(OPEN_BADGES_3)) return undefined;
  if (types.includes('EndorsementCredential')) return 'EndorsementCredential';
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  return isBadge && objectsOf(credential['credentialSubject']).length > 0
    ? 'AchievementCredential'
    : undefined;
}
