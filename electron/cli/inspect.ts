// `laurel inspect`: says what each file holds, one line per file.
import type { CredentialReading, FileReading } from '../../src/domain/credential.ts';
import { findingWording } from '../../src/domain/finding-wording.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import type { Output } from './output.ts';
import { type ReadPath, readPaths } from './read-paths.ts';

/** Prints a line per file; answers with the exit code: 1 when any input had problems. */
export async function inspect(
  pool: JobPool,
  paths: readonly string[],
  output: Output,
): Promise<0 | 1> {
  let files = 0;
  let troubled = false;
  for await (const file of readPaths(pool, paths)) {
    files += 1;
    troubled ||= file.reading.outcome === 'refused' || file.reading.problems.length > 0;
    output.result(inspectLine(file), () => inspectWords(file));
    output.progress(files, files, 'files read');
  }
  return troubled ? 1 : 0;
}

/** The JSON line for one file. What is unknown is null; dates are as given. */
export function inspectLine({ path, reading, partNames }: ReadPath): object {
  return {
    file: path,
    outcome: reading.outcome,
    items: reading.items.map((item, at) => itemLine(item, partNames[at])),
    problems: problemLines(reading),
    findings: (reading.findings ?? []).map((found) => ({
      code: found.code,
      message: findingWording(found),
    })),
  };
}

/** Problems with the sentence for people. */
export function problemLines(reading: FileReading): { code: string; message: string }[] {
  return reading.problems.map((found) => ({ code: found.code, message: problemWording(found) }));
}

function itemLine(item: CredentialReading, part: string | undefined): object {
  return {
    ...(part === undefined ? {} : { part }),
    format: item.format,
    carrier: item.carrier,
    title: item.achievement.name || null,
    issuer: issuerOf(item),
    issuedOn: item.issuedOn?.text ?? null,
    expiresOn: item.validUntil?.text ?? null,
    recipient: recipientOf(item),
    provider: item.provider ?? null,
    credentialNumber: item.credentialNumber ?? null,
    verifyUrl: item.verifyUrl ?? null,
    skills: item.skills.map((skill) => skill.name),
    signed: item.signed,
    sources: item.sources ?? {},
  };
}

/** The issuer's name, or the address it is known by where it gives none. */
function issuerOf({ issuer }: CredentialReading): string | null {
  return issuer.name ?? issuer.id ?? null;
}

function recipientOf({ recipient }: CredentialReading): string | null {
  return recipient.name ?? recipient.identifiers[0]?.value ?? null;
}

const OUTCOME_WORDS = {
  read: 'read',
  kept: 'kept as a document',
  refused: 'not taken in',
} as const;

function inspectWords({ path, reading }: ReadPath): string {
  const lines = [`${path}: ${OUTCOME_WORDS[reading.outcome]}`];
  for (const item of reading.items) {
    const issuer = issuerOf(item);
    const by = issuer === null ? '' : ` · ${issuer}`;
    const issued = item.issuedOn ? ` · issued ${item.issuedOn.text}` : '';
    const until = item.validUntil ? ` · until ${item.validUntil.text}` : '';
    lines.push(
      `  ${item.achievement.name || 'Without a title'}${by}${issued}${until} (${item.format}, ${item.carrier})`,
    );
  }
  for (const found of reading.findings ?? []) lines.push(`  ${findingWording(found)}`);
  for (const found of reading.problems) lines.push(`  ${problemWording(found)}`);
  return lines.join('\n');
}
