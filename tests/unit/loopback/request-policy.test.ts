import { describe, expect, it } from 'vitest';
import { FRAME_MEDIA_TYPE } from '../../../src/contract/frame.ts';
import {
  type RequestFacts,
  hasToken,
  isRequestAllowed,
} from '../../../electron/loopback/request-policy.ts';

const PORT = 23_456;
const HOST = `127.0.0.1:${PORT}`;
const ORIGIN = `http://${HOST}`;
const TOKEN = 'the-token-of-this-session';

const PAGE_LOAD = {
  method: 'GET',
  target: '/',
  headers: [
    ['Host', HOST],
    ['Sec-Fetch-Site', 'none'],
    ['Sec-Fetch-Dest', 'document'],
  ],
} as const;

const API_CALL = {
  method: 'POST',
  target: '/api/library.list',
  headers: [
    ['Host', HOST],
    ['Origin', ORIGIN],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Authorization', `Bearer ${TOKEN}`],
    ['Content-Type', FRAME_MEDIA_TYPE],
    ['Content-Length', '6'],
  ],
} as const;

type Call = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
};

function factsOf(call: Call, token: string | undefined = TOKEN): RequestFacts {
  return {
    method: call.method,
    target: call.target,
    rawHeaders: call.headers.flat(),
    port: PORT,
    token,
  };
}

/** The call with one header replaced, added, or (value undefined) left out. */
function withHeader(call: Call, name: string, value: string | undefined): Call {
  const kept = call.headers.filter(([header]) => header.toLowerCase() !== name.toLowerCase());
  return { ...call, headers: value === undefined ? kept : [...kept, [name, value]] };
}

function alsoHeader(call: Call, name: string, value: string): Call {
  return { ...call, headers: [...call.headers, [name, value]] };
}

describe('what the page itself sends is allowed', () => {
  it.each([
    ['the window opens the page', PAGE_LOAD, 'file'],
    [
      'the page loads a script',
      { ...withHeader(PAGE_LOAD, 'Sec-Fetch-Site', 'same-origin'), target: '/assets/a.js' },
      'file',
    ],
    [
      'curl without fetch metadata loads the page',
      withHeader(PAGE_LOAD, 'Sec-Fetch-Site', undefined),
      'file',
    ],
    ['a channel call', API_CALL, 'api'],
    [
      'the code exchange',
      {
        ...withHeader(
          withHeader(API_CALL, 'Content-Type', 'application/json'),
          'Authorization',
          undefined,
        ),
        target: '/session',
      },
      'session',
    ],
    ['the open window reports itself', { ...API_CALL, target: '/presence' }, 'presence'],
    [
      'another start of Laurel asks for a window',
      { method: 'POST', target: '/renew', headers: [['Host', HOST]] },
      'renew',
    ],
  ] as const)('%s', (_name, call, kind) => {
    expect(isRequestAllowed(factsOf(call))).toEqual({ allowed: true, kind });
  });
});

describe('attacks are refused', () => {
  const attacks: readonly (readonly [string, Call, number])[] = [
    // B1: DNS rebinding and confusion about the address
    ['rebound name', withHeader(PAGE_LOAD, 'Host', 'evil.example'), 403],
    ['rebound name with our port', withHeader(PAGE_LOAD, 'Host', `evil.example:${PORT}`), 403],
    ['wildcard DNS name', withHeader(PAGE_LOAD, 'Host', `127.0.0.1.nip.io:${PORT}`), 403],
    ['localhost by name', withHeader(PAGE_LOAD, 'Host', `localhost:${PORT}`), 403],
    ['localhost with a dot', withHeader(PAGE_LOAD, 'Host', `localhost.:${PORT}`), 403],
    ['our address with a dot', withHeader(PAGE_LOAD, 'Host', `127.0.0.1.:${PORT}`), 403],
    ['short form of the address', withHeader(PAGE_LOAD, 'Host', `127.1:${PORT}`), 403],
    ['IPv6 loopback, which is not bound', withHeader(PAGE_LOAD, 'Host', `[::1]:${PORT}`), 403],
    ['wrong port', withHeader(PAGE_LOAD, 'Host', '127.0.0.1:80'), 403],
    ['no port', withHeader(PAGE_LOAD, 'Host', '127.0.0.1'), 403],
    ['no Host', withHeader(PAGE_LOAD, 'Host', undefined), 403],
    ['empty Host', withHeader(PAGE_LOAD, 'Host', ''), 403],
    ['two Hosts', alsoHeader(PAGE_LOAD, 'Host', 'evil.example'), 403],
    ['the same Host twice', alsoHeader(PAGE_LOAD, 'host', HOST), 403],
    ['user name in Host', withHeader(PAGE_LOAD, 'Host', `evil@${HOST}`), 403],
    ['absolute-form target', { ...PAGE_LOAD, target: `http://${HOST}/` }, 403],
    ['absolute-form target elsewhere', { ...PAGE_LOAD, target: 'http://evil.example/' }, 403],
    ['protocol-relative target', { ...PAGE_LOAD, target: '//evil.example/' }, 403],
    ['backslash target', { ...PAGE_LOAD, target: '/\\evil.example/' }, 403],
    ['asterisk target', { ...PAGE_LOAD, method: 'OPTIONS', target: '*' }, 403],
    ['authority target', { ...PAGE_LOAD, method: 'CONNECT', target: HOST }, 403],
    // B2: cross-site requests
    [
      'form post from another site',
      withHeader(
        withHeader(API_CALL, 'Origin', 'https://evil.example'),
        'Sec-Fetch-Site',
        'cross-site',
      ),
      403,
    ],
    ['Origin null (sandboxed frame, file)', withHeader(API_CALL, 'Origin', 'null'), 403],
    ['no Origin', withHeader(API_CALL, 'Origin', undefined), 403],
    ['two Origins', alsoHeader(API_CALL, 'Origin', ORIGIN), 400],
    ['Origin on another port', withHeader(API_CALL, 'Origin', 'http://127.0.0.1:3000'), 403],
    ['Origin with another scheme', withHeader(API_CALL, 'Origin', `https://${HOST}`), 403],
    ['Origin by localhost', withHeader(API_CALL, 'Origin', `http://localhost:${PORT}`), 403],
    ['Origin that starts like ours', withHeader(API_CALL, 'Origin', `${ORIGIN}.evil.example`), 403],
    ['Origin in capitals', withHeader(API_CALL, 'Origin', ORIGIN.toUpperCase()), 403],
    ['cross-site by fetch metadata', withHeader(API_CALL, 'Sec-Fetch-Site', 'cross-site'), 403],
    [
      'same-site (another port of this machine)',
      withHeader(API_CALL, 'Sec-Fetch-Site', 'same-site'),
      403,
    ],
    ['fetch metadata none on a call', withHeader(API_CALL, 'Sec-Fetch-Site', 'none'), 403],
    ['no fetch metadata on a call', withHeader(API_CALL, 'Sec-Fetch-Site', undefined), 403],
    ['fetch metadata twice', alsoHeader(API_CALL, 'Sec-Fetch-Site', 'cross-site'), 400],
    ['image of another site', withHeader(PAGE_LOAD, 'Sec-Fetch-Site', 'cross-site'), 403],
    ['page of another port', withHeader(PAGE_LOAD, 'Sec-Fetch-Site', 'same-site'), 403],
    ['GET with a foreign Origin', alsoHeader(PAGE_LOAD, 'Origin', 'https://evil.example'), 403],
    ['WebSocket', alsoHeader(PAGE_LOAD, 'Upgrade', 'websocket'), 403],
    ['channel by GET', { ...API_CALL, method: 'GET' }, 405],
    ['session by GET', { ...API_CALL, method: 'GET', target: '/session' }, 405],
    ['session with a query', { ...API_CALL, method: 'GET', target: '/session?code=1' }, 405],
    ['CORS preflight', { ...API_CALL, method: 'OPTIONS' }, 405],
    ['PUT', { ...API_CALL, method: 'PUT' }, 405],
    ['DELETE', { ...API_CALL, method: 'DELETE' }, 405],
    ['TRACE', { ...PAGE_LOAD, method: 'TRACE' }, 405],
    ['method in small letters', { ...API_CALL, method: 'post' }, 405],
    ['text/plain body', withHeader(API_CALL, 'Content-Type', 'text/plain'), 415],
    ['form body', withHeader(API_CALL, 'Content-Type', 'application/x-www-form-urlencoded'), 415],
    [
      'media type with a parameter',
      withHeader(API_CALL, 'Content-Type', `${FRAME_MEDIA_TYPE}; charset=utf-8`),
      415,
    ],
    ['no media type', withHeader(API_CALL, 'Content-Type', undefined), 415],
    ['POST elsewhere', { ...API_CALL, target: '/index.html' }, 404],
    ['renew by a page', { ...API_CALL, target: '/renew' }, 403],
    // B3 and B6: the token
    ['no token', withHeader(API_CALL, 'Authorization', undefined), 401],
    ['wrong token', withHeader(API_CALL, 'Authorization', `Bearer ${TOKEN}x`), 401],
    [
      'part of the token',
      withHeader(API_CALL, 'Authorization', `Bearer ${TOKEN.slice(0, -1)}`),
      401,
    ],
    ['empty token', withHeader(API_CALL, 'Authorization', 'Bearer '), 401],
    ['token by another scheme', withHeader(API_CALL, 'Authorization', `Basic ${TOKEN}`), 401],
    ['two tokens', alsoHeader(API_CALL, 'Authorization', 'Bearer x'), 400],
    [
      'token in a cookie',
      alsoHeader(withHeader(API_CALL, 'Authorization', undefined), 'Cookie', `token=${TOKEN}`),
      401,
    ],
    [
      'token in the address',
      {
        ...withHeader(API_CALL, 'Authorization', undefined),
        target: `/api/library.list?token=${TOKEN}`,
      },
      401,
    ],
    [
      'presence without a token',
      { ...withHeader(API_CALL, 'Authorization', undefined), target: '/presence' },
      401,
    ],
    // B7 and B8: framing and bodies of unknown length
    ['inside a frame', withHeader(PAGE_LOAD, 'Sec-Fetch-Dest', 'iframe'), 403],
    ['as a plug-in', withHeader(PAGE_LOAD, 'Sec-Fetch-Dest', 'embed'), 403],
    ['chunked body', alsoHeader(API_CALL, 'Transfer-Encoding', 'chunked'), 411],
    ['two lengths (request smuggling)', alsoHeader(API_CALL, 'Content-Length', '7'), 400],
  ];

  it.each(attacks)('%s', (_name, call, status) => {
    const verdict = isRequestAllowed(factsOf(call));
    expect(verdict).toMatchObject({ allowed: false, status });
  });

  it('refuses every channel call before a code was exchanged', () => {
    const facts = factsOf(withHeader(API_CALL, 'Authorization', 'Bearer undefined'));
    expect(isRequestAllowed({ ...facts, token: undefined })).toMatchObject({ status: 401 });
  });

  it('never repeats what was sent in its reason', () => {
    for (const [, call] of attacks) {
      const verdict = isRequestAllowed(factsOf(call));
      if (!verdict.allowed) expect(verdict.reason).toMatch(/^[A-Za-z ]{5,30}$/);
    }
  });
});

describe('hasToken', () => {
  it('accepts exactly the secret and nothing when there is none', () => {
    expect(hasToken('Bearer s', 's')).toBe(true);
    expect(hasToken('bearer s', 's')).toBe(false);
    expect(hasToken('Bearer undefined', undefined)).toBe(false);
    expect(hasToken(undefined, 's')).toBe(false);
  });
});
