// The loopback session: a one-time code that becomes the token. Holds secrets in memory only.
import { randomBytes, timingSafeEqual } from 'node:crypto';

const CODE_BYTES = 16;
const TOKEN_BYTES = 32;
const CODE_LIFETIME_MS = 60_000;
/** Guesses at one code before it is worthless. */
const MAX_WRONG_TRIES = 5;

export interface Session {
  /** A fresh code, good once and for 60 seconds; an earlier one stops working. */
  issueCode(): string;
  /** The token for the right code, or undefined. The code is spent by this or by five wrong tries. */
  exchange(code: unknown): string | undefined;
  /** The token that requests must carry; undefined until a code was exchanged. */
  token(): string | undefined;
}

/** `now` is in milliseconds and injected for tests. Every exchange gets the same token, so windows coexist. */
export function createSession(now: () => number): Session {
  let current:
    { readonly code: Buffer; readonly expiresAt: number; wrongTries: number } | undefined;
  let token: string | undefined;
  return {
    issueCode: () => {
      const code = randomBytes(CODE_BYTES).toString('base64url');
      current = { code: Buffer.from(code), expiresAt: now() + CODE_LIFETIME_MS, wrongTries: 0 };
      return code;
    },
    exchange: (code) => {
      if (typeof code !== 'string' || current === undefined) return undefined;
      const given = Buffer.from(code);
      const isRight =
        given.byteLength === current.code.byteLength && timingSafeEqual(given, current.code);
      if (!isRight) {
        current.wrongTries += 1;
        if (current.wrongTries >= MAX_WRONG_TRIES) current = undefined;
        return undefined;
      }
      const isFresh = now() < current.expiresAt;
      current = undefined;
      if (!isFresh) return undefined;
      token ??= randomBytes(TOKEN_BYTES).toString('base64url');
      return token;
    },
    token: () => token,
  };
}
