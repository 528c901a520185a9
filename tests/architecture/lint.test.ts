// Proves that the house rules of the linter are red on planted violations, each under its own name.
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
// A file of the project, so that the rules with types run; its text is replaced by the planted one.
const FILE = 'src/domain/result.ts';

const planted: readonly (readonly [string, string, string])[] = [
  ['a default export', `export default function run(): void {}`, 'no-restricted-syntax'],
  ['a function as an arrow', `export const run = (): number => 1;`, 'no-restricted-syntax'],
  ['a path without extension', `import './problem';`, 'no-restricted-syntax'],
  ['a path alias', `import '@/domain/problem.ts';`, 'no-restricted-imports'],
  ['a path from the root', `import 'src/domain/problem.ts';`, 'no-restricted-imports'],
  [
    'any',
    `export function run(value: any): void { void value; }`,
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a non-null assertion',
    `export function run(list: number[]): number { return list[0]!; }`,
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'a promise nobody waits for',
    `export function run(): void { Promise.resolve(1); }`,
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a switch that forgets a case',
    `export function run(k: 'a' | 'b'): number { switch (k) { case 'a': return 1; } return 0; }`,
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  ['eval', `export function run(): void { eval('1'); }`, 'no-eval'],
  ['new Function', `export const run: unknown = new Function('return 1');`, 'no-new-func'],
  ['loose equality', `export function run(a: number): boolean { return a == 1; }`, 'eqeqeq'],
  ['a file of 451 lines', `export const one = 1;\n${'// line\n'.repeat(450)}`, 'max-lines'],
];

describe('the linter', () => {
  let lint: ESLint;
  beforeAll(() => {
    lint = new ESLint({ cwd: PROJECT });
  });

  it.each(planted)('reports %s', async (_what, text, rule) => {
    const [result] = await lint.lintText(`${text}\n`, { filePath: FILE });
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
  });

  it('passes a clean file', async () => {
    const text = `import { problem } from './problem.ts';\nexport function run(): unknown {\n  return problem('input/empty-file');\n}\n`;
    const [result] = await lint.lintText(text, { filePath: FILE });
    expect(result?.messages).toEqual([]);
  });

  it('reports a picture without words and a hook under a condition in the interface', async () => {
    const text = [
      `import { useState } from 'react';`,
      `export function Card({ on }: { on: boolean }) {`,
      `  if (on) useState(1);`,
      `  return <img src="a.png" />;`,
      `}`,
    ].join('\n');
    const [result] = await lint.lintText(`${text}\n`, { filePath: 'src/ui/app-context.tsx' });
    const rules = result?.messages.map((message) => message.ruleId);
    expect(rules).toEqual(
      expect.arrayContaining(['react-hooks/rules-of-hooks', 'jsx-a11y/alt-text']),
    );
  });
});
