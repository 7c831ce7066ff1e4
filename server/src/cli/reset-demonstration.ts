import { claimFolder, removeDemonstration } from '../open-instance';
import { systemClock } from '../clock';
import { lockFolder } from '../storage/sqlite/folder-lock';
import { printJson, printLine, readArguments, type ExitStatus } from './arguments';
import { usages } from './usages';
import { demonstrationConfig, openDemonstration } from './demonstration-instance';

/**
 * Rebuilds the demonstration from nothing, whatever has become of its database. Refuses while a server holds
 * the folder, and on a folder that is not a demonstration's.
 */
export const resetDemonstration = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values } = readArguments(words, { json: { type: 'boolean' } }, usages.reset);
  const config = demonstrationConfig(root);
  const { dataFolder } = config;
  await claimFolder(config);
  const unlock = await lockFolder(dataFolder, systemClock.now());
  try {
    await removeDemonstration(config);
  } finally {
    unlock();
  }
  const instance = await openDemonstration(root);
  const { position } = await instance.storage.stores.observations.position();
  await instance.storage.close();
  if (values.json === true) printJson({ dataFolder, revisions: position });
  else printLine(`${dataFolder}: ${position} revisions`);
  return 0;
};
