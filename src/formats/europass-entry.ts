// One line of a Europass CV that names something earned (a degree, a course, a certificate), whatever version
// and syntax the CV has, as a credential reading. What the CV says else about the person is not taken.
import type { CredentialReading } from '../domain/credential.ts';
import type { DateValue } from '../domain/date-value.ts';
import type { FieldSources } from '../domain/field-source.ts';
import { parseDateValue } from '../domain/date-value.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { defined } from './reading-parts.ts';

export type EuropassEntry = {
  readonly format: 'europass-xml' | 'europass-json';
  readonly carrier: string;
  /** Path of the entry in the file. */
  readonly path: string;
  readonly kind: 'Education' | 'Certification' | 'Course' | 'Award';
  readonly title: string | undefined;
  readonly issuer: string | undefined;
  readonly holder: string | undefined;
  /** When it was finished; while it goes on there is none. */
  readonly until: DateValue | undefined;
  readonly description?: string | undefined;
  readonly level?: string | undefined;
  readonly field?: string | undefined;
  readonly url?: string | undefined;
  /** The field that the title stands in, where that is not the usual one. */
  readonly titleField?: string;
  readonly issuerField?: string;
  readonly dateField?: string;
  readonly validUntil?: DateValue | undefined;
  readonly number?: string | undefined;
};

/** What to say of a CV that lists work alone. */
export function emptyCv(): Problem {
  return problem('credential/not-a-credential', {
    params: { kind: 'a CV that lists no education or certificate' },
  });
}

/** The most entries of one CV. */
export const MAX_EUROPASS_ENTRIES = 500;

/** The reading; undefined where the entry names neither a title nor who gave it. */
export function readingOfEntry(entry: EuropassEntry): CredentialReading | undefined {
  const { title, issuer, holder, until, path } = entry;
  if (title === undefined && issuer === undefined) return undefined;
  const at = (field: string): { readonly kind: 'path'; readonly path: string } => ({
    kind: 'path',
    path: `${path}.${field}`,
  });
  const sources: FieldSources = {
    ...(title === undefined ? {} : { title: at(entry.titleField ?? 'Title') }),
    ...(issuer === undefined ? {} : { issuer: at(entry.issuerField ?? 'Organisation') }),
    ...(until === undefined ? {} : { issuedOn: at(entry.dateField ?? 'Period.To') }),
    ...(entry.description === undefined ? {} : { description: at('Activities') }),
  };
  return {
    format: entry.format,
    carrier: entry.carrier,
    achievement: {
      name: title ?? '',
      achievementType: entry.kind,
      ...defined({
        description: entry.description,
        level: entry.level,
        fieldOfStudy: entry.field,
      }),
    },
    issuer: defined({ name: issuer }),
    recipient: {
      ...(holder === undefined ? {} : { name: holder }),
      identifiers: [],
      hashedIdentities: [],
    },
    skills: [],
    evidence: [],
    signed: false,
    ...defined({
      issuedOn: until,
      validUntil: entry.validUntil,
      credentialNumber: entry.number,
      verifyUrl: entry.url,
    }),
    sources,
  };
}

/**
 * A date in parts as Europass writes them: `2004`, `7` or `--07`, `5` or `---05`. As precise as its parts,
 * undefined without a year.
 */
export function europassDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): DateValue | undefined {
  const digits = (text: string | undefined, length: number): string | undefined => {
    const found = /^-{0,3}(\d{1,4})$/.exec(text?.trim() ?? '')?.[1];
    return found?.padStart(length, '0');
  };
  const [y, m, d] = [digits(year, 4), digits(month, 2), digits(day, 2)];
  if (y === undefined) return undefined;
  return (
    (m !== undefined && d !== undefined ? parseDateValue(`${y}-${m}-${d}`) : undefined) ??
    (m === undefined ? undefined : parseDateValue(`${y}-${m}`)) ??
    parseDateValue(y)
  );
}

/** `EQF level 6` for the level's code or label; other labels stay as they are. */
export function europassLevel(
  code: string | undefined,
  label: string | undefined,
): string | undefined {
  const step = /^(?:eqf[\s_-]*(?:level)?\s*)?([1-8])$/i.exec(label ?? code ?? '')?.[1];
  return step === undefined ? (label ?? code) : `EQF level ${step}`;
}
