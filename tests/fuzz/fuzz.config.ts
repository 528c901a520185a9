// The long fuzz run, alone and in one process.
import { defineConfig } from 'vitest/config';

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export of its configuration
export default defineConfig({
  test: { include: ['tests/fuzz/**/*.fuzz.test.ts'], maxWorkers: 1, hookTimeout: 120_000 },
});
