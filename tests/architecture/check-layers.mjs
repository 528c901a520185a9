// Runs dependency-cruiser over a tree and says what breaks the layer table. A cruise that sees less
// than is on disk is a failure too: a tool that reads nothing finds nothing.
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../../.dependency-cruiser.mjs';

const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

/**
 * Checks `src` and `electron` below `root`. `floor` is the least number of modules, and of imports
 * between them, that a believable cruise sees.
 * @returns {Promise<{ modules: number, imports: number, violations: { rule: string, from: string, to: string, comment: string }[] }>}
 */
export async function checkLayers(root, floor) {
  const files = await sourcesBelow(root);
  const { tsConfig, ...options } = configuration.options;
  const result = await cruise(
    ['src', 'electron'],
    {
      ...options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden },
    },
    undefined,
    { tsConfig: extractTSConfig(resolve(root, tsConfig.fileName)) },
  );
  const output = result.output;
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  const local = output.modules.filter((module) => files.has(module.source));
  const imports = local.reduce((sum, module) => sum + module.dependencies.length, 0);
  const violations = output.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.to === violation.from ? '' : violation.to,
    comment:
      configuration.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? '',
  }));
  const seen = new Set(local.map((module) => module.source));
  for (const file of files) {
    if (!seen.has(file))
      violations.push(blind(file, 'The file was not read by dependency-cruiser.'));
  }
  if (local.length < floor.modules || imports < floor.imports) {
    violations.push(
      blind(
        'src',
        `Only ${local.length} modules and ${imports} imports were read, fewer than ${floor.modules} and ${floor.imports}: is TypeScript 6 installed?`,
      ),
    );
  }
  return { modules: local.length, imports, violations };
}

function blind(from, comment) {
  return { rule: 'everything-was-read', from, to: '', comment };
}

async function sourcesBelow(root) {
  const found = new Set();
  for (const folder of ['src', 'electron']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !SOURCE.test(entry.name)) continue;
      found.add(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  return found;
}
