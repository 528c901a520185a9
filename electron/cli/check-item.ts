// One entry checked again with whatever documents can be had: the check says what it wants, the documents are
// brought, and it runs again until nothing new can be had.
import { basename } from 'node:path';
import { type ClockDoubt, judgeClock } from '../../src/domain/clock-doubt.ts';
import type { CredentialReading } from '../../src/domain/credential.ts';
import { documentReading } from '../../src/domain/document-reading.ts';
import type { Sha256 } from '../../src/domain/id.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { HandedDocument } from '../../src/domain/material.ts';
import type { Fact, VerificationReport } from '../../src/domain/report.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { VerifyAnswer, VerifyInput } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import type { ItemSource } from './read-tree.ts';
import type { Asked, Sites } from './sites.ts';

/** Assertion, badge, issuer, key, list: more steps than any honest credential needs. */
const MAX_ROUNDS = 8;

export type ItemCheck = {
  /** Absent: nobody is asked, and stored copies are the threads' own. */
  readonly sites?: Sites;
  /** Documents at hand from the start; with them or with sites, the threads' stored copies stand aside. */
  readonly documents?: readonly HandedDocument[];
  /** What the original must hash to, where that is not its own hash. */
  readonly expected?: Sha256;
  readonly asOf?: string;
  readonly isClockDoubtful?: boolean;
  readonly withEvidence?: boolean;
  readonly withFacts?: boolean;
};

export type CheckedItem = { readonly report: VerificationReport; readonly facts: readonly Fact[] };

/** Checks the entry at its place in its file. Fails only where the check was stopped. */
export async function checkItem(
  pool: JobPool,
  { file, index }: ItemSource,
  fileName: string,
  check: ItemCheck,
): Promise<Result<CheckedItem>> {
  const { sites, documents: given, expected = file.answer.sha256, ...options } = check;
  const name = basename(file.place.at(-1) ?? fileName);
  const fallback: CredentialReading = file.answer.reading.items[index] ?? documentReading(name);
  const documents = new Map(given?.map((document) => [document.url, document]));
  const tried = new Map<string, Asked>();
  for (let round = 1; ; round += 1) {
    const isDoubtful = options.asOf === undefined && clockDoubt(sites) !== undefined;
    const input: VerifyInput = {
      bytes: file.bytes,
      fileName: name,
      index,
      expected,
      fallback,
      ...(sites || given ? { documents: [...documents.values()] } : {}),
      ...(isDoubtful ? { isClockDoubtful: true } : {}),
      ...options,
    };
    const answer = await pool.run<VerifyAnswer>('verify', input, { timeoutMs: LIMITS.ocrTimeMs });
    if (!answer.ok) return answer;
    const { report, wanted, facts } = answer.value;
    const before = documents.size;
    for (const one of sites && round < MAX_ROUNDS ? wanted : []) {
      if (!sites || tried.has(one.url)) continue;
      const asked = await sites.ask(one);
      tried.set(one.url, asked);
      if (asked.document) documents.set(one.url, asked.document);
    }
    if (documents.size > before) continue;
    const unanswered = [...tried.values()].flatMap((asked) => asked.unanswered ?? []);
    const told: VerificationReport = {
      ...report,
      ...(sites ? { askedNetwork: true } : {}),
      ...(unanswered.length > 0 ? { unanswered } : {}),
    };
    return ok({ report: told, facts });
  }
}

function clockDoubt(sites: Sites | undefined): ClockDoubt | undefined {
  const lastServerDate = sites?.clock();
  return lastServerDate && judgeClock({ nowMs: Date.now(), lastServerDate });
}
