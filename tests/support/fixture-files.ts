// The committed fixtures of tests/fixtures/credentials: one small file per form that readers and checks meet.
import { bakePng, bakeSvg, plainPng, textChunk, withChunks } from './bake.ts';
import { invented, openBadge2, openBadge3, plainCredential } from './invented-credentials.ts';
import { issuedByDidKey, signCompact, signVcJwt, signWithProof } from './sign-credential.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#2f6b4f"/></svg>';

/** File name and bytes of every fixture. */
export async function makeFixtureFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const it = invented();
  const two = JSON.stringify(openBadge2(it));
  const signed = await signWithProof(issuedByDidKey(openBadge3(it)), 'eddsa-rdfc-2022');
  const older = await signWithProof(issuedByDidKey(openBadge3(it, '1.1')), 'Ed25519Signature2020');
  const expired = await signWithProof(
    issuedByDidKey(openBadge3(invented({ slug: 'expired', expires: '2025-06-30T00:00:00Z' }))),
    'eddsa-rdfc-2022',
  );
  const jwt = (algorithm: 'RS256' | 'ES256' | 'EdDSA'): string =>
    signVcJwt(openBadge3(it, '1.1'), algorithm);
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['ob2-hosted.json', `${JSON.stringify(openBadge2(it), null, 2)}\n`],
    [
      'ob2-linked-badge.json',
      JSON.stringify({ ...openBadge2(it), badge: 'https://larkfield.example/badges/1.json' }),
    ],
    ['ob2-signed.jws', signCompact(openBadge2(it), 'RS256')],
    ['ob2-baked-text.png', bakePng(plainPng(), 'openbadges', two, 'tEXt')],
    ['ob2-baked.svg', bakeSvg(PICTURE, 2, two)],
    ['ob3-eddsa.json', `${JSON.stringify(signed, null, 2)}\n`],
    ['ob3-ed25519-2020.json', `${JSON.stringify(older, null, 2)}\n`],
    ['ob3-expired.json', JSON.stringify(expired)],
    [
      'ob3-changed.json',
      JSON.stringify(signed).replaceAll('Soil Science Basics', 'Soil Science Mastery'),
    ],
    ['ob3-unsigned.json', JSON.stringify(openBadge3(it))],
    ['ob3-baked.png', bakePng(plainPng(), 'openbadgecredential', JSON.stringify(signed))],
    [
      'ob3-baked-token-compressed.png',
      bakePng(plainPng(), 'openbadgecredential', jwt('ES256'), 'iTXt-compressed'),
    ],
    ['ob3-baked-token.svg', bakeSvg(PICTURE, 3, jwt('EdDSA'))],
    ['ob3-rs256.jwt', jwt('RS256')],
    ['ob3-es256.jwt', jwt('ES256')],
    ['ob3-eddsa.jwt', jwt('EdDSA')],
    ['vc-plain.json', JSON.stringify(plainCredential(it))],
    [
      'two-credentials.png',
      withChunks(plainPng(), [
        textChunk('tEXt', 'openbadges', two),
        textChunk('iTXt', 'openbadgecredential', JSON.stringify(signed)),
      ]),
    ],
    ['picture-only.png', plainPng()],
    ['cut-short.png', bakePng(plainPng(), 'openbadges', two).slice(0, 200)],
    ['repeated-field.json', two.replace('"type"', '"issuedOn":"2020-01-01","type"')],
  ];
  return files.map(([name, content]) => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
}
