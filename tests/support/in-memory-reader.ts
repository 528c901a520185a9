// Readers for tests of the use cases: the file's text is the title; no worker, no format.
import type { CredentialReader } from '../../src/app/ports.ts';
import type { CredentialReading } from '../../src/domain/credential.ts';
import { sha256Of } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { CHECK_NAMES, type VerificationReport } from '../../src/domain/report.ts';
import { err, ok } from '../../src/domain/result.ts';

export function readingOf(title: string): CredentialReading {
  return {
    format: 'ob3 vcdm2.0',
    carrier: 'json',
    achievement: { name: title },
    issuer: { name: 'Harbour Data School' },
    recipient: { name: 'Ada Okafor', identifiers: [], hashedIdentities: [] },
    issuedOn: { text: '2024-03-01', precision: 'day' },
    skills: [{ name: 'teamwork', source: 'issuer' }],
    evidence: [],
    signed: false,
  };
}

export function uncheckedReport(checkedAt: string): VerificationReport {
  return {
    checkedAt,
    asOf: checkedAt,
    standing: 'document',
    flags: [],
    checks: CHECK_NAMES.map((check) => ({
      check,
      outcome: check === 'integrity' ? 'passed' : 'not-checked',
      reason: check === 'integrity' ? 'integrity/hash-matches' : 'proof/no-proof',
    })),
    materials: [],
  };
}

/** Text that starts with `!` is refused, `?` is kept without a credential, all else is read. */
export function createTextReader(now: () => string): CredentialReader {
  return {
    read: async ({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const sha256 = await sha256Of(bytes);
      const mediaType = 'text/plain';
      if (text.startsWith('crash')) return err(problem('input/reader-crashed'));
      if (text.startsWith('!')) {
        const problems = [problem('json/invalid')];
        const reading = { outcome: 'refused' as const, mediaType, items: [], problems };
        return ok({ sha256, reading, reports: [] });
      }
      const items = text.startsWith('?') ? [] : [readingOf(text)];
      const outcome = text.startsWith('?') ? ('kept' as const) : ('read' as const);
      const reading = { outcome, mediaType, items, problems: [] };
      return ok({ sha256, reading, reports: [uncheckedReport(now())] });
    },
    verify: async ({ bytes }) =>
      ok({
        report: uncheckedReport(now()),
        reading: bytes && readingOf(new TextDecoder().decode(bytes)),
        wanted: [],
        facts: [],
      }),
    picture: async () => err(problem('picture/damaged')),
  };
}
