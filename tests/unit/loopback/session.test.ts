import { describe, expect, it } from 'vitest';
import { createSession } from '../../../electron/loopback/session.ts';

describe('the one-time code', () => {
  it('gives the token once', () => {
    const session = createSession(() => 0);
    const code = session.issueCode();
    const token = session.exchange(code);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(session.token()).toBe(token);
    expect(session.exchange(code)).toBeUndefined();
  });

  it('is worthless after 60 seconds', () => {
    let now = 0;
    const session = createSession(() => now);
    const code = session.issueCode();
    now = 60_000;
    expect(session.exchange(code)).toBeUndefined();
    expect(session.token()).toBeUndefined();
  });

  it('is worthless after five wrong tries', () => {
    const session = createSession(() => 0);
    const code = session.issueCode();
    for (let count = 0; count < 5; count += 1) expect(session.exchange('wrong')).toBeUndefined();
    expect(session.exchange(code)).toBeUndefined();
  });

  it.each([undefined, null, 7, '', {}, ['x']])('refuses %j', (value) => {
    const session = createSession(() => 0);
    session.issueCode();
    expect(session.exchange(value)).toBeUndefined();
  });

  it('gives the same token to a second window, and stops the first code when a second is issued', () => {
    const session = createSession(() => 0);
    const token = session.exchange(session.issueCode());
    const stale = session.issueCode();
    const fresh = session.issueCode();
    expect(session.exchange(stale)).toBeUndefined();
    expect(session.exchange(fresh)).toBe(token);
  });
});
