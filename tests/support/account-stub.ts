// A badge host with accounts, for the loopback stub: discovery, registration, PKCE, tokens that run out,
// and paged lists in both services' shapes. It checks what a careful server checks.
import { createHash } from 'node:crypto';
import type { AccountSignIn } from '../../src/fetchers/index.ts';
import { err, ok } from '../../src/domain/result.ts';
import { problem } from '../../src/domain/problem.ts';
import type { StubAnswer, StubRequest } from './provider-stub-answers.ts';

export const SITE = 'badges.larkfield.example';
export const API = 'api.larkfield.example';
const CLIENT = { client_id: 'laurel client', client_secret: 's3cret/+' };
const BASIC = `Basic ${Buffer.from('laurel+client:s3cret%2F%2B').toString('base64')}`;

export type AccountStubOptions = {
  readonly kind: 'badge-connect-2.1' | 'open-badges-3.0';
  /** Everything the account holds; objects and tokens in one list. */
  readonly holds: readonly unknown[];
  readonly paging: 'link' | 'total' | 'none';
  /** Names of the list of tokens in a 3.0 answer. */
  readonly tokenList?: 'compactJwsString' | 'compactJwsStrings';
  /** How many list requests an access token is good for. */
  readonly tokenUses?: number;
  readonly pageSize?: number;
  /** Plays a sign-in gone wrong. */
  readonly signIn?: 'denied' | 'wrong-state' | 'wrong-code' | 'closed';
  readonly nextLink?: string;
  readonly withoutSecret?: boolean;
};

export type AccountStub = {
  readonly answer: (request: StubRequest) => StubAnswer | undefined;
  readonly signIn: AccountSignIn;
  /** The address the person would have seen. */
  readonly opened: string[];
  readonly counts: { registrations: number; exchanges: number; renewals: number };
};

export function accountStub(options: AccountStubOptions): AccountStub {
  const opened: string[] = [];
  const counts = { registrations: 0, exchanges: 0, renewals: 0 };
  let challenge = '';
  let uses = 0;
  let token = 'token-1';
  const signIn: AccountSignIn = {
    redirectUri: 'http://127.0.0.1:50123/signed-in/x',
    open: async (url) => {
      opened.push(url);
      const { searchParams } = new URL(url);
      challenge = searchParams.get('code_challenge') ?? '';
      const state = searchParams.get('state') ?? '';
      if (options.signIn === 'closed') return err(problem('net/sign-in-failed'));
      if (options.signIn === 'denied') return ok({ error: 'access_denied', state });
      if (options.signIn === 'wrong-state') return ok({ code: 'code-1', state: 'other' });
      return ok({ code: options.signIn === 'wrong-code' ? 'code-9' : 'code-1', state });
    },
  };
  const exchange = (request: StubRequest): StubAnswer => {
    const form = new URLSearchParams(request.body);
    const isClient = options.withoutSecret
      ? form.get('client_id') === CLIENT.client_id
      : request.headers['authorization'] === BASIC;
    if (!isClient) return json({ error: 'invalid_client' }, 401);
    if (form.get('grant_type') === 'refresh_token') {
      if (form.get('refresh_token') !== 'refresh-1') return json({ error: 'invalid_grant' }, 400);
      counts.renewals += 1;
    } else {
      const verifier = form.get('code_verifier') ?? '';
      const computed = createHash('sha256').update(verifier).digest('base64url');
      const isGood =
        form.get('code') === 'code-1' && computed === challenge && verifier.length > 42;
      if (!isGood) return json({ error: 'invalid_grant' }, 400);
      counts.exchanges += 1;
    }
    token = `token-${counts.exchanges + counts.renewals}`;
    uses = 0;
    return json({
      access_token: token,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: 'refresh-1',
    });
  };
  const list = (request: StubRequest): StubAnswer => {
    uses += 1;
    const isGood = request.headers['authorization'] === `Bearer ${token}`;
    if (!isGood || uses > (options.tokenUses ?? Infinity)) return json({ error: 'expired' }, 401);
    return listPage(options, request);
  };
  const answer = (request: StubRequest): StubAnswer | undefined => {
    if (request.host === SITE) return discovery(options.kind, request.path);
    if (request.host !== API) return undefined;
    if (request.path === '/register') {
      counts.registrations += 1;
      const { client_secret: _secret, ...open } = CLIENT;
      return json(options.withoutSecret ? open : CLIENT, 201);
    }
    if (request.path === '/token') return exchange(request);
    return request.path.endsWith('/credentials') || request.path.endsWith('/assertions')
      ? list(request)
      : undefined;
  };
  return { answer, signIn, opened, counts };
}

function listPage(options: AccountStubOptions, request: StubRequest): StubAnswer {
  const offset = Number(request.query.get('offset'));
  const size = options.pageSize ?? Number(request.query.get('limit'));
  const page = options.holds.slice(offset, offset + size);
  const objects = page.filter((one) => typeof one !== 'string');
  const tokens = page.filter((one) => typeof one === 'string');
  const body =
    options.kind === 'badge-connect-2.1'
      ? { status: { error: null, statusCode: 200 }, assertions: objects, signedAssertions: tokens }
      : { credential: objects, [options.tokenList ?? 'compactJwsString']: tokens };
  const hasMore = offset + size < options.holds.length;
  const next =
    options.nextLink ?? `https://${API}${request.path}?limit=${size}&offset=${offset + size}`;
  const links = `<https://${API}${request.path}?offset=0>; rel="first"${hasMore ? `, <${next}>; rel="next"` : ''}`;
  const headers = {
    ...(options.paging === 'link' ? { link: links } : {}),
    ...(options.paging === 'none' ? {} : { 'x-total-count': String(options.holds.length) }),
  };
  return { ...json(body), headers };
}

function discovery(kind: AccountStubOptions['kind'], path: string): StubAnswer | undefined {
  if (kind === 'open-badges-3.0' && path === '/ims/ob/v3p0/discovery') {
    const scope = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly';
    return json({
      openapi: '3.0.0',
      info: { title: 'Larkfield Badges' },
      servers: [{ url: `https://${API}/ims/ob/v3p0` }],
      components: {
        securitySchemes: {
          OAuth2ACG: {
            type: 'oauth2',
            'x-imssf-name': 'Larkfield Badges',
            'x-imssf-registrationUrl': `${API}/register`,
            flows: {
              authorizationCode: {
                authorizationUrl: `https://${SITE}/authorize`,
                tokenUrl: `https://${API}/token`,
                refreshUrl: `https://${API}/token`,
                scopes: { [scope]: 'Read credentials', offline_access: 'Stay signed in' },
              },
            },
          },
        },
      },
    });
  }
  if (kind === 'badge-connect-2.1' && path === '/.well-known/badgeconnect.json') {
    return json({
      '@context': 'https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld',
      id: `https://${SITE}/.well-known/badgeconnect.json`,
      badgeConnectAPI: [
        {
          name: 'Larkfield Badges',
          apiBase: `https://${API}/bcv1`,
          version: 'v2p1',
          scopesOffered: ['https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly'],
          registrationUrl: `https://${API}/register`,
          authorizationUrl: `https://${SITE}/authorize`,
          tokenUrl: `https://${API}/token`,
        },
      ],
    });
  }
  return undefined;
}

function json(body: unknown, status = 200): StubAnswer {
  return { status, mediaType: 'application/json', body: JSON.stringify(body) };
}
