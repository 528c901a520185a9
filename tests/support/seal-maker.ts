// Certificates and seals made afresh with own keys: authorities, leaves and JAdES objects, honest or forged.
// Written from RFC 5280 and RFC 7515 with Node's own crypto, apart from the product's checking code.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Holder = {
  readonly der: Buffer;
  readonly sha256: string;
  readonly name: Buffer;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
};

export type HolderOptions = {
  readonly commonName?: string;
  readonly organisation?: string | undefined;
  readonly organisationId?: string;
  readonly country?: string;
  readonly from?: string;
  readonly until?: string;
  readonly isAuthority?: boolean;
  /** First byte of keyUsage: 0xc0 signs and commits, 0x06 signs certificates, 0x20 encrypts keys. */
  readonly usage?: number;
  readonly purposes?: readonly (readonly number[])[];
  readonly key?: 'p256' | 'p384' | 'p521' | 'rsa' | 'rsa1024' | 'ed25519';
  /** Signs with this key although another is named as issuer. */
  readonly signedWith?: KeyObject;
};

/** A certificate issued by another, or by itself. */
export function certify(options: HolderOptions, issuer?: Holder): Holder {
  const { publicKey, privateKey } = makeKeys(options.key ?? 'p256');
  const name = nameOf(options);
  const signer = options.signedWith ?? issuer?.privateKey ?? privateKey;
  const algorithm = algorithmOf(signer);
  const isAuthority = options.isAuthority ?? false;
  const usage = options.usage ?? (isAuthority ? 0x06 : 0xc0);
  const extensions = seq(
    extension([0x55, 0x1d, 0x13], seq(...(isAuthority ? [der(0x01, Buffer.of(0xff))] : []))),
    extension([0x55, 0x1d, 0x0f], der(0x03, Buffer.of(0, usage))),
    ...(options.purposes
      ? [extension([0x55, 0x1d, 0x25], seq(...options.purposes.map((one) => oid(one))))]
      : []),
  );
  const body = seq(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(0x11, (serials += 1) & 0x7f)),
    algorithm,
    issuer?.name ?? name,
    seq(time(options.from ?? '2024-01-01'), time(options.until ?? '2028-01-01')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const bits = der(0x03, Buffer.concat([Buffer.of(0), signRaw(body, signer)]));
  const whole = seq(body, algorithm, bits);
  const sha256 = createHash('sha256').update(whole).digest('hex');
  return { der: whole, sha256, name, publicKey, privateKey };
}

let serials = 0;

function makeKeys(kind: NonNullable<HolderOptions['key']>): {
  publicKey: KeyObject;
  privateKey: KeyObject;
} {
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (kind === 'rsa1024') return generateKeyPairSync('rsa', { modulusLength: 1024 });
  if (kind === 'ed25519') return generateKeyPairSync('ed25519');
  const namedCurve = { p256: 'P-256', p384: 'P-384', p521: 'P-521' }[kind];
  return generateKeyPairSync('ec', { namedCurve });
}

function algorithmOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'rsa') {
    return seq(oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 0x0b]), Buffer.of(5, 0));
  }
  return key.asymmetricKeyType === 'ed25519'
    ? seq(oid([0x2b, 0x65, 0x70]))
    : seq(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]));
}

function signRaw(data: Buffer, key: KeyObject): Buffer {
  return sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, key);
}

function nameOf({ commonName, organisation, organisationId, country }: HolderOptions): Buffer {
  const part = (id: readonly number[], value: string | undefined): readonly Buffer[] =>
    value === undefined ? [] : [der(0x31, seq(oid(id), der(0x0c, Buffer.from(value))))];
  return seq(
    ...part([0x55, 4, 6], country),
    ...part([0x55, 4, 10], organisation),
    ...part([0x55, 4, 97], organisationId),
    ...part([0x55, 4, 3], commonName),
  );
}

function extension(id: readonly number[], value: Buffer): Buffer {
  return seq(oid(id), der(0x01, Buffer.of(0xff)), der(0x04, value));
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function seq(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function time(day: string): Buffer {
  return der(0x17, Buffer.from(`${day.slice(2).replaceAll('-', '')}000000Z`));
}

const HASHES: Readonly<Record<string, string>> = { 256: 'sha256', 384: 'sha384', 512: 'sha512' };

/** A JWS signature with the key of that algorithm's kind. */
export function signJws(algorithm: string, data: string, key: KeyObject): string {
  const hash = HASHES[algorithm.slice(2)] ?? null;
  const options = algorithm.startsWith('PS')
    ? { key, padding: 6, saltLength: Number(algorithm.slice(2)) / 8 }
    : { key, dsaEncoding: 'ieee-p1363' as const };
  return sign(hash, Buffer.from(data), options).toString('base64url');
}

export type SealOptions = {
  readonly algorithm?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly chain?: readonly Holder[];
  /** Certificates outside the signed header. */
  readonly extra?: readonly Holder[];
  readonly isEncoded?: boolean;
  /** What is signed in place of the payload. */
  readonly covered?: string;
  readonly key?: KeyObject;
};

export type Sealed = {
  readonly payload: string;
  readonly signatures: readonly {
    readonly protected: string;
    readonly header: Readonly<Record<string, unknown>>;
    readonly signature: string;
  }[];
};

/** Seals content as European Digital Credentials do: unencoded, in the general JSON serialisation. */
export function seal(content: unknown, leaf: Holder, options: SealOptions = {}): Sealed {
  const { algorithm = 'ES256', chain = [], extra = [], isEncoded = false } = options;
  const text = JSON.stringify(content);
  const payload = isEncoded ? Buffer.from(text).toString('base64url') : text;
  const header = {
    alg: algorithm,
    typ: 'jose+json',
    x5c: [leaf, ...chain].map((one) => one.der.toString('base64')),
    'x5t#S256': Buffer.from(leaf.sha256, 'hex').toString('base64url'),
    sigT: '2025-03-01T10:00:00Z',
    ...(isEncoded ? { crit: ['sigT'] } : { b64: false, crit: ['b64', 'sigT'] }),
    ...options.header,
  };
  const protectedPart = Buffer.from(JSON.stringify(header)).toString('base64url');
  const data = `${protectedPart}.${options.covered ?? payload}`;
  const values = {
    xVals: extra.map(({ der: bytes }) => ({ x509Cert: { val: bytes.toString('base64') } })),
  };
  return {
    payload,
    signatures: [
      {
        protected: protectedPart,
        header:
          extra.length === 0
            ? {}
            : { etsiU: [Buffer.from(JSON.stringify(values)).toString('base64url')] },
        signature: signJws(algorithm, data, options.key ?? leaf.privateKey),
      },
    ],
  };
}
