import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packAssets } from './pack-assets';

const server = 'http://127.0.0.1:3000';

// echarts-for-react imports tslib without asking for it; echarts asks, so its copy serves them all.
const besideEcharts = createRequire(createRequire(import.meta.url).resolve('echarts/package.json'));
const tslib = besideEcharts.resolve('tslib').replace(/tslib\.js$/, 'tslib.es6.js');

const librariesOfEveryPage =
  /rolldown\/runtime|vite\/preload-helper|node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@trpc)\//;
const wordsOfEveryPage =
  /client\/src\/(api\/|ui\/words)|shared\/src\/(calendar\/(plain-date|period|period-span|neighbours)|wording\/(case-words|en\/evidence|zh\/evidence|numbers|language|period-text|refusal-sentence|zh\/([\w-]+-)?(pages|refusals)))/;

/**
 * Assets carry their hash in the name, so the server may call them immutable. No polyfill for module
 * preloading: every browser this is built for has it, and the page must hold no inline script.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), packAssets()],
  resolve: { alias: { tslib } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Closed networks keep old machines: Chromium 90 must work.
    target: 'chrome90',
    cssTarget: 'chrome90',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One small sheet for all pages: its order is the order in which the code asks for it.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Few files, because each costs the first visit a request. Libraries stand apart: they change less often.
        codeSplitting: {
          groups: [
            { name: 'base', test: librariesOfEveryPage, priority: 3 },
            { name: 'words', test: wordsOfEveryPage, priority: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': server, '/api': server, '/healthz': server } },
});
