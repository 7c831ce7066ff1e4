import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** @typedef {typeof import('./product.mjs')} Product */

/**
 * Builds the core as it stands into a folder and loads it: simulations measure what the product does, not a copy.
 * @param {string} folder
 * @returns {Promise<Product>}
 */
export async function buildProduct(folder) {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { product: fileURLToPath(new URL('product.mjs', import.meta.url)) },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return import(pathToFileURL(join(folder, 'product.mjs')).href);
}
