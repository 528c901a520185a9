// Turns the layer table into dependency-cruiser rules. Knows the tool; decides nothing about layers.
import { LAYERS, ONE_HOME, PRODUCT } from './layers.mjs';

const LOCAL = '^(?!node_modules/)';

/** The whole rule set, one group per row of the table and then the rules for all of them. */
export function cruiserRules() {
  return [...LAYERS.flatMap(rulesOf), ...Object.entries(ONE_HOME).map(oneHome), ...GENERAL];
}

const GENERAL = [
  {
    name: 'every-file-has-a-row',
    comment:
      'Put the file in a folder of tests/architecture/layers.mjs, or add a row with its reason.',
    severity: 'error',
    // A rule on modules: a rule on dependencies does not see a file that imports nothing.
    module: {
      path: PRODUCT,
      pathNot: LAYERS.map((row) => row.path),
      numberOfDependentsLessThan: 100,
    },
    from: {},
  },
  {
    name: 'no-cycles',
    comment: 'Move what both sides need into a third file below them.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'The imported file or package does not exist.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared-packages',
    comment: 'Add the package to "dependencies"; development packages do not reach the product.',
    severity: 'error',
    from: { path: PRODUCT },
    to: {
      path: '^node_modules/',
      pathNot: packagePath('electron'),
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
    },
  },
];

function rulesOf(row) {
  const allowed = [row.path, ...row.layers.map(pathOf), ...row.types.map(pathOf), ...row.assets];
  const rules = [
    {
      name: `${row.name}-layers`,
      comment: `${row.name} may import ${words([...row.layers, ...row.types])}.`,
      severity: 'error',
      from: { path: row.path },
      to: {
        path: LOCAL,
        pathNot: allowed,
        dependencyTypesNot: ['core', 'unknown'],
      },
    },
    {
      name: `${row.name}-packages`,
      comment: `${row.name} may import these packages: ${words(row.npm)}.`,
      severity: 'error',
      from: { path: row.path },
      to: { path: '^node_modules/', pathNot: row.npm.map(packagePath) },
    },
  ];
  if (row.types.length > 0) {
    rules.push({
      name: `${row.name}-types-only`,
      comment: `${row.name} may import ${words(row.types)} with "import type" only.`,
      severity: 'error',
      from: { path: row.path },
      to: { path: row.types.map(pathOf), dependencyTypesNot: ['type-only'] },
    });
  }
  if (!row.node) {
    rules.push({
      name: `${row.name}-without-node`,
      comment: `${row.name} runs where Node is not; ask the host through the contract.`,
      severity: 'error',
      from: { path: row.path },
      to: { dependencyTypes: ['core'] },
    });
  }
  return rules;
}

function oneHome([name, homes]) {
  return {
    name: `${name}-has-one-home`,
    comment: `${name} is imported in ${words(homes)} and nowhere else.`,
    severity: 'error',
    from: { path: PRODUCT, pathNot: homes.map(pathOf) },
    to: { path: packagePath(name) },
  };
}

function pathOf(name) {
  const row = LAYERS.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`the layer table names no ${name}`);
  return row.path;
}

function packagePath(name) {
  const escaped = name.replaceAll('.', '\\.');
  return escaped.endsWith('/*')
    ? `^node_modules/${escaped.slice(0, -1)}`
    : `^node_modules/${escaped}(/|$)`;
}

function words(names) {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
