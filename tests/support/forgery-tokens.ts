// Forgeries of credentials in tokens: VC-JWT of both forms and SD-JWT. Algorithms confused, keys that come along,
// claims that disagree, and disclosures that nobody signed.
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { badge, type Json, newSigner, OB3, token, V1, V2 } from '../unit/verify/workshop.ts';
import { changed, type Family, type Forgery, type Path } from './forgery-bench.ts';
import { encodedList, entryOf, LIST, asToken, unsignedList } from './status-lists.ts';

const ISSUER = 'https://quarry.example/issuer';
const KID = `${ISSUER}#key-1`;
const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreignJwk = foreign.publicKey.export({ format: 'jwk' });
const ed = newSigner();

function ownSign(data: Buffer): Uint8Array {
  return sign('sha256', data, { key: own.privateKey, dsaEncoding: 'ieee-p1363' });
}
function foreignSign(data: Buffer): Uint8Array {
  return sign('sha256', data, { key: foreign.privateKey, dsaEncoding: 'ieee-p1363' });
}
function edSign(data: Buffer): Uint8Array {
  return sign(null, data, ed.privateKey);
}
function none(): Uint8Array {
  return new Uint8Array();
}
function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const DOCUMENTS = {
  [ISSUER]: {
    id: ISSUER,
    type: 'Profile',
    verificationMethod: [
      {
        id: KID,
        type: 'JsonWebKey',
        controller: ISSUER,
        publicKeyJwk: own.publicKey.export({ format: 'jwk' }),
      },
    ],
  },
  'https://attacker.example/jwks': { keys: [{ ...foreignJwk, kid: 'key-1' }] },
  'https://attacker.example/key': { ...foreignJwk, kid: 'https://attacker.example/key' },
};

function claims(changes: Json = {}): Json {
  const credential = badge(ISSUER, { validUntil: '2030-01-01T00:00:00Z' });
  return {
    ...credential,
    iss: ISSUER,
    sub: 'did:example:learner',
    jti: credential['id'],
    nbf: Date.parse('2025-02-01T00:00:00Z') / 1000,
    exp: Date.parse('2030-01-01T00:00:00Z') / 1000,
    ...changes,
  };
}

function honest(header: Json = {}, payload: Json = claims()): string {
  return token({ alg: 'ES256', typ: 'JWT', kid: KID, ...header }, payload, ownSign);
}

function forged(header: Json, signature = foreignSign, payload = claims()): string {
  return token({ alg: 'ES256', typ: 'JWT', kid: KID, ...header }, payload, signature);
}

function row(name: string, content: string): Forgery {
  return { name, forge: (genuine) => ({ ...genuine, content }) };
}

/** The genuine signature over other content. */
function edited(name: string, path: Path, to: unknown, text = honest()): Forgery {
  const [head = '', body = '', signature = ''] = text.split('.');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Json;
  return row(`edited: ${name}`, `${head}.${part(changed(payload, path, to))}.${signature}`);
}

/** Every kind of token, genuine and forged. */
export function tokenFamilies(): readonly Family[] {
  return [wholePayload(), olderForm(), ofRsa(), selective(), sdJwtVc()];
}

const ACHIEVEMENT = ['credentialSubject', 'achievement'] as const;

function wholePayload(): Family {
  const pem = String(own.publicKey.export({ type: 'spki', format: 'pem' }));
  const jwk = JSON.stringify(own.publicKey.export({ format: 'jwk' }));
  const hmac = (secret: string) => (data: Buffer) =>
    createHmac('sha256', secret).update(data).digest();
  const [head = '', body = '', signature = ''] = honest().split('.');
  const twice = Buffer.from(body, 'base64url')
    .toString()
    .replace('"issuer":', '"name":"Doctor","issuer":');
  return {
    kind: 'VC-JWT',
    genuine: { content: honest(), documents: DOCUMENTS },
    forgeries: [
      edited('the name', ['name'], 'Doctor of astronomy'),
      edited('the title', [...ACHIEVEMENT, 'name'], 'Doctor of astronomy'),
      edited('the criteria', [...ACHIEVEMENT, 'criteria', 'narrative'], 'Three years of study'),
      edited('the learner', ['credentialSubject', 'id'], 'did:example:mallory'),
      edited('the issuer’s name', ['issuer', 'name'], 'Harbour Academy'),
      edited('the issuer’s id', ['issuer', 'id'], 'https://harvard.example/issuer'),
      edited('the start', ['validFrom'], '2020-02-01T00:00:00Z'),
      edited('the end', ['validUntil'], '2099-01-01T00:00:00Z'),
      edited('the token’s end', ['exp'], 4_070_908_800),
      edited('the id', ['id'], 'urn:uuid:other'),
      row('alg: none', forged({ alg: 'none' }, none)),
      row('alg: None', forged({ alg: 'None' }, none)),
      row('alg: nOnE', forged({ alg: 'nOnE' }, none)),
      row('alg: empty', forged({ alg: '' }, none)),
      row('alg: missing', forged({ alg: undefined }, none)),
      row('alg: a list', forged({ alg: ['ES256'] })),
      row('alg: constructor', forged({ alg: 'constructor' })),
      row('alg: HS256 with the public key as text', forged({ alg: 'HS256' }, hmac(pem))),
      row('alg: HS256 with the public key as JSON', forged({ alg: 'HS256' }, hmac(jwk))),
      row('alg: HS256 with nothing', forged({ alg: 'HS256' }, hmac(''))),
      row('alg: HS512 with the public key', forged({ alg: 'HS512' }, hmac(pem))),
      row('alg: in small letters', honest({ alg: 'es256' })),
      row('alg: ES256K', forged({ alg: 'ES256K' })),
      row('alg: RS256 with a key of a curve', forged({ alg: 'RS256' })),
      row('alg: PS256 with a key of a curve', forged({ alg: 'PS256' })),
      row('alg: ES384 with a key of 256 bits', forged({ alg: 'ES384' })),
      row('alg: EdDSA with a key of another kind', forged({ alg: 'EdDSA' })),
      row('alg: of passwords', forged({ alg: 'PBES2-HS256+A128KW', p2c: 2_147_483_647 })),
      row('header: crit', honest({ crit: ['exp'], exp: 1 })),
      row('header: crit that nobody knows', honest({ crit: ['moon'], moon: true })),
      row('header: b64 false', honest({ b64: false, crit: ['b64'] })),
      row('header: zip', honest({ zip: 'DEF' })),
      row('header: a token inside', honest({ cty: 'JWT' })),
      row('header: the type of a presentation', honest({ typ: 'vp+jwt' })),
      row('header: the type of an access token', honest({ typ: 'at+jwt' })),
      row('header: changed behind the signature', `${part({ alg: 'ES256' })}.${body}.${signature}`),
      row('key: in the header', forged({ jwk: foreignJwk })),
      row('key: in the header, and no name', forged({ jwk: foreignJwk, kid: undefined })),
      row('key: a secret in the header', forged({ jwk: { kty: 'oct', k: 'AAAA' } }, hmac(''))),
      row('key: jku of the forger', forged({ jku: 'https://attacker.example/jwks' })),
      row('key: x5u of the forger', forged({ x5u: 'https://attacker.example/key' })),
      row('key: x5c of the forger', forged({ x5c: ['MIIBszCCAVmgAwIBAgIU'] })),
      row('key: on another host', forged({ kid: 'https://attacker.example/key' })),
      row('key: in a set on another host', forged({ kid: 'https://attacker.example/jwks#key-1' })),
      row(
        'key: behind a user name',
        forged({ kid: 'https://quarry.example@attacker.example/key' }),
      ),
      row('key: a path', forged({ kid: '../../../../dev/null' })),
      row('key: words for a database', forged({ kid: "x' UNION SELECT 'key';--" })),
      row('key: a list', forged({ kid: [KID] })),
      row('key: unlisted', forged({ kid: `${ISSUER}#key-2` })),
      row('key: the forger’s did:key', token({ alg: 'EdDSA', kid: ed.method }, claims(), edSign)),
      row(
        'key: the forger’s, in the fragment of the issuer',
        token({ alg: 'EdDSA', kid: `${ISSUER}#${ed.did.slice(8)}` }, claims(), edSign),
      ),
      row(
        'key: the forger’s, with iss of the forger and the issuer in the credential',
        token({ alg: 'EdDSA', kid: ed.method }, claims({ iss: ed.did }), edSign),
      ),
      row('parts: detached', `${head}..${signature}`),
      row('parts: no signature', `${head}.${body}.`),
      row('parts: only two', `${head}.${body}`),
      row('parts: five', `${head}.${body}.${signature}.a.b`),
      row('signature: zeros', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`),
      row(
        'signature: in ASN.1',
        token({ alg: 'ES256', kid: KID }, claims(), (data) =>
          sign('sha256', data, foreign.privateKey),
        ),
      ),
      row('claims: another iss', honest({}, claims({ iss: 'https://harvard.example/issuer' }))),
      row('claims: another sub', honest({}, claims({ sub: 'did:example:mallory' }))),
      row('claims: another jti', honest({}, claims({ jti: 'urn:uuid:other' }))),
      row('claims: another nbf', honest({}, claims({ nbf: 1 }))),
      row('claims: another exp', honest({}, claims({ exp: 4_070_908_800 }))),
      row('claims: nbf as text', honest({}, claims({ nbf: '1738368000' }))),
      row(
        'claims: ended',
        honest({}, claims({ validUntil: '2025-03-01T00:00:00Z', exp: 1_740_787_200 })),
      ),
      row(
        'versions: the whole payload and another vc',
        honest({}, claims({ vc: { ...badge(ISSUER), name: 'Doctor' } })),
      ),
      row('versions: a vc that is text', honest({}, claims({ vc: 'Doctor' }))),
      row(
        'versions: the end of 1.1 inside 2.0',
        honest({}, claims({ expirationDate: '2099-01-01T00:00:00Z' })),
      ),
      row(
        'versions: the start of 1.1 in place of that of 2.0',
        honest(
          {},
          claims({ validFrom: undefined, nbf: undefined, issuanceDate: '2025-02-01T00:00:00Z' }),
        ),
      ),
      row('versions: contexts of both', honest({}, claims({ '@context': [V2, V1, OB3] }))),
      row('twice: the name', `${head}.${Buffer.from(twice).toString('base64url')}.${signature}`),
      row('twice: the name, signed', twiceSigned(twice)),
    ],
  };
}

function twiceSigned(payload: string): string {
  const data = `${part({ alg: 'ES256', kid: KID })}.${Buffer.from(payload).toString('base64url')}`;
  return `${data}.${Buffer.from(foreignSign(Buffer.from(data))).toString('base64url')}`;
}

/** VC Data Model 1.1: the credential is a claim. */
function olderForm(): Family {
  const { validFrom, ...rest } = badge(ISSUER, { '@context': [V1, OB3] });
  const vc = { ...rest, issuanceDate: validFrom };
  const payload = (changes: Json = {}): Json => ({
    iss: ISSUER,
    sub: 'did:example:learner',
    jti: rest['id'],
    nbf: Date.parse('2025-02-01T00:00:00Z') / 1000,
    vc,
    ...changes,
  });
  const text = honest({}, payload());
  const signed = (name: string, changes: Json): Forgery => row(name, honest({}, payload(changes)));
  return {
    kind: 'VC-JWT of VC 1.1',
    genuine: { content: text, documents: DOCUMENTS },
    forgeries: [
      edited('the title', ['vc', ...ACHIEVEMENT, 'name'], 'Doctor of astronomy', text),
      edited('the issuer', ['vc', 'issuer', 'name'], 'Harbour Academy', text),
      signed('claims: no iss', { iss: undefined }),
      signed('claims: another iss', { iss: 'https://harvard.example/issuer' }),
      signed('claims: another sub', { sub: 'did:example:mallory' }),
      signed('claims: another jti', { jti: 'urn:uuid:other' }),
      signed('versions: another credential beside the claim', { ...badge(ISSUER), name: 'Doctor' }),
      signed('versions: the claim is of version 2', { vc: { ...vc, '@context': [V1, V2, OB3] } }),
      row(
        'key: in the header',
        forged({ jwk: foreignJwk, kid: undefined }, foreignSign, payload()),
      ),
      row('alg: none', forged({ alg: 'none' }, none, payload())),
    ],
  };
}

function ofRsa(): Family {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const didOf = (key: typeof pair.publicKey): string =>
    `did:jwk:${part(key.export({ format: 'jwk' }))}`;
  const issuer = didOf(pair.publicKey);
  const signed = (key: typeof pair, header: Json = {}, did = issuer): string =>
    token({ alg: 'RS256', kid: `${did}#0`, ...header }, { ...badge(did), iss: did }, (data) =>
      sign('sha256', data, key.privateKey),
    );
  const pem = String(pair.publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    kind: 'VC-JWT, RS256 of did:jwk',
    genuine: { content: signed(pair) },
    forgeries: [
      row('key: short', signed(short, {}, didOf(short.publicKey))),
      row('key: of somebody else', signed(generateKeyPairSync('rsa', { modulusLength: 2048 }))),
      row('key: another did named', signed(pair, { kid: `${didOf(short.publicKey)}#0` })),
      row('alg: PS256 named', signed(pair, { alg: 'PS256' })),
      row('alg: RS512 named', signed(pair, { alg: 'RS512' })),
      row(
        'alg: HS256 with the public key',
        token({ alg: 'HS256', kid: `${issuer}#0` }, { ...badge(issuer), iss: issuer }, (data) =>
          createHmac('sha256', pem).update(data).digest(),
        ),
      ),
    ],
  };
}

function disclosure(...content: readonly unknown[]): string {
  return part(content);
}
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** A badge whose learner may keep fields back, and whose status stands among them. */
function selective(): Family {
  const signer = newSigner();
  const { credentialSubject, ...rest } = badge(signer.did);
  const subject = disclosure('salt-1', 'credentialSubject', credentialSubject);
  const status = disclosure('salt-2', 'credentialStatus', entryOf());
  const until = disclosure('salt-3', 'validUntil', '2025-03-01T00:00:00Z');
  const head = { alg: 'EdDSA', typ: 'vc+sd-jwt', kid: signer.method };
  const signed = (
    hidden: readonly string[],
    changes: Json = {},
    by = signer,
    header: Json = head,
  ) =>
    token(
      header,
      { ...rest, iss: signer.did, _sd_alg: 'sha-256', _sd: hidden.map(digestOf), ...changes },
      (data) => sign(null, data, by.privateKey),
    );
  const own = signed([subject, status]);
  const renamed = disclosure('salt-1', 'credentialSubject', {
    ...(credentialSubject as Json),
    id: 'did:example:mallory',
  });
  const list = (changes: Readonly<Record<number, number>> = {}): string =>
    asToken(signer, unsignedList(signer.did, encodedList(changes)));
  const named = (name: string): string => disclosure('salt-9', name, 'Doctor of astronomy');
  return {
    kind: 'SD-JWT',
    genuine: { content: `${own}~${subject}~${status}~`, documents: { [LIST]: list() } },
    forgeries: [
      row('disclosure: another learner', `${own}~${renamed}~${status}~`),
      row(
        'disclosure: one that nobody signed',
        `${own}~${subject}~${status}~${named('description')}~`,
      ),
      row('disclosure: the name again', `${own}~${subject}~${status}~${named('name')}~`),
      row(
        'disclosure: the issuer again',
        `${own}~${subject}~${status}~${disclosure('s', 'issuer', 'did:example:x')}~`,
      ),
      row(
        'disclosure: a prototype',
        `${own}~${subject}~${status}~${disclosure('s', '__proto__', { name: 'D' })}~`,
      ),
      row('disclosure: the same twice', `${own}~${subject}~${subject}~${status}~`),
      row('disclosure: broken', `${own}~${subject}~${status}~!!!~`),
      row('stripped: the status, which a list revokes', `${own}~${subject}~`),
      row('stripped: the end, which has passed', `${signed([subject, until])}~${subject}~`),
      row(
        'stripped: the signature',
        `${own.split('.').slice(0, 2).join('.')}.~${subject}~${status}~`,
      ),
      row(
        'digests: of a method that nobody signed with',
        `${signed([subject, status], { _sd_alg: 'md5' })}~${subject}~${status}~`,
      ),
      row(
        'digests: one of them twice',
        `${signed([subject, status, status])}~${subject}~${status}~`,
      ),
      row(
        'digests: over a field that stands there openly',
        `${signed([subject, status, named('name')])}~${subject}~${status}~${named('name')}~`,
      ),
      row(
        'key: of somebody else',
        `${signed([subject, status], {}, newSigner())}~${subject}~${status}~`,
      ),
      row(
        'key: the forger’s, named',
        `${signed([subject, status], {}, ed, { ...head, kid: ed.method })}~${subject}~${status}~`,
      ),
      row(
        'alg: none',
        `${signed([subject, status], {}, signer, { ...head, alg: 'none' })}~${subject}~${status}~`,
      ),
      {
        name: 'status: revoked',
        forge: (genuine) => ({ ...genuine, documents: { [LIST]: list({ 5: 1 }) } }),
      },
    ],
  };
}

function sdJwtVc(): Family {
  const signer = newSigner();
  const given = disclosure('salt', 'given_name', 'Ines');
  const head = { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: signer.method };
  const signed = (changes: Json = {}, by = signer, header: Json = head): string =>
    token(
      header,
      {
        vct: 'https://quarry.example/credentials/night-sky',
        iss: signer.did,
        iat: 1_738_368_000,
        exp: 1_893_456_000,
        credential_name: 'Night sky reading',
        _sd: [digestOf(given)],
        ...changes,
      },
      (data) => sign(null, data, by.privateKey),
    );
  const genuine = `${signed()}~${given}~`;
  return {
    kind: 'SD-JWT VC',
    genuine: { content: genuine },
    forgeries: [
      edited('the name', ['credential_name'], 'Doctor of astronomy', signed()),
      row(
        'disclosure: another person',
        `${signed()}~${disclosure('salt', 'given_name', 'Mallory')}~`,
      ),
      row(
        'disclosure: one that nobody signed',
        `${genuine}${disclosure('s', 'honours', 'first')}~`,
      ),
      row('claims: no iss', `${signed({ iss: undefined })}~${given}~`),
      row('claims: another iss', `${signed({ iss: ISSUER })}~${given}~`),
      row('claims: ended', `${signed({ exp: 1_740_787_200 })}~${given}~`),
      row('claims: not begun', `${signed({ nbf: 1_861_920_000 })}~${given}~`),
      row('key: of somebody else', `${signed({}, ed)}~${given}~`),
      row('key: the forger’s, named', `${signed({}, ed, { ...head, kid: ed.method })}~${given}~`),
      row(
        'key: in the header',
        `${signed({}, ed, { ...head, kid: undefined, jwk: ed.publicKey.export({ format: 'jwk' }) })}~${given}~`,
      ),
    ],
  };
}
