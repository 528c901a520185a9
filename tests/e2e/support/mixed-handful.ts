// The mixed handful of the journey: every kind of file people have, made from invented credentials with
// our own keys, plus one that is broken.
import { readFile } from 'node:fs/promises';
import { bakePng, bakeSvg, plainPng } from '../../support/bake.ts';
import { makeCertificatePdf } from '../../support/certificate-pdf.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { issuedByDidKey, signVcJwt, signWithProof } from '../../support/sign-credential.ts';

/** As Playwright's file choosers take it. */
export type HandedFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
};

/** The picture of a certificate among the samples. */
const CERTIFICATE_PICTURE = new URL(
  '../../../resources/samples/woodshop-safety-induction.png',
  import.meta.url,
);

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" rx="12" fill="#2f6b4f"/><circle cx="40" cy="40" r="22" fill="#e8f0e9"/></svg>';

/** A file with the media type that its ending gives it on people's computers. */
export function handed(name: string, content: Uint8Array | string): HandedFile {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    svg: 'image/svg+xml',
    json: 'application/json',
    pdf: 'application/pdf',
    zip: 'application/zip',
    csv: 'text/csv',
    eml: 'message/rfc822',
  };
  return { name, mimeType: types[ending] ?? '', buffer: Buffer.from(content) };
}

/** Titles of the credentials in the handful; two documents come on top. */
export const TITLES = {
  png2: 'Soil Science Basics',
  png3: 'Bridge Inspection',
  svg2: 'Choir Leading',
  json2: 'Beekeeping Year One',
  json3: 'Archive Handling',
  es256: 'Night Photography',
  rs256: 'Harbour Pilotage',
  eddsa: 'Paper Conservation',
} as const;

/** Ten files that hold something and one that is cut short. */
export async function makeMixedHandful(): Promise<readonly HandedFile[]> {
  const of = (title: string) =>
    invented({ title, slug: title.toLowerCase().replaceAll(' ', '-'), skills: [{ name: title }] });
  const two = (title: string) => JSON.stringify(openBadge2(of(title)));
  const signed = (title: string, suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020') =>
    signWithProof(
      issuedByDidKey(openBadge3(of(title), suite === 'eddsa-rdfc-2022' ? '2.0' : '1.1')),
      suite,
    );
  const token = (title: string, algorithm: 'RS256' | 'ES256' | 'EdDSA') =>
    signVcJwt(openBadge3(of(title), '1.1'), algorithm);
  const png3 = await signed(TITLES.png3, 'eddsa-rdfc-2022');
  const json3 = await signed(TITLES.json3, 'Ed25519Signature2020');
  return [
    handed('soil.png', bakePng(plainPng(), 'openbadges', two(TITLES.png2), 'tEXt')),
    handed('bridge.png', bakePng(plainPng(), 'openbadgecredential', JSON.stringify(png3))),
    handed('choir.svg', bakeSvg(PICTURE, 2, two(TITLES.svg2))),
    handed('bees.json', two(TITLES.json2)),
    handed('archive.json', JSON.stringify(json3)),
    handed('night.jwt', token(TITLES.es256, 'ES256')),
    handed('harbour.jwt', token(TITLES.rs256, 'RS256')),
    handed('paper.jwt', token(TITLES.eddsa, 'EdDSA')),
    handed('welding.pdf', await makeWeldingPdf()),
    handed('wall-certificate.png', await readFile(CERTIFICATE_PICTURE)),
    handed('cut-short.png', bakePng(plainPng(), 'openbadges', two('Never Read')).slice(0, 200)),
  ];
}

/** A certificate of two printed pages. */
export function makeWeldingPdf(): Promise<Uint8Array> {
  return makeCertificatePdf({
    title: 'Certificate of completion',
    pages: [
      [
        { text: 'Certificate of completion', size: 30 },
        { text: 'This certifies that' },
        { text: 'Imke Tornquist', size: 22 },
        { text: 'has completed the course' },
        { text: 'Safe Welding', size: 22 },
        { text: 'Tidewater Trade School, 12 May 2025' },
      ],
      [{ text: 'Transcript: forty hours at the bench.' }],
    ],
  });
}
