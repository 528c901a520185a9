// The invented credentials that ship with Laurel, read from the resources folder.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResponseOf } from '../../src/contract/channels.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { errnoOf } from './disk.ts';

const NOT_A_SAMPLE = /^(?:\.|readme(?:\.|$))/i;

/** Every file of `resources/samples` but its README, by name. */
export async function readSamples(
  resourcesFolder: string,
): Promise<Result<ResponseOf<'samples.read'>>> {
  const folder = join(resourcesFolder, 'samples');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !NOT_A_SAMPLE.test(entry.name))
      .map(({ name }) => name)
      .sort();
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
    );
    return ok({ files });
  } catch (cause) {
    if (errnoOf(cause) === undefined) throw cause;
    // The samples ship with the program: without them the installation is broken.
    return err(problem('host/internal', { cause }));
  }
}
