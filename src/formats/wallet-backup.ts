// Backups of wallets (Learner Credential Wallet, Universal Wallet) and any other JSON where private keys stand
// beside credentials. Takes the credentials out one by one, exactly as they stand; the rest is never kept.
import type { FilePart } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { problem } from '../domain/problem.ts';
import {
  envelopedText,
  isCredentialNode,
  isEndorsement,
  isPresentation,
} from './credential-kind.ts';
import { contextsOf, isObject, typesOf, type JsonObject, type JsonValue } from './json.ts';
import { locate, type LocatedJson } from './json-source.ts';
import type { PayloadReading } from './reading-parts.ts';

type Path = readonly (string | number)[];
type Contents = {
  readonly credentials: Path[];
  /** Objects that hold private key material under a name that means nothing else. */
  keys: number;
  /** Objects with a field such as `seed`, which is a secret only beside credentials. */
  secrets: number;
  locked: boolean;
};

const MAX_PARTS = 1_000;
const PRIVATE = /^(?:private|secret)[_-]?key(?:[_-]?\w+)?$|^x?priv(?:ate)?[_-]?key$|^xprv$/i;
const SECRET = /^(?:seed(?:[_-]?(?:phrase|hex|words))?|mnemonic(?:[_-]?phrase)?|passphrase)$/i;

/**
 * The credentials of an untrusted backup as parts; undefined for JSON that is no backup and holds no private
 * key. With `storesParts` and no part, nothing in the text may be stored. What stands inside a credential is
 * the credential, whatever it is called.
 */
export function readWalletBackup(
  root: LocatedJson,
  isCredentialText: (text: string) => boolean,
): PayloadReading | undefined {
  const contents: Contents = { credentials: [], keys: 0, secrets: 0, locked: false };
  if (isObject(root.value) && !isWallet(root.value) && isWholeCredential(root.value))
    return undefined;
  survey(root.value, [], contents, isCredentialText);
  const { credentials, locked } = contents;
  const isBackup = isObject(root.value) && isWallet(root.value);
  const keys = contents.keys + (isBackup || credentials.length > 0 ? contents.secrets : 0);
  if (!isBackup && keys === 0) return undefined;
  const parts = credentials.slice(0, MAX_PARTS).flatMap((path, index) => partAt(root, path, index));
  const findings: Finding[] = [
    ...(parts.length > 0 ? [finding('found/in-wallet-backup', { count: parts.length })] : []),
    ...(keys > 0 ? [finding('left-out/private-keys', { count: keys })] : []),
  ];
  const nothing = locked
    ? problem('jwt/encrypted')
    : problem('credential/not-a-credential', {
        params: { kind: keys > 0 ? 'a private key' : 'a wallet backup without credentials' },
      });
  return {
    items: [],
    problems: [
      ...(parts.length === 0 ? [nothing] : []),
      ...(credentials.length > MAX_PARTS
        ? [problem('credential/too-many', { params: { limit: '1,000' } })]
        : []),
    ],
    findings,
    parts,
    storesParts: true,
  };
}

/**
 * The credentials anywhere in JSON of an unknown shape, outermost first; none that only supports another.
 * For exports of tools nobody has heard of.
 */
export function scatteredCredentials(
  root: LocatedJson,
  isCredentialText: (text: string) => boolean,
): readonly LocatedJson[] {
  const contents: Contents = { credentials: [], keys: 0, secrets: 0, locked: false };
  survey(root.value, [], contents, isCredentialText);
  return contents.credentials
    .slice(0, MAX_PARTS)
    .flatMap((path) => locate(root, path) ?? [])
    .filter(
      ({ value }) => !isObject(value) || (saysItIsCredential(value) && !isEndorsement(value)),
    );
}

const SAID = /(?:^|[:/#])(?:VerifiableCredential|VerifiablePresentation|Assertion|Clr)$/i;

/** By its own type: vocabularies and schemas are built like credentials and are none. */
function saysItIsCredential(node: JsonObject): boolean {
  return typesOf(node).some((type) => SAID.test(type)) || envelopedText(node) !== undefined;
}

/** Universal Wallet 2020, open or locked. */
function isWallet(node: JsonObject): boolean {
  return (
    typesOf(node).some((type) => /^(?:UniversalWallet\d*|EncryptedWallet)$/.test(type)) ||
    (contextsOf(node).some((url) => /w3id\.org\/wallet\//.test(url)) &&
      node['contents'] !== undefined)
  );
}

function isWholeCredential(node: JsonObject): boolean {
  return isCredentialNode(node) || isPresentation(node) || envelopedText(node) !== undefined;
}

/** One walk; stops at credentials, counts keys everywhere else. The depth is capped by the JSON scan. */
function survey(
  value: JsonValue,
  path: Path,
  contents: Contents,
  isCredentialText: (text: string) => boolean,
): void {
  if (typeof value === 'string') {
    if (isCredentialText(value)) contents.credentials.push(path);
    return;
  }
  if (Array.isArray(value)) {
    (value as readonly JsonValue[]).forEach((one, index) =>
      survey(one, [...path, index], contents, isCredentialText),
    );
    return;
  }
  if (!isObject(value)) return;
  if (!isWallet(value) && isWholeCredential(value)) {
    contents.credentials.push(path);
    return;
  }
  const names = Object.keys(value).filter((name) => isFilled(value[name]));
  if (names.some((name) => PRIVATE.test(name)) || isPrivateJwk(value)) contents.keys += 1;
  else if (names.some((name) => SECRET.test(name))) contents.secrets += 1;
  if (value['ciphertext'] !== undefined) contents.locked = true;
  for (const [name, one] of Object.entries(value)) {
    survey(one, [...path, name], contents, isCredentialText);
  }
}

function isFilled(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

/** RFC 7518 §6: `d` is the private part of a key, `k` the whole of a symmetric one. */
function isPrivateJwk(node: JsonObject): boolean {
  if (typeof node['kty'] !== 'string') return false;
  return typeof node['d'] === 'string' || (node['kty'] === 'oct' && typeof node['k'] === 'string');
}

function partAt(root: LocatedJson, path: Path, index: number): readonly FilePart[] {
  const found = locate(root, path);
  if (!found) return [];
  const token = typeof found.value === 'string' ? found.value : undefined;
  return [
    {
      name: `credential-${index + 1}.${token === undefined ? 'json' : 'jwt'}`,
      bytes: new TextEncoder().encode(token ?? found.text),
    },
  ];
}
