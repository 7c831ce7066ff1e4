import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Uploaded files exactly as they came, each under its own hash: the proof behind every figure. */
export interface Originals {
  /** Keeps the bytes durably; answers their SHA-256. The same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<string>;
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): ReadStream;
  has(sha256: string): Promise<boolean>;
}

const hashShape = /^[0-9a-f]{64}$/;

/** Originals in a folder that no page is served from; server-made names, readable by the owner only. */
export const originalsIn = (folder: string): Originals => {
  const path = (sha256: string): string => {
    if (!hashShape.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const exists = async (file: string): Promise<boolean> =>
    stat(file).then(
      () => true,
      () => false,
    );
  return {
    keep: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = path(sha256);
      if (await exists(file)) return sha256;
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      // Written aside and renamed: a half-written original can never carry the whole one's name.
      const aside = `${file}.${randomUUID()}`;
      const handle = await open(aside, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, file);
      return sha256;
    },
    read: (sha256) => readFile(path(sha256)),
    stream: (sha256) => createReadStream(path(sha256)),
    has: (sha256) => exists(path(sha256)),
  };
};
