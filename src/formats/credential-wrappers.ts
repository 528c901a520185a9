// What interfaces, exports and tools put around credentials: presentations, lists, pages of results. Finds the
// credentials in them; a shape that holds none is left to others.
import { envelopedText, isCredentialNode, isPresentation } from './credential-kind.ts';
import { isObject, typesOf, type JsonObject, type JsonValue } from './json.ts';
import { childOf, elementsOf, type LocatedJson } from './json-source.ts';
import { looksLikeJwt } from './jwt.ts';

export type InnerCredentials = {
  readonly credentials: readonly LocatedJson[];
  readonly isPresentation: boolean;
};

// One credential: wallets and issuing tools. Lists: Open Badges 3.0 §5 (`credential`, `compactJwsString`), Badge
// Connect 2.1 (`assertions`, `signedAssertions`), Badgr (`result`, `badges`, `json`), wallets and exports.
const WRAPPERS = [
  'credential',
  'vc',
  'credentials',
  'verifiableCredentials',
  'rawCredential',
  'credentialData',
  'signedCredential',
  'jwt',
  'vcJwt',
  'compactJws',
  'compactJwsString',
  'compactJwsStrings',
  'assertion',
  'assertions',
  'signedAssertions',
  'json',
  'badge',
  'badges',
  'result',
  'results',
  'data',
  'items',
];
const MAX_LAYERS = 3;

/** The credentials that a presentation or another wrapper holds; undefined for anything else. */
export function innerCredentials(wrapper: LocatedJson): InnerCredentials | undefined {
  const { value: node } = wrapper;
  if (!isObject(node)) return undefined;
  const field = ['vp', 'verifiablePresentation', 'presentation'].find((name) =>
    isObject(node[name]),
  );
  const wrapped = field === undefined ? undefined : childOf(wrapper, field);
  if (wrapped) return innerCredentials(wrapped) ?? { credentials: [], isPresentation: true };
  if (isPresentation(node)) {
    const credentials = elementsOf(childOf(wrapper, 'verifiableCredential'));
    return { credentials, isPresentation: true };
  }
  if (typesOf(node).some((type) => type.toLowerCase() === 'assertion')) return undefined;
  const credentials = WRAPPERS.filter((name) => listHolds(node[name], 0)).flatMap((name) =>
    elementsOf(childOf(wrapper, name)),
  );
  return credentials.length > 0 ? { credentials, isPresentation: false } : undefined;
}

function listHolds(value: JsonValue | undefined, layer: number): boolean {
  if (value === undefined || layer > MAX_LAYERS) return false;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).some((one) => listHolds(one, layer + 1));
  }
  if (typeof value === 'string') return looksLikeJwt(value);
  return isObject(value) && holds(value, layer);
}

function holds(node: JsonObject, layer: number): boolean {
  if (isCredentialNode(node) || envelopedText(node) !== undefined) return true;
  if (isPresentation(node)) return true;
  return WRAPPERS.some((name) => listHolds(node[name], layer + 1));
}
