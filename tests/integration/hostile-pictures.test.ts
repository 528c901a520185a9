// Named hostile pictures (hazard C4) and drawings (hazard C5): what a person is told, and that nothing is
// decoded, run or asked for.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawSvg } from '../../src/client/svg-picture.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import {
  type HostileDesk,
  type Canary,
  MOST_MS,
  expectNothingRan,
  factsOf,
  openHostileDesk,
  sentencesOf,
  startCanary,
} from '../support/hostile-desk.ts';
import {
  activeDrawings,
  activeDrawingsWithBadge,
  endlessDrawings,
} from '../support/hostile-drawings.ts';
import { bombPictures, damagedPictures, tooLargePictures } from '../support/hostile-pictures.ts';
import { temporaryFolder } from '../support/library-host.ts';

const TOO_LARGE = 'This picture is too large to show. The original is kept as it is.';
const DAMAGED = 'This picture is damaged and cannot be shown. Download it again.';
const NO_BADGE =
  'This picture holds no credential data, so it is kept as a document. If the provider offers a badge file or a PDF, add that as well.';
const canary: Canary = await startCanary();
let desk: HostileDesk;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(() => {
  expect(canary.asked).toEqual([]);
});
afterAll(() => canary.close());

/** The small picture of lists and pages. */
async function show(bytes: Uint8Array, mediaType: string) {
  const started = performance.now();
  const shown = await desk.jobs.picture({
    bytes,
    mediaType,
    page: 1,
    maxPixels: 90_000,
    as: 'image/png',
  });
  expect(performance.now() - started).toBeLessThan(MOST_MS);
  return shown;
}

describe('C4: pictures that are too large', () => {
  it.each(tooLargePictures().map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const reading = await desk.read(file);
    expect(reading.outcome).toBe('kept');
    expect(reading.problems.map(({ code }) => code)).toEqual(['picture/too-large']);
    expect(sentencesOf(reading)).toEqual([TOO_LARGE]);
    // Kept as a document under its name, and not shown anywhere.
    expect(factsOf(reading.items[0])).toEqual({ title: file.fileName.split('.')[0] });
    expect(await show(file.bytes, reading.mediaType)).toMatchObject({
      problem: { code: 'picture/too-large' },
    });
  });

  it('of a kind that only looks damaged are told apart', async () => {
    for (const file of damagedPictures()) {
      const reading = await desk.read(file);
      expect.soft([file.what, reading.outcome]).toEqual([file.what, 'kept']);
      expect.soft([file.what, ...sentencesOf(reading)]).toEqual([file.what, DAMAGED]);
      const shown = await show(file.bytes, reading.mediaType);
      expect.soft(shown.ok ? undefined : problemWording(shown.problem)).toBe(DAMAGED);
    }
  });

  it('by what they unpack to neither hang nor fill the memory', async () => {
    for (const file of bombPictures()) {
      const reading = await desk.read(file);
      expect.soft([file.what, ...sentencesOf(reading)]).toEqual([file.what, NO_BADGE]);
      const shown = await show(file.bytes, reading.mediaType);
      if (shown.ok) expect.soft(shown.value.width * shown.value.height).toBeLessThanOrEqual(99_000);
    }
  });
});

describe('C5: drawings that act', () => {
  const drawings = activeDrawings(canary.address);
  const badges = activeDrawingsWithBadge(canary.address);

  it.each(drawings.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const reading = await desk.read(file);
    expect(reading).toMatchObject({ outcome: 'kept', mediaType: 'image/svg+xml' });
    expect(sentencesOf(reading)).toEqual([NO_BADGE]);
    expect(factsOf(reading.items[0])).toEqual({ title: 'drawing' });
    const shown = await show(file.bytes, reading.mediaType);
    expect(shown.ok).toBe(true);
    expectNothingRan();
  });

  it.each(badges.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const reading = await desk.read(file);
    expect(reading).toMatchObject({ outcome: 'read', problems: [] });
    expect(reading.items.map(factsOf)).toEqual([
      {
        title: 'Soil Science Basics',
        issuer: 'Larkfield Open College',
        issued: '2025-03-14T09:30:00Z',
        address: 'https://larkfield.example/assertions/soil-science-basics.json',
      },
    ]);
    // What was asked to run is nowhere in what is shown.
    expect(JSON.stringify(reading.items)).not.toContain(canary.address);
  });

  it.each(endlessDrawings().map((file) => [file.what, file] as const))('%s', async (what, file) => {
    // A browser draws shapes of shapes for hours, on a thread that nobody can stop.
    const isRefused = what.startsWith('shapes of shapes');
    expect(sentencesOf(await desk.read(file))).toEqual([isRefused ? TOO_LARGE : NO_BADGE]);
    const shown = await show(file.bytes, 'image/svg+xml');
    if (isRefused) expect(shown).toMatchObject({ problem: { code: 'picture/too-large' } });
  });

  it('does not show a picture that lies on this computer', async () => {
    const folder = await temporaryFolder();
    try {
      const red = createCanvas(90, 90);
      const paint = red.getContext('2d');
      paint.fillStyle = '#f00';
      paint.fillRect(0, 0, 90, 90);
      const path = join(folder.path, 'private.png');
      await writeFile(path, await red.encode('png'));
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90"><rect width="90" height="90" fill="#00f"/><image href="${path}" width="90" height="90"/><image xlink:href="${pathToFileURL(path).href}" width="90" height="90"/></svg>`;
      const shown = await show(new TextEncoder().encode(svg), 'image/svg+xml');
      if (!shown.ok) throw new Error(shown.problem.code);
      const image = await loadImage(Buffer.from(shown.value.bytes));
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      expect([...context.getImageData(9, 9, 1, 1).data]).toEqual([0, 0, 255, 255]);
    } finally {
      await folder.remove();
    }
  });
});

describe('C5: what the page does with a drawing', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** A page that only knows pictures and canvases; anything else it were asked for would throw. */
  function stubPage(natural: { width: number; height: number }) {
    const sources: string[] = [];
    const made: { kind: string; width: number; height: number }[] = [];
    class StubImage {
      naturalWidth = natural.width;
      naturalHeight = natural.height;
      set src(address: string) {
        sources.push(address);
      }
      decode = (): Promise<void> => Promise.resolve();
    }
    vi.stubGlobal('Image', StubImage);
    vi.stubGlobal('document', {
      createElement: (kind: string) => {
        const canvas = {
          kind,
          width: 0,
          height: 0,
          getContext: () => ({ fillRect: () => undefined, drawImage: () => undefined }),
          toBlob: (done: (blob: Blob) => void) => done(new Blob(['drawn'])),
        };
        made.push(canvas);
        return canvas;
      },
    });
    const revoked: string[] = [];
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:laurel/1';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => revoked.push(address));
    return { sources, made, revoked, blobs };
  }

  it('shows it as a picture from a blob alone, which it lets go of again', async () => {
    for (const { bytes } of activeDrawings(canary.address)) {
      const page = stubPage({ width: 90, height: 90 });
      expect(await drawSvg(bytes, 90_000, 'image/png')).toMatchObject({ ok: true });
      expect(page.sources).toEqual(['blob:laurel/1']);
      expect(page.revoked).toEqual(['blob:laurel/1']);
      expect(page.blobs.map(({ type }) => type)).toEqual(['image/svg+xml']);
      expect(page.made.map(({ kind }) => kind)).toEqual(['canvas']);
    }
  });

  it.each([
    [1_000_000, 1],
    [1, 1_000_000],
    [60_000, 60_000],
    [0, 0],
  ])('draws one of %i × %i on a canvas of a size that can be', async (width, height) => {
    const page = stubPage({ width, height });
    await drawSvg(new Uint8Array([60]), 90_000, 'image/jpeg');
    const [canvas] = page.made;
    expect(Math.max(canvas?.width ?? 0, canvas?.height ?? 0)).toBeLessThanOrEqual(16_384);
    expect((canvas?.width ?? 0) * (canvas?.height ?? 0)).toBeLessThanOrEqual(90_000);
    expect(Math.min(canvas?.width ?? 0, canvas?.height ?? 0)).toBeGreaterThanOrEqual(1);
  });
});
