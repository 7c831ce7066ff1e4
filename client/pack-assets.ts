import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const packed = promisify(gzip);

/** Below this a packed file saves less than its own headers. */
const least = 500;

/**
 * Writes every asset packed beside itself, as `.br` and `.gz`, with all the care a build has time for: a seventh
 * smaller than what a server packs while somebody waits. The server chooses (server/src/http/packed-assets.ts).
 */
export const packAssets = (): Plugin => ({
  name: 'zhibiao-pack-assets',
  apply: 'build',
  writeBundle: async ({ dir }, bundle) => {
    if (dir === undefined) throw new Error('the build names no folder');
    await Promise.all(
      Object.values(bundle).map(async (file) => {
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (!/\.(js|css|svg)$/.test(file.fileName) || bytes.length < least) return;
        const path = join(dir, file.fileName);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        await writeFile(`${path}.br`, await brotli(bytes, { params }));
        await writeFile(`${path}.gz`, await packed(bytes, { level: constants.Z_BEST_COMPRESSION }));
      }),
    );
  },
});
