import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium, howToGetChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests of the built server and the browser stories meet what the sources say now. */
const built = { globalSetup: ['scripts/checks/build-first.mjs'] };

const stories: TestProjectInlineConfiguration = {
  root,
  test: {
    ...built,
    name: 'stories',
    include: ['client/e2e/**/*.story.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
};

const hasBrowser = findChromium() !== null;
if (!hasBrowser) console.error(`zhibiao: ${howToGetChromium}`);

/** Tests stand beside what they test; stories drive a real browser and run one file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'shared', include: ['shared/src/**/*.test.ts'] } },
      { root, test: { ...built, name: 'server', include: ['server/src/**/*.test.ts'], testTimeout: 30_000 } },
      { root, test: { name: 'client', include: ['client/src/**/*.test.{ts,tsx}'] } },
      { root, test: { name: 'checks', include: ['scripts/**/*.test.ts'], testTimeout: 60_000 } },
      ...(hasBrowser ? [stories] : []),
    ],
  },
});
