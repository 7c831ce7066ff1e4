import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * Moves committed pages from the -wal file into the database on another thread. SQLite does it by itself
 * after a commit, on the thread that commits: after a bulk import that would hold up every page for as long
 * as the disk takes. Nothing depends on it: one that fails is made up for by the next commit.
 */
export const checkpointApart = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const worker = new Worker(program, { eval: true, workerData: { file, driver: driverPath() } });
    worker.once('error', () => resolve());
    worker.once('exit', () => resolve());
  });

/** Plain text, so that it needs no file of its own beside the built server. */
const program = `
const { workerData } = require('node:worker_threads');
const database = new (require(workerData.driver))(workerData.file, { fileMustExist: true, timeout: 0 });
database.pragma('synchronous = FULL');
database.pragma('wal_checkpoint(PASSIVE)');
database.close();
`;

const driverPath = (): string => createRequire(import.meta.url).resolve('better-sqlite3');
