// What the interface can see and ask for about checks over time: asking issuers, what was kept of their
// answers, registries, pins, what the person saw, and re-checks on a schedule.
import type { CredentialId } from '../domain/id.ts';
import type { Material } from '../domain/material.ts';
import type { Fact, VerificationReport } from '../domain/report.ts';
import type { Result } from '../domain/result.ts';
import type {
  CertificateTrustList,
  IssuerPin,
  IssuerRegistry,
  RecheckHost,
  SeenRecord,
} from '../domain/trust.ts';

/** What a check would ask, host by host, before anything is sent. */
export type CheckOffer = {
  readonly credentials: readonly CredentialId[];
  readonly hosts: readonly {
    readonly host: string;
    /** How many documents of each kind; what they tell the host is the interface's to say. */
    readonly uses: readonly { readonly use: Material['use']; readonly count: number }[];
    /** True when the person allowed this host for good. */
    readonly isAllowed: boolean;
  }[];
};

/** How asking went; the reports are in the records. */
export type CheckOutcomeSummary = {
  readonly checked: number;
  /** Hosts that further documents stand on and nobody allowed yet; check again with them to go on. */
  readonly furtherHosts: readonly string[];
  /** Hosts that gave no answer, with the reason. */
  readonly failures: readonly {
    readonly host: string;
    readonly code: string;
    readonly count: number;
  }[];
};

/** A change of one remote document between two readings. */
export type MaterialDifference = {
  readonly before: Material;
  readonly after: Material;
  /** Fields by path as people write it; absent side: the field was not there. Long values are cut. */
  readonly fields: readonly {
    readonly path: string;
    readonly before?: string;
    readonly after?: string;
  }[];
};

/** A report as saved beside the credential, for someone else to work out again. */
export type ReportExport = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export interface TrustApp {
  /** Hosts that checking these credentials would ask; reads the originals, asks nobody. */
  checkOffer(ids: readonly CredentialId[]): Promise<Result<CheckOffer>>;
  /**
   * Asks the allowed hosts and records new reports. `allow` is what the person just confirmed. Answers are
   * kept in the locker; a host that fails changes no earlier finding for good.
   */
  checkOnline(
    ids: readonly CredentialId[],
    allow: { readonly hosts: readonly string[]; readonly scope: 'once' | 'always' },
  ): Promise<Result<CheckOutcomeSummary>>;
  /** Every report of a credential, newest first; none is ever overwritten. */
  reports(id: CredentialId): Promise<readonly VerificationReport[]>;
  /** Works the checks out again from the original and the locker, as things stood at an instant. */
  reportAsOf(id: CredentialId, instant: string): Promise<Result<VerificationReport>>;
  /** Intermediate values of the checks, for experts; works them out anew. */
  facts(id: CredentialId): Promise<Result<readonly Fact[]>>;
  /** Documents of the locker that reports of this credential rest on, newest first. */
  materials(id: CredentialId): Promise<readonly Material[]>;
  /** The body of a kept document. */
  materialBody(material: Material): Promise<Result<string>>;
  /** Documents of this credential whose content changed between two readings, newest change first. */
  differences(id: CredentialId): Promise<readonly MaterialDifference[]>;
  /**
   * The latest report with everything it rests on: `json` the report alone; `bundle` a ZIP of the original, the
   * report and the locker's documents, which `laurel verify` works out again.
   */
  exportReport(id: CredentialId, as: 'json' | 'bundle'): Promise<Result<ReportExport>>;

  /** What the person saw on a verification page; `undefined` takes the record back. */
  recordSeen(
    id: CredentialId,
    seen:
      (Omit<SeenRecord, 'credential' | 'picture'> & { readonly picture?: Uint8Array }) | undefined,
  ): Promise<Result<void>>;

  /** The picture the person saved of a verification page. */
  seenPicture(id: CredentialId): Promise<Result<Uint8Array>>;

  pins(): readonly IssuerPin[];
  /** Pins the issuer of a credential with the keys its proofs were made with. */
  pinIssuer(id: CredentialId, note?: string): Promise<Result<void>>;
  unpin(pin: string): Promise<Result<void>>;
  registries(): readonly IssuerRegistry[];
  trustLists(): readonly CertificateTrustList[];
  /** A registry or trusted list from a file: DCC JSON, 1EdTech-style JSON, CSV, ETSI XML. */
  importTrustFile(name: string, bytes: Uint8Array): Promise<Result<void>>;
  /** Fetches a registry after the person allowed its host; the earlier copy stays in the locker. */
  fetchRegistry(url: string, scope: 'once' | 'always'): Promise<Result<void>>;
  removeTrust(id: string): Promise<Result<void>>;

  rechecks(): readonly RecheckHost[];
  /** Hosts that credentials of this library name for status or copies, with how many. */
  recheckCandidates(): Promise<readonly { readonly host: string; readonly credentials: number }[]>;
  /** Switches a schedule on (allowing the host for good), changes it, or with `undefined` ends it. */
  setRecheck(
    host: string,
    plan: Pick<RecheckHost, 'every' | 'isPrivate'> | undefined,
  ): Promise<Result<void>>;
}
