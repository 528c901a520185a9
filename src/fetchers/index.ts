// The fetchers layer's public door: which providers can be asked, and what a pasted address means to them.
import { accredible } from './accredible.ts';
import { intellum, skilljar } from './award-page.ts';
import { badgrAssertion, badgrCollection } from './badgr.ts';
import { credlyBadge, credlyProfile } from './credly.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Fetcher, FetchTarget } from './fetcher.ts';
import { forbiddenFetch } from './forbidden.ts';
import { freecodecamp } from './freecodecamp.ts';
import { googleSkills } from './google-skills.ts';
import { hackerrank } from './hackerrank.ts';
import { hostedBadge, moodle, openBadgeFactory } from './hosted-badge.ts';
import { microsoftLearn } from './microsoft-learn.ts';
import { readPasted } from './pasted-address.ts';
import { openBadgePassport } from './open-badge-passport.ts';
import { trailhead } from './trailhead.ts';

export type {
  FetchAnswer,
  FetchDoor,
  FetchedFile,
  FetchedFiles,
  Fetcher,
  FetchProgress,
  FetchRequest,
  FetchTarget,
} from './fetcher.ts';
export { fetchAccount, type AccountRequest } from './account/account-credentials.ts';
export { discoverService, type AccountService } from './account/account-service.ts';
export type { AccountSignIn } from './account/account-session.ts';
export { forbiddenFetch } from './forbidden.ts';

/** Every fetcher. The first that recognises an address has it, so any-host ones stand last. */
export const fetchers: readonly Fetcher[] = [
  credlyProfile,
  credlyBadge,
  microsoftLearn,
  trailhead,
  hackerrank,
  googleSkills,
  badgrAssertion,
  badgrCollection,
  openBadgePassport,
  openBadgeFactory,
  freecodecamp,
  skilljar,
  accredible,
  intellum,
  moodle,
  hostedBadge,
];

/** What untrusted pasted text could be fetched from; undefined where no fetcher knows it. Asks nobody. */
export function recogniseFetch(
  pasted: string,
): { readonly fetcher: Fetcher; readonly target: FetchTarget } | undefined {
  if (forbiddenFetch(pasted)) return undefined;
  for (const fetcher of fetchers) {
    const target = fetcher.recognise(pasted);
    if (target) return { fetcher, target };
  }
  return undefined;
}

/** The host of a pasted address or bare host name, whose account could be read. Asks nobody. */
export function recogniseAccountHost(pasted: string): Result<string> {
  const text = pasted.trim();
  const full = text.includes('/') ? text : `https://${text}/`;
  const forbidden = forbiddenFetch(full);
  if (forbidden) return err(forbidden);
  const address = readPasted(full);
  return address ? ok(address.host) : err(problem('text/nothing-recognised'));
}
