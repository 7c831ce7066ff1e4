import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests stand beside what they test; stories drive a real browser and run one file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'shared', include: ['shared/src/**/*.test.ts'] } },
      { root, test: { name: 'server', include: ['server/src/**/*.test.ts'], testTimeout: 30_000 } },
      { root, test: { name: 'client', include: ['client/src/**/*.test.ts'] } },
      { root, test: { name: 'checks', include: ['scripts/**/*.test.ts'], testTimeout: 60_000 } },
      {
        root,
        test: {
          name: 'stories',
          include: ['client/e2e/**/*.story.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
