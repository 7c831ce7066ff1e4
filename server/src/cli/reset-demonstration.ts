import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { printLine, readArguments, type ExitStatus } from './arguments';
import { demonstrationConfig, openDemonstration } from './demonstration-instance';

/** How `demo reset` is called. */
export const resetUsage = 'demo reset';

/** Rebuilds the demonstration from nothing. Refuses while a server holds the folder, and on any other folder. */
export const resetDemonstration = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  readArguments(words, {}, resetUsage);
  // Opened once before anything goes: the lock and the folder's mark prove that it is ours and free.
  const before = await openDemonstration(root);
  await before.storage.close();
  const { dataFolder } = demonstrationConfig(root);
  for (const name of ['zhibiao.sqlite', 'zhibiao.sqlite-wal', 'zhibiao.sqlite-shm', 'originals', 'backups']) {
    await rm(join(dataFolder, name), { recursive: true, force: true });
  }
  const instance = await openDemonstration(root);
  const { position } = await instance.storage.stores.observations.position();
  await instance.storage.close();
  printLine(`${dataFolder}: ${position} revisions`);
  return 0;
};
