// Finds out how a badge host hands a person their own badges: Open Badges 3.0 §6.3 service description, or
// the Badge Connect 2.1 manifest. Both are open documents; nothing about the person is sent.
import { err, ok, type Result } from '../../domain/result.ts';
import { isObject, objectsOf, stringOf, type JsonObject } from '../../formats/json.ts';
import { cleanWebAddress } from '../../providers/index.ts';
import { askJson, changedShape, type Asking } from '../ask.ts';
import type { FetchDoor, FetchProgress } from '../fetcher.ts';

export type AccountService = {
  readonly kind: 'badge-connect-2.1' | 'open-badges-3.0';
  /** Name as the host gives it, or the host. */
  readonly name: string;
  /** Address of the list of the person's credentials. */
  readonly listUrl: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly refreshUrl: string;
  readonly registrationUrl: string;
  readonly scope: string;
  /** Every host that will be asked, and where the sign-in page is. Shown before anything is sent. */
  readonly hosts: readonly string[];
};

const SCOPE_2 = 'https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly';
const SCOPE_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly';
const OFFLINE = 'offline_access';

/** Asks `host` alone. Where it describes neither service, the problem of the last question. */
export async function discoverService(
  host: string,
  door: FetchDoor,
  progress: FetchProgress,
): Promise<Result<AccountService>> {
  const asking: Asking = { door, hosts: [host], progress, closed: 'net/refused' };
  const three = await described(asking, host, '/ims/ob/v3p0/discovery', readDescription);
  if (three.ok || !isAnotherTry(three.problem.code)) return three;
  return described(asking, host, '/.well-known/badgeconnect.json', readManifest);
}

function isAnotherTry(code: string): boolean {
  return [
    'net/not-found',
    'net/gone',
    'net/refused',
    'net/wrong-type',
    'net/changed-shape',
  ].includes(code);
}

async function described(
  asking: Asking,
  host: string,
  path: string,
  read: (value: JsonObject, host: string) => AccountService | undefined,
): Promise<Result<AccountService>> {
  const answer = await askJson(asking, {
    url: `https://${host}${path}`,
    accept: 'json',
    purpose: 'account-discovery',
  });
  if (!answer.ok) return answer;
  const { value } = answer.value;
  const service = isObject(value) ? read(value, host) : undefined;
  return service ? ok(service) : err(changedShape(host));
}

/** Open Badges 3.0 §6.3: an OpenAPI document with the OAuth2 addresses among its security schemes. */
function readDescription(value: JsonObject, host: string): AccountService | undefined {
  const scheme = under(value, 'components', 'securitySchemes', 'OAuth2ACG');
  const flow = under(scheme, 'flows', 'authorizationCode');
  const [server] = objectsOf(value['servers']);
  const base = addressOf(server?.['url']) ?? `https://${host}/ims/ob/v3p0`;
  const scopes = under(flow, 'scopes');
  if (scopes?.[SCOPE_3] === undefined) return undefined;
  return serviceOf({
    kind: 'open-badges-3.0',
    name: stringOf(scheme?.['x-imssf-name']) ?? stringOf(under(value, 'info')?.['title']) ?? host,
    list: `${trimSlash(base)}/credentials`,
    authorization: flow?.['authorizationUrl'],
    token: flow?.['tokenUrl'],
    refresh: flow?.['refreshUrl'],
    registration: scheme?.['x-imssf-registrationUrl'],
    scope: scopes[OFFLINE] === undefined ? SCOPE_3 : `${SCOPE_3} ${OFFLINE}`,
  });
}

/** Badge Connect 2.1: the first described API that lets a client read assertions. */
function readManifest(value: JsonObject, host: string): AccountService | undefined {
  for (const api of objectsOf(value['badgeConnectAPI'])) {
    const base = addressOf(api['apiBase']);
    const offered = Array.isArray(api['scopesOffered']) ? api['scopesOffered'] : [];
    if (base === undefined || !offered.includes(SCOPE_2)) continue;
    return serviceOf({
      kind: 'badge-connect-2.1',
      name: stringOf(api['name']) ?? host,
      list: `${trimSlash(base)}/assertions`,
      authorization: api['authorizationUrl'],
      token: api['tokenUrl'],
      refresh: api['tokenUrl'],
      registration: api['registrationUrl'],
      scope: offered.includes(OFFLINE) ? `${SCOPE_2} ${OFFLINE}` : SCOPE_2,
    });
  }
  return undefined;
}

function serviceOf(found: {
  readonly kind: AccountService['kind'];
  readonly name: string;
  readonly list: string;
  readonly authorization: JsonObject[string] | undefined;
  readonly token: JsonObject[string] | undefined;
  readonly refresh: JsonObject[string] | undefined;
  readonly registration: JsonObject[string] | undefined;
  readonly scope: string;
}): AccountService | undefined {
  const authorizationUrl = addressOf(found.authorization);
  const tokenUrl = addressOf(found.token);
  const refreshUrl = addressOf(found.refresh) ?? tokenUrl;
  const registrationUrl = addressOf(found.registration);
  if (!authorizationUrl || !tokenUrl || !refreshUrl || !registrationUrl) return undefined;
  const asked = [found.list, authorizationUrl, tokenUrl, refreshUrl, registrationUrl];
  return {
    kind: found.kind,
    name: found.name.slice(0, 100),
    listUrl: found.list,
    authorizationUrl,
    tokenUrl,
    refreshUrl,
    registrationUrl,
    scope: found.scope,
    hosts: [...new Set(asked.map((url) => new URL(url).hostname))],
  };
}

/** An https address; the specification's own sample leaves out the scheme (Open Badges 3.0 §6.3.1.2). */
function addressOf(value: JsonObject[string] | undefined): string | undefined {
  const text = stringOf(value);
  if (text === undefined) return undefined;
  const clean = cleanWebAddress(/^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`);
  return clean?.startsWith('https://') ? clean : undefined;
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}

function under(node: JsonObject | undefined, ...names: readonly string[]): JsonObject | undefined {
  let current = node;
  for (const name of names) {
    const next = current?.[name];
    if (!isObject(next)) return undefined;
    current = next;
  }
  return current;
}
