// Types of bench-line.mjs for the tests.
import type { Figure } from '../bench/figure.ts';

export const MARGIN: number;
export function verdictOf(
  median: number,
  budget: number | undefined,
): 'ok' | 'near' | 'over' | 'reported';
export function medianOf(samples: readonly number[]): number;
export function lineOf(
  figure: Pick<Figure, 'name' | 'unit' | 'budget'>,
  samples: readonly number[],
): string;
