// The forgery matrix: each kind of credential in its genuine form, which must be accepted, and every forged or
// stripped variant of it, which must not be. Whole files go the public way: bytes, readers, checks.
import { afterAll, describe, expect, it } from 'vitest';
import { explained, isAccepted, traceOf } from '../support/forgery-bench.ts';
import { embeddedFamilies } from '../support/forgery-embedded.ts';
import { openBadges2Families } from '../support/forgery-open-badges-2.ts';
import { partFamilies } from '../support/forgery-parts.ts';
import { sealFamilies } from '../support/forgery-seals.ts';
import { statusFamilies } from '../support/forgery-status.ts';
import { tokenFamilies } from '../support/forgery-tokens.ts';

const families = [
  ...(await embeddedFamilies()),
  ...tokenFamilies(),
  ...openBadges2Families(),
  ...(await partFamilies()),
  ...(await statusFamilies()),
  ...(await sealFamilies()),
];
const rows = families.flatMap((family) =>
  family.forgeries.map((forgery) => ({ kind: family.kind, name: forgery.name, family, forgery })),
);
const counts = { forged: 0, accepted: 0, genuine: 0, refused: 0 };

describe('the genuine twin', () => {
  it.each(families)('$kind is accepted', async (family) => {
    const isTaken = await isAccepted(family, family.genuine);
    counts.genuine += 1;
    if (!isTaken) counts.refused += 1;
    expect(isTaken, isTaken ? '' : await explained(family.genuine)).toBe(true);
  });
});

describe('the forgery', () => {
  it.each(rows)('$kind: $name is not accepted', async ({ family, forgery }) => {
    const forged = await forgery.forge(family.genuine);
    expect(traceOf(forged)).not.toBe(traceOf(family.genuine));
    const isTaken = await isAccepted(family, forged);
    counts.forged += 1;
    if (isTaken) counts.accepted += 1;
    expect(isTaken, isTaken ? await explained(forged) : '').toBe(false);
  });
});

describe('the matrix', () => {
  it('holds at least 150 forgeries with names of their own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(({ kind, name }) => `${kind}: ${name}`)).size).toBe(rows.length);
  });

  it('accepted no forgery and refused no twin', () => {
    expect(counts).toEqual({
      forged: rows.length,
      accepted: 0,
      genuine: families.length,
      refused: 0,
    });
  });
});

afterAll(() => {
  const { forged, accepted, genuine, refused } = counts;
  console.info(`${forged} forged, ${accepted} accepted; ${genuine} genuine, ${refused} refused`);
});
