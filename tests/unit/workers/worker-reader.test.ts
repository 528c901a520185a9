// Which thread draws a picture, and what the page's own thread is spared.
import { expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import type { JobPool } from '../../../src/workers/job-pool.ts';
import { createWorkerReader } from '../../../src/workers/worker-reader.ts';

const drawn = {
  bytes: new Uint8Array(),
  mediaType: 'image/png' as const,
  width: 9,
  height: 9,
  page: 1,
  pages: 1,
};

async function picture(svg: string, mediaType = 'image/svg+xml') {
  const by: string[] = [];
  const pool = {
    run: (name: string) => {
      by.push(`worker: ${name}`);
      return Promise.resolve(ok(drawn));
    },
    close: () => undefined,
  } as unknown as JobPool;
  const reader = createWorkerReader(pool, () => {
    by.push('page');
    return Promise.resolve(ok(drawn));
  });
  const bytes = new TextEncoder().encode(svg);
  const answer = await reader.picture({
    bytes,
    mediaType,
    page: 1,
    maxPixels: 99,
    as: 'image/png',
  });
  return { by, code: answer.ok ? undefined : answer.problem.code };
}

test('an honest drawing is drawn by the page, everything else by a worker', async () => {
  expect(await picture('<svg width="9" height="9"/>')).toEqual({ by: ['page'], code: undefined });
  expect(await picture('', 'image/png')).toEqual({ by: ['worker: picture'], code: undefined });
});

test('a drawing that has no end or no bounds never reaches the page’s thread', async () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
  ).join('');
  const refused = { by: [], code: 'picture/too-large' };
  expect(await picture(`<svg width="9" height="9">${levels}<use href="#g9"/></svg>`)).toEqual(
    refused,
  );
  expect(await picture('<svg width="1000000" height="1000000"/>')).toEqual(refused);
});
