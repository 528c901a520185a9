// Runs make-fixtures.ts, and nothing else, through vitest: Node 20 alone cannot run TypeScript.
import { defineConfig } from 'vitest/config';

// eslint-disable-next-line no-restricted-syntax -- vitest reads the default export of its configuration
export default defineConfig({
  test: { include: ['tests/support/make-fixtures.ts'], testTimeout: 120_000 },
});
