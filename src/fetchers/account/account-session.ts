// Signing in to a badge host: dynamic registration (RFC 7591), authorisation code with PKCE (RFC 7636) and
// state, tokens and their renewal. Everything lives in memory for one session and is written nowhere.
import { problem, type Problem } from '../../domain/problem.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { encodeBase64url } from '../../formats/base64.ts';
import { isObject, stringOf, type JsonObject } from '../../formats/json.ts';
import { askJson, changedShape, type Asking, type JsonAnswer } from '../ask.ts';
import type { FetchRequest } from '../fetcher.ts';
import type { AccountService } from './account-service.ts';

/** Opens the host's sign-in page outside and answers with the query of its redirect. */
export type AccountSignIn = {
  /** The one-time loopback address to register and to be sent back to. */
  readonly redirectUri: string;
  readonly open: (url: string) => Promise<Result<Readonly<Record<string, string>>>>;
};

/** Asks on the person's behalf; renews the token once when the host says it has run out. */
export type AccountSession = {
  readonly ask: (request: Omit<FetchRequest, 'authorization'>) => Promise<Result<JsonAnswer>>;
};

type Client = { readonly id: string; readonly secret: string | undefined };
type Tokens = { readonly access: string; readonly refresh: string | undefined };

const SECRET_BYTES = 32;

/** Registers, signs in and exchanges the code. Whatever goes wrong on the way, no token is kept. */
export async function signInToAccount(
  service: AccountService,
  asking: Asking,
  signIn: AccountSignIn,
): Promise<Result<AccountSession>> {
  const client = await register(service, asking, signIn.redirectUri);
  if (!client.ok) return client;
  const verifier = randomText();
  const state = randomText();
  const url = new URL(service.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: client.value.id,
    redirect_uri: signIn.redirectUri,
    scope: service.scope,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const query = await signIn.open(url.href);
  if (!query.ok) return query;
  // A query with another state belongs to somebody else's sign-in (RFC 6749 §10.12).
  if (query.value['state'] !== state) return err(failed('state'));
  const code = query.value['code'];
  if (code === undefined || query.value['error'] !== undefined) {
    return err(failed(query.value['error'] ?? 'no code'));
  }
  const tokens = await tokensFrom(asking, service.tokenUrl, client.value, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: signIn.redirectUri,
    code_verifier: verifier,
  });
  return tokens.ok ? ok(openSession(service, asking, client.value, tokens.value)) : tokens;
}

function openSession(
  service: AccountService,
  asking: Asking,
  client: Client,
  first: Tokens,
): AccountSession {
  let tokens = first;
  const send = (request: FetchRequest): Promise<Result<JsonAnswer>> =>
    askJson(asking, { ...request, authorization: `Bearer ${tokens.access}` });
  return {
    ask: async (request) => {
      const answer = await send(request);
      const hasRunOut = !answer.ok && answer.problem.params?.['status'] === 401;
      if (!hasRunOut || tokens.refresh === undefined) return answer;
      const renewed = await tokensFrom(asking, service.refreshUrl, client, {
        grant_type: 'refresh_token',
        refresh_token: tokens.refresh,
      });
      if (!renewed.ok) return renewed;
      // A host that renews without a new refresh token means the old one (RFC 6749 §6).
      tokens = { ...renewed.value, refresh: renewed.value.refresh ?? tokens.refresh };
      return send(request);
    },
  };
}

async function register(
  service: AccountService,
  asking: Asking,
  redirectUri: string,
): Promise<Result<Client>> {
  const answer = await askJson(asking, {
    url: service.registrationUrl,
    accept: 'json',
    purpose: 'account-registration',
    method: 'POST',
    body: {
      client_name: 'Laurel',
      software_id: 'laurel',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: service.scope,
    },
  });
  if (!answer.ok) return answer;
  const { value } = answer.value;
  const id = isObject(value) ? stringOf(value['client_id']) : undefined;
  if (!isObject(value) || id === undefined)
    return err(changedShape(hostOf(service.registrationUrl)));
  return ok({ id, secret: stringOf(value['client_secret']) });
}

async function tokensFrom(
  asking: Asking,
  url: string,
  client: Client,
  form: Readonly<Record<string, string>>,
): Promise<Result<Tokens>> {
  const { id, secret } = client;
  const answer = await askJson(asking, {
    url,
    accept: 'json',
    purpose: 'account-token',
    method: 'POST',
    form: secret === undefined ? { ...form, client_id: id } : form,
    ...(secret === undefined ? {} : { authorization: basic(id, secret) }),
  });
  if (!answer.ok) {
    const { code, params } = answer.problem;
    const status = Number(params?.['status'] ?? 0);
    // The token endpoint refuses codes and clients with 400 or 401 (RFC 6749 §5.2).
    return err(status === 400 || status === 401 ? failed(`${code} ${status}`) : answer.problem);
  }
  const { value } = answer.value;
  const tokens = isObject(value) ? readTokens(value) : undefined;
  return tokens ? ok(tokens) : err(changedShape(hostOf(url)));
}

function readTokens(value: JsonObject): Tokens | undefined {
  const access = stringOf(value['access_token']);
  const isBearer = stringOf(value['token_type'])?.toLowerCase() === 'bearer';
  // Only visible ASCII may stand in a header (RFC 6750 §2.1).
  if (access === undefined || !isBearer || !/^[\x21-\x7e]{1,7000}$/u.test(access)) return undefined;
  return { access, refresh: stringOf(value['refresh_token']) };
}

/** HTTP Basic with both parts form-encoded first (RFC 6749 §2.3.1). */
function basic(id: string, secret: string): string {
  const encoded = (part: string): string =>
    new URLSearchParams({ p: part }).toString().slice('p='.length);
  return `Basic ${btoa(`${encoded(id)}:${encoded(secret)}`)}`;
}

function randomText(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encodeBase64url(new Uint8Array(hash));
}

function failed(cause: string): Problem {
  return problem('net/sign-in-failed', { cause });
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
