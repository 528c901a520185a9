// Names for damaged files: they are moved or copied beside their place, never deleted.
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type Problem, problem } from '../../src/domain/problem.ts';

/** `<path>.damaged-<date>-<random>`, unique so that an earlier one is never overwritten. */
export function damagedName(path: string, now: Date): string {
  const date = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${path}.damaged-${date}-${randomBytes(3).toString('hex')}`;
}

/** What the person is told: the name under which the damaged file was kept. */
export function setAsideNotice(keptAs: string): Problem {
  return problem('library/damaged-file-set-aside', { params: { file: basename(keptAs) } });
}
