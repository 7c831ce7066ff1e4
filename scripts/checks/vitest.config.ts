import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium, howToGetChromium } from './find-chromium.mjs';
import { SlowFirst } from './slow-first.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests of the built server and the browser stories meet what the sources say now, on copies of one demonstration. */
const built = {
  globalSetup: ['scripts/checks/build-first.mjs', 'server/src/testing/demonstration-once.ts'],
};

const stories: TestProjectInlineConfiguration = {
  root,
  test: {
    ...built,
    name: 'stories',
    include: ['client/e2e/**/*.story.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
};

const hasBrowser = findChromium() !== null;
if (!hasBrowser) console.error(`zhibiao: ${howToGetChromium}`);

/**
 * Files share a worker, which has then loaded what most of them need: a minute of processor time less. Nothing
 * in the product may keep state in a module; whatever a test changes for its whole process it puts back.
 */
const together = { isolate: false };

/**
 * Tests stand beside what they test; stories drive a real browser. Two files at a time even where there are two
 * processors: much of a story or of a program's start is waiting.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowFirst },
    projects: [
      { root, test: { ...together, name: 'shared', include: ['shared/src/**/*.test.ts'] } },
      {
        root,
        test: {
          ...built,
          ...together,
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          setupFiles: ['server/src/testing/end-each-file.ts'],
          testTimeout: 30_000,
        },
      },
      { root, test: { ...together, name: 'client', include: ['client/src/**/*.test.{ts,tsx}'] } },
      { root, test: { name: 'checks', include: ['scripts/**/*.test.ts'], testTimeout: 120_000 } },
      ...(hasBrowser ? [stories] : []),
    ],
  },
});
