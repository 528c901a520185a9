// One line per figure and its verdict. A figure is over its budget only beyond the margin, since
// machines are shared and noisy; the line always shows the true median.

export const MARGIN = 1.25;

/** @returns {'ok' | 'near' | 'over' | 'reported'} `near`: above the budget, within the margin. */
export function verdictOf(median, budget) {
  if (budget === undefined) return 'reported';
  if (median <= budget) return 'ok';
  return median <= budget * MARGIN ? 'near' : 'over';
}

/** @returns {number} the middle sample, or the mean of the two in the middle; NaN for none. */
export function medianOf(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns {string} such as `search keystroke  12.3 ms  budget 50 ms  ok  (20 samples, worst 31.0 ms)`. */
export function lineOf(figure, samples) {
  const median = medianOf(samples);
  const worst = Math.max(...samples);
  const budget =
    figure.budget === undefined ? 'no budget' : `budget ${figure.budget} ${figure.unit}`;
  const verdict = verdictOf(median, figure.budget);
  return `${figure.name}  ${shown(median)} ${figure.unit}  ${budget}  ${verdict}  (${samples.length} samples, worst ${shown(worst)} ${figure.unit})`;
}

function shown(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
