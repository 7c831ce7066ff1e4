import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run test:long`: what takes minutes, too long for every change. One file at a time. */
export default defineConfig({
  root,
  test: {
    name: 'long',
    include: ['{shared,server,client}/src/**/*.long.ts', 'client/e2e/*.long.ts', 'scripts/**/*.long.ts'],
    globalSetup: ['scripts/checks/build-first.mjs', 'server/src/testing/demonstration-once.ts'],
    setupFiles: ['server/src/testing/end-each-file.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    passWithNoTests: true,
  },
});
