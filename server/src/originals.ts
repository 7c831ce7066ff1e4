import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './operator-problem';
import { StorageProblem } from './storage/storage-problem';

/** Uploaded files exactly as they came, each under its own hash: the proof behind every figure. */
export interface Originals {
  /** Keeps the bytes durably; answers their SHA-256. The same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<string>;
  /** A place to write a large file to while it arrives, on the same disk; the folder is there. */
  aside(): Promise<string>;
  /** Keeps a file that was written aside and whose SHA-256 was worked out on the way; it is gone from there. */
  adopt(aside: string, sha256: string): Promise<void>;
  /** Where an original lies, for a thread that reads it a part at a time. */
  pathOf(sha256: string): string;
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
      try {
        await writeDurably(aside, bytes);
        await rename(aside, file);
      } catch (error) {
        await rm(aside, { force: true });
        throw problemOf(error, file);
      }
      // The name is durable only when the folders that hold it are.
      await syncFolder(dirname(file));
      await syncFolder(folder);
      return sha256;
    },
    aside: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return join(folder, `arriving.${randomUUID()}`);
    },
    adopt: async (aside, sha256) => {
      const file = path(sha256);
      try {
        if (await exists(file)) return;
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await syncFile(aside);
        await rename(aside, file);
      } catch (error) {
        throw problemOf(error, file);
      } finally {
        await rm(aside, { force: true });
      }
      await syncFolder(dirname(file));
      await syncFolder(folder);
    },
    pathOf: path,
    read: (sha256) => readFile(path(sha256)),
    stream: (sha256) => createReadStream(path(sha256)),
    has: (sha256) => exists(path(sha256)),
  };
};

const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A full or read-only disk is the operator's to mend and says so; anything else is a fault. */
const problemOf = (error: unknown, file: string): unknown => {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StorageProblem('full', { file }, error);
    case 'EROFS':
    case 'EACCES':
      return new StorageProblem('read-only', { file }, error);
    default:
      return error;
  }
};
