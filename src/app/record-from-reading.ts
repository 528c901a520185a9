// From what a reader found to what the library stores. Bulky parts that the original holds anyway
// (payload, document text, embedded pictures) stay in the original and are read again when needed.
import type {
  Achievement,
  CredentialReading,
  CredentialRecord,
  ImageReference,
  OriginalReference,
} from '../domain/credential.ts';
import { credentialIdOf } from '../domain/id.ts';
import type { Problem } from '../domain/problem.ts';
import type { VerificationReport } from '../domain/report.ts';

const MAX_TEXT = 20_000;

/** The fields that come from the original alone, cut to what the library keeps. */
export function storedReading(reading: CredentialReading): CredentialReading {
  const { payload: _payload, text: _text, ...rest } = reading;
  return {
    ...rest,
    achievement: storedAchievement(reading.achievement),
    issuer: withStoredImage(reading.issuer),
  };
}

/** A new record for credential `index` of an original. */
export function recordFromReading(input: {
  readonly reading: CredentialReading;
  readonly report?: VerificationReport;
  readonly problems: readonly Problem[];
  readonly original: OriginalReference;
  readonly index: number;
}): CredentialRecord {
  return {
    ...storedReading(input.reading),
    id: credentialIdOf(input.original.sha256, input.index),
    original: input.original,
    originalIndex: input.index,
    addedAt: input.original.receivedAt,
    tags: [],
    notes: '',
    ...(input.report ? { latestReport: input.report } : {}),
    problems: input.problems,
  };
}

function storedAchievement(achievement: Achievement): Achievement {
  const { description, criteriaNarrative } = achievement;
  return {
    ...withStoredImage(achievement),
    ...(description === undefined ? {} : { description: description.slice(0, MAX_TEXT) }),
    ...(criteriaNarrative === undefined
      ? {}
      : { criteriaNarrative: criteriaNarrative.slice(0, MAX_TEXT) }),
  };
}

function withStoredImage<T extends { readonly image?: ImageReference }>(subject: T): T {
  if (!subject.image?.url.startsWith('data:')) return subject;
  const { image: _image, ...rest } = subject;
  return rest as T;
}
