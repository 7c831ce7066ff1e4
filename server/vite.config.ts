import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The server as plain files for Node: no TypeScript loader at run time, half the start-up (dependencies.md). */
export default defineConfig({
  root: here,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: [/^@zhibiao\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: `${here}src/main.ts`,
        cli: `${here}src/cli.ts`,
        'parse-worker': `${here}src/documents/parse-worker.ts`,
        'forecast-worker': `${here}src/forecast-worker.ts`,
        'sample-worker': `${here}src/sample-worker.ts`,
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
