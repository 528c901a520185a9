// Regression: `npm ci` refused a lockfile from which packages for other platforms had been left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type LockedPackage = { readonly optionalDependencies?: Readonly<Record<string, string>> };

test('the lockfile holds every optional package that another one names', () => {
  const file = join(import.meta.dirname, '../../package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(packages, place, name)),
  );
  expect(missing).toEqual([]);
});

/** Looks where Node would: beside the package, then in each folder above it. */
function isLocked(
  packages: Readonly<Record<string, LockedPackage>>,
  place: string,
  name: string,
): boolean {
  for (
    let folder = place;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules')))
  ) {
    const prefix = folder === '' ? '' : `${folder}/`;
    if (Object.hasOwn(packages, `${prefix}node_modules/${name}`)) return true;
    if (folder === '') return false;
  }
}
