// What a LaurelApp in memory answers about trust: set by the test before the interface asks. It asks no site and
// holds no logic worth testing.
import type {
  CheckOffer,
  CheckOutcomeSummary,
  MaterialDifference,
  TrustApp,
} from '../../src/app/trust-app.ts';
import type { Sha256 } from '../../src/domain/id.ts';
import type { Material } from '../../src/domain/material.ts';
import {
  CHECK_NAMES,
  type CheckResult,
  type Fact,
  type VerificationReport,
} from '../../src/domain/report.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import type {
  CertificateTrustList,
  IssuerPin,
  IssuerRegistry,
  RecheckHost,
} from '../../src/domain/trust.ts';

/** Answers that a test may set before the interface asks. */
export type FakeTrustAnswers = {
  offer: Result<CheckOffer>;
  /** One per asking; the last one stays. */
  outcomes: Result<CheckOutcomeSummary>[];
  reports: readonly VerificationReport[];
  asOf: Result<VerificationReport> | undefined;
  facts: Result<readonly Fact[]>;
  materials: readonly Material[];
  body: Result<string>;
  differences: readonly MaterialDifference[];
  pins: readonly IssuerPin[];
  registries: readonly IssuerRegistry[];
  trustLists: readonly CertificateTrustList[];
  rechecks: readonly RecheckHost[];
  candidates: readonly { host: string; credentials: number }[];
  /** What was recorded last. */
  seen: Parameters<TrustApp['recordSeen']>[1];
};

export type FakeTrust = TrustApp & { readonly answers: FakeTrustAnswers };

/** The use cases of trust; `calls` takes the names of those that were called. */
export function fakeTrust(calls: string[]): FakeTrust {
  const done = (name: string) => {
    calls.push(name);
    return Promise.resolve(ok(undefined));
  };
  const answers: FakeTrustAnswers = {
    offer: ok({ credentials: [], hosts: [] }),
    outcomes: [ok({ checked: 1, furtherHosts: [], failures: [] })],
    reports: [],
    asOf: undefined,
    facts: ok([]),
    materials: [],
    body: ok(''),
    differences: [],
    pins: [],
    registries: [],
    trustLists: [],
    rechecks: [],
    candidates: [],
    seen: undefined,
  };
  return {
    answers,
    seenPicture: () => Promise.resolve(ok(Uint8Array.of(137, 80))),
    checkOffer: () => Promise.resolve(answers.offer),
    checkOnline: (ids, { hosts, scope }) => {
      calls.push(`checkOnline ${ids.length} ${hosts.join(' ')} ${scope}`);
      const next = answers.outcomes.length > 1 ? answers.outcomes.shift() : answers.outcomes[0];
      return Promise.resolve(next ?? ok({ checked: 0, furtherHosts: [], failures: [] }));
    },
    reports: () => Promise.resolve(answers.reports),
    reportAsOf: (_, instant) => {
      calls.push(`reportAsOf ${instant}`);
      return Promise.resolve(
        answers.asOf ?? { ok: false as const, problem: { code: 'library/not-found' as const } },
      );
    },
    facts: () => Promise.resolve(answers.facts),
    materials: () => Promise.resolve(answers.materials),
    materialBody: () => Promise.resolve(answers.body),
    differences: () => Promise.resolve(answers.differences),
    exportReport: (_, as) => {
      calls.push(`exportReport ${as}`);
      return Promise.resolve(
        ok({ name: `report.${as}`, mediaType: 'application/json', bytes: new Uint8Array([123]) }),
      );
    },
    recordSeen: (_, seen) => {
      answers.seen = seen;
      return done(seen ? `recordSeen ${seen.said} ${seen.url}` : 'recordSeen taken back');
    },
    pins: () => answers.pins,
    pinIssuer: (id, note) => {
      answers.pins = [
        {
          id: 'p-1',
          issuerIds: ['https://academy.example/issuer'],
          name: 'Invented Academy',
          keys: [],
          pinnedAt: '2026-11-23T10:00:00Z',
          ...(note === undefined ? {} : { note }),
        },
      ];
      return done(`pinIssuer ${id} ${note ?? ''}`.trim());
    },
    unpin: (pin) => {
      answers.pins = answers.pins.filter(({ id }) => id !== pin);
      return done(`unpin ${pin}`);
    },
    registries: () => answers.registries,
    trustLists: () => answers.trustLists,
    importTrustFile: (name) => done(`importTrustFile ${name}`),
    fetchRegistry: (url, scope) => done(`fetchRegistry ${url} ${scope}`),
    removeTrust: (id) => done(`removeTrust ${id}`),
    rechecks: () => answers.rechecks,
    recheckCandidates: () => Promise.resolve(answers.candidates),
    setRecheck: (host, plan) => {
      const others = answers.rechecks.filter((one) => one.host !== host);
      answers.rechecks = plan
        ? [
            ...others,
            { host, ...plan, since: '2026-11-23T10:00:00Z', nextRunAt: '2026-11-24T10:00:00Z' },
          ]
        : others;
      return done(
        plan ? `setRecheck ${host} ${plan.every} ${plan.isPrivate}` : `setRecheck ${host}`,
      );
    },
  };
}

/** An invented report: every check passed for a reason of its own, except those given. */
export function inventedReport(
  checks: readonly CheckResult[] = [],
  changes: Partial<VerificationReport> = {},
): VerificationReport {
  return {
    checkedAt: '2026-05-12T10:00:00Z',
    asOf: '2026-05-12T10:00:00Z',
    standing: 'proven',
    flags: [],
    checks: CHECK_NAMES.map(
      (check) =>
        checks.find((one) => one.check === check) ?? {
          check,
          outcome: 'passed',
          reason: PASSED[check],
        },
    ),
    materials: [],
    ...changes,
  };
}

const PASSED = {
  integrity: 'integrity/hash-matches',
  format: 'format/recognised',
  vocabulary: 'vocabulary/known',
  proof: 'proof/verified',
  'key-binding': 'key-binding/listed-by-issuer',
  'issuer-identity': 'issuer-identity/same-site',
  'not-before': 'not-before/in-effect',
  expiry: 'expiry/in-date',
  revocation: 'status/good',
  suspension: 'status/good',
  'hosted-copy': 'hosted-copy/matches',
  recipient: 'recipient/is-yours',
  nested: 'nested/none',
  endorsements: 'endorsements/none',
  'evidence-reachable': 'evidence/none',
} as const satisfies Readonly<Record<(typeof CHECK_NAMES)[number], CheckResult['reason']>>;

/** An invented answer of a site, as it was kept. */
export function inventedMaterial(
  index: number,
  changes: Partial<Extract<Material, { sha256: Sha256 }>> = {},
): Material {
  return {
    id: `m-${index}`,
    url: `https://status.academy.example/list/${index}`,
    use: 'status-list',
    readAt: '2026-05-12T10:00:00Z',
    status: 200,
    mediaType: 'application/json',
    sha256: 'cd'.repeat(32) as Sha256,
    bytes: 2048,
    ...changes,
  };
}
