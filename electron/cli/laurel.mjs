#!/usr/bin/env node
// The `laurel` command: makes sure that the built command line is fresh, then hands over to it. It
// prints nothing on standard output, which belongs to the command.
import { ensureBuilt } from './ensure-built.mjs';

const built = await ensureBuilt({ tell: (sentence) => console.error(sentence) });
if (built) {
  await import(new URL('../../out/main/cli.js', import.meta.url).href);
} else {
  console.error(
    'Laurel could not be built, so nothing was done. What went wrong is written above.',
  );
  process.exitCode = 2;
}
