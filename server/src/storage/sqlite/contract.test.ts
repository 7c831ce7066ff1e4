import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Opened } from '../contract/engine';
import { now } from '../contract/makers';
import { storeContract } from '../contract/store-contract';
import { openSqlite } from './open';
import { prepareWriter } from './pragmas';
import { openSampleStaging } from './sample-staging';

const open = async (): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-contract-'));
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: now });
  const shell = new Sqlite(storage.file, { fileMustExist: true });
  prepareWriter(shell);
  return {
    storage,
    sql: (text) => {
      const statement = shell.prepare(text);
      return statement.reader ? statement.all() : [statement.run()];
    },
    staging: () => openSampleStaging(storage.file),
    close: async () => {
      shell.close();
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
};

storeContract('SQLite', open);
