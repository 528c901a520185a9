// The credential record: one shape for every format, in the standards' own field names
// (Open Badges 3.0, CLR 2.0, VC Data Model 2.0). Everything here can be derived again from the original
// except what the holder added: tags, notes, archivedAt, binnedAt.
import type { Corrections } from './correction.ts';
import type { DateValue } from './date-value.ts';
import type { FieldSources } from './field-source.ts';
import type { Finding } from './finding.ts';
import type { CredentialId, Sha256, TagId } from './id.ts';
import type { Problem } from './problem.ts';
import type { RecipientMatch } from './identity.ts';
import type { VerificationReport } from './report.ts';
import type { SeenRecord } from './trust.ts';
import type { TableMapping, TablePreview } from './table.ts';

/** What was earned (Open Badges 3.0 §B.1 Achievement; Open Badges 2.0 BadgeClass). */
export type Achievement = {
  readonly name: string;
  readonly id?: string;
  readonly description?: string;
  /** Criteria narrative, Markdown as given. */
  readonly criteriaNarrative?: string;
  readonly criteriaUrl?: string;
  readonly achievementType?: string;
  readonly image?: ImageReference;
  readonly humanCode?: string;
  readonly creditsAvailable?: number;
  readonly creditsEarned?: number;
  readonly level?: string;
  readonly inLanguage?: string;
  readonly fieldOfStudy?: string;
};

/** A picture named by the credential. `url` is never loaded unasked; `data:` URLs are held in the original. */
export type ImageReference = { readonly url: string; readonly caption?: string };

/** The issuing Profile. All fields are claims of the credential until a check says otherwise. */
export type Issuer = {
  readonly name?: string;
  readonly id?: string;
  readonly url?: string;
  readonly email?: string;
  readonly description?: string;
  readonly image?: ImageReference;
};

export type RecipientIdentifier = { readonly type: string; readonly value: string };
export type HashedIdentity = {
  readonly type: string;
  readonly hash: string;
  readonly salt?: string;
};

/** Whom it was issued to (Open Badges 3.0 AchievementSubject; 2.0 IdentityObject). */
export type Recipient = {
  readonly name?: string;
  readonly identifiers: readonly RecipientIdentifier[];
  readonly hashedIdentities: readonly HashedIdentity[];
};

export type SkillSource = 'issuer' | 'extracted' | 'holder' | 'coach';

/** One skill and where the claim comes from. */
export type SkillClaim = {
  readonly name: string;
  readonly source: SkillSource;
  readonly url?: string;
  readonly code?: string;
  readonly framework?: string;
  readonly targetType?: string;
  readonly level?: string;
};

export type Evidence = {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly narrative?: string;
};

/**
 * Format names as people meet them: `ob2 assertion`, `ob3 vcdm1.1`, `ob3 vcdm2.0`, `vc vcdm1.1`,
 * `vc vcdm2.0`, `pdf-text`, `pdf-image-only`, `image-png`, `image-jpeg`, `image-webp`, `image-svg`,
 * `document`. Open-ended: later formats add their own.
 */
export type CredentialFormat = string;

/**
 * Where the payload was found: `json`, `jwt`, `cose`, `png-iTXt-openbadges` (chunk and keyword),
 * `svg-assertion-verify`, `pdf`, `picture`, `file`.
 */
export type Carrier = string;

/**
 * The signed or unsigned payload exactly as it stood in the carrier, decoded as UTF-8 once. A COSE message is
 * binary: `text` is the whole of it as base64url, `content` what it signs.
 */
export type CredentialPayload =
  | { readonly kind: 'json' | 'jwt'; readonly text: string }
  | { readonly kind: 'cose'; readonly text: string; readonly content: string };

/** What a reader makes of one credential. Derived from the original alone: same bytes, same reading. */
export type CredentialReading = {
  readonly format: CredentialFormat;
  readonly carrier: Carrier;
  /** The credential's own id (VC `id`, Open Badges 2 assertion `id`), as given. */
  readonly credentialId?: string;
  readonly achievement: Achievement;
  readonly issuer: Issuer;
  readonly recipient: Recipient;
  readonly issuedOn?: DateValue;
  readonly validFrom?: DateValue;
  readonly validUntil?: DateValue;
  readonly provider?: string;
  readonly credentialNumber?: string;
  readonly verifyUrl?: string;
  readonly skills: readonly SkillClaim[];
  readonly evidence: readonly Evidence[];
  /** True when the payload carries a proof or a signature of any kind, checked or not. */
  readonly signed: boolean;
  readonly payload?: CredentialPayload;
  /** Text of a document (PDF text layer, printed words), for search; capped by the reader. */
  readonly text?: string;
  /** Where each field was read. */
  readonly sources?: FieldSources;
  /** Hours of learning, where the credential states them. */
  readonly hours?: number;
};

export type ReadOutcome = 'read' | 'kept' | 'refused';

/**
 * What became of one file. `read`: at least one credential. `kept`: no credential that Laurel can
 * read, stored as a document (`items` then holds one document reading, if it is worth listing).
 * `refused`: not stored; `problems` says why.
 */
export type FileReading = {
  readonly outcome: ReadOutcome;
  readonly mediaType: string;
  readonly items: readonly CredentialReading[];
  readonly problems: readonly Problem[];
  /** What was found and where, in the order it was looked for. */
  readonly findings?: readonly Finding[];
  /**
   * Files inside this one (archive, mail, wallet backup). Each is read and stored as a file of its own;
   * with `storesParts` the container itself is not stored, for it may hold what must not be kept.
   */
  readonly parts?: readonly FilePart[];
  readonly storesParts?: boolean;
  /** Set for tables. Without `certain`, `items` is empty until a mapping is given. */
  readonly table?: TablePreview;
  /** True when the printed words were not read yet because the caller asked to read them later. */
  readonly awaitsPrintedText?: boolean;
};

/** One file inside a container. `name` is cleaned for show and never used as a path. */
export type FilePart = {
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type ReceivedVia =
  'picker' | 'drop' | 'paste' | 'folder' | 'sample' | 'watched-folder' | 'fetch';

/** How an original came to Laurel. */
export type OriginalSource = {
  readonly receivedVia: ReceivedVia;
  /** The container it came in: its file name and the part's name there. */
  readonly from?: { readonly fileName: string; readonly part: string };
  /** The address it was fetched from, personal parts removed. */
  readonly fetchedFrom?: string;
};

export type OriginalReference = OriginalSource & {
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly receivedAt: string;
  /** The columns the person matched, needed to read the table the same way again. */
  readonly tableMapping?: TableMapping;
};

/** Why records are one achievement; each has its sentence in wording.ts. */
export type FamilyReason =
  'same-credential-id' | 'same-verify-address' | 'same-number' | 'same-achievement' | 'person';

/** Membership in a family of copies and reissues of one achievement. */
export type FamilyMembership = {
  readonly id: string;
  readonly reason: FamilyReason;
};

/** One credential of the library (design: what a credential record holds). */
export type CredentialRecord = CredentialReading & {
  readonly id: CredentialId;
  readonly original: OriginalReference;
  /** Which of the original's credentials this is, from 0. */
  readonly originalIndex: number;
  readonly addedAt: string;
  readonly tags: readonly TagId[];
  readonly notes: string;
  readonly latestReport?: VerificationReport;
  /** What the person saw on its verification page. */
  readonly seen?: SeenRecord;
  readonly problems: readonly Problem[];
  readonly archivedAt?: string;
  readonly binnedAt?: string;
  /** Set while it waits in the inbox for the person: the instant it came in. */
  readonly inboxedAt?: string;
  /** What the person put right; the reading itself stays as read. */
  readonly corrections?: Corrections;
  readonly family?: FamilyMembership;
  /** Families the person took it out of; Laurel does not join them again. */
  readonly notFamily?: readonly string[];
  readonly recipientMatch?: RecipientMatch;
  /** True while its printed words wait to be read. */
  readonly awaitsPrintedText?: boolean;
};

export type Tag = { readonly id: TagId; readonly name: string; readonly colour: TagColour };
export const TAG_COLOURS = ['green', 'blue', 'violet', 'rose', 'amber', 'teal', 'grey'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];
