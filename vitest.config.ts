// One vitest project per kind of test, so that each can be run and counted alone.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const DOM_TESTS = 'tests/unit/**/*.dom.test.{ts,tsx}';

export default defineConfig({
  plugins: [react()],
  test: {
    // Several suites start processes and write to disk; more workers only slow each other down.
    maxWorkers: 2,
    projects: [
      project('unit', 'tests/unit/**/*.test.{ts,tsx}', { exclude: [DOM_TESTS] }),
      project('dom', DOM_TESTS, { environment: 'happy-dom' }),
      project('contract', 'tests/contract/**/*.test.ts', { testTimeout: 30_000 }),
      project('integration', 'tests/integration/**/*.test.ts', { testTimeout: 120_000 }),
      project('fuzz', 'tests/fuzz/**/*.fuzz.test.ts', { testTimeout: 300_000 }),
      project('architecture', 'tests/architecture/**/*.test.ts', { testTimeout: 60_000 }),
    ],
  },
});

function project(
  name: string,
  include: string,
  options: { exclude?: string[]; environment?: string; testTimeout?: number } = {},
) {
  return {
    extends: true as const,
    test: { name, include: [include], hookTimeout: 60_000, ...options },
  };
}
