// A folder of baked PNG badges, made once per machine and kept in the system's temporary folder.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type BadgeShape, badgePng } from '../../support/badge-art.ts';
import { bakePng } from '../../support/bake.ts';
import { openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { issuedByDidKey, signVcJwt, signWithProof } from '../../support/sign-credential.ts';
import { inventedNumber } from './invented-many.ts';

/** Raise it when the files below change, so that nobody measures with old ones. */
const EDITION = 2;
/** As issuers' badges are, which makes files of about 50 kB. */
const SIDE = 256;
const DESIGNS = 24;
const SHAPES: readonly BadgeShape[] = ['hexagon', 'shield', 'seal', 'octagon', 'square', 'circle'];
const EMBLEMS = ['award', 'book-open', 'cloud', 'leaf'] as const;
const COLOURS = [
  ['#2f6b4f', '#16382b', '#e7dcc3'],
  ['#d06a3b', '#8c2f39', '#f4e1d2'],
  ['#3b5bd0', '#1c2a66', '#dfe5f7'],
  ['#7a4fa3', '#3a2357', '#eadff5'],
] as const;

/**
 * The paths of `count` different badges: half Open Badges 2.0, a quarter signed Open Badges 3.0 as
 * VC-JWT, a quarter with a Data Integrity proof; four drawings' worth of pixels each.
 */
export async function badgeFiles(count: number): Promise<readonly string[]> {
  const folder = join(tmpdir(), `laurel-bench-badges-${EDITION}-${count}`);
  const made = await readdir(folder).catch(() => []);
  if (made.length !== count) await makeBadges(folder, count);
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

async function makeBadges(folder: string, count: number): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const pictures = await Promise.all(Array.from({ length: DESIGNS }, (_, index) => drawing(index)));
  for (let n = 0; n < count; n += 1) {
    const picture = pictures[n % DESIGNS];
    if (picture === undefined) throw new Error('a drawing is missing');
    const bytes = await bakedBadge(picture, n);
    await writeFile(join(unfinished, `badge-${String(n).padStart(5, '0')}.png`), bytes);
  }
  // Renamed last, so that an interrupted run leaves no half-full folder behind.
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

async function drawing(index: number): Promise<Uint8Array> {
  const { title, issuer } = inventedNumber(index);
  const large = await badgePng({
    title,
    issuer,
    shape: SHAPES[index % SHAPES.length] ?? 'circle',
    colours: COLOURS[index % COLOURS.length] ?? COLOURS[0],
    emblem: EMBLEMS[index % EMBLEMS.length] ?? 'award',
  });
  const canvas = createCanvas(SIDE, SIDE);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(large)), 0, 0, SIDE, SIDE);
  return new Uint8Array(await canvas.encode('png'));
}

async function bakedBadge(picture: Uint8Array, n: number): Promise<Uint8Array> {
  const it = inventedNumber(n);
  if (n % 2 === 0) return bakePng(picture, 'openbadges', JSON.stringify(openBadge2(it)));
  if (n % 4 === 1) {
    const jwt = signVcJwt(openBadge3(it, '1.1'), n % 8 === 1 ? 'ES256' : 'EdDSA');
    return bakePng(picture, 'openbadgecredential', jwt);
  }
  const signed = await signWithProof(issuedByDidKey(openBadge3(it)), 'eddsa-rdfc-2022');
  return bakePng(picture, 'openbadgecredential', JSON.stringify(signed));
}
