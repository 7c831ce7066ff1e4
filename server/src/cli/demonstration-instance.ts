import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fixedClock } from '../clock';
import { demonstrationClock, parseConfig, type Config } from '../config';
import { claimFolder, loadConfigured, openInstance, type Instance } from '../open-instance';
import { originalsIn } from '../originals';
import { databaseName, openSqlite } from '../storage/sqlite/open';

/** Settings of the demonstration that the command line works on. */
export const demonstrationConfig = (root: string): Config => parseConfig('demonstration', process.env, root);

/** Opens the demonstration for one command; refuses while a server holds its folder. */
export const openDemonstration = (root: string): Promise<Instance> =>
  openInstance(demonstrationConfig(root), root, (message) => process.stderr.write(`${message}\n`));

/** Opens the demonstration to read only, beside a running server; every write is refused. */
export const openToRead = async (root: string): Promise<Instance> => {
  const config = demonstrationConfig(root);
  if (hasDemonstration(root)) await claimFolder(config);
  const { index } = await loadConfigured(config);
  const clock = fixedClock(config.fixedClock ?? demonstrationClock);
  const storage = await openSqlite({
    folder: config.dataFolder,
    expectExisting: true,
    startedAt: clock.now(),
    readOnly: true,
  });
  const { dataFolder, auditHeads } = config;
  return { storage, index, clock, auditHeads, originals: originalsIn(join(dataFolder, 'originals')) };
};

/** Whether the demonstration has been filled already. */
export const hasDemonstration = (root: string): boolean =>
  existsSync(join(demonstrationConfig(root).dataFolder, databaseName));
