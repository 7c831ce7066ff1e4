import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const linkName = 'set-up-link.txt';

/** Writes the set-up link where only the owner of the data folder reads it, mode 0600, for a start without console. */
export const keepSetUpLink = async (folder: string, address: string): Promise<void> => {
  await dropSetUpLink(folder);
  await writeFile(join(folder, linkName), `${address}\n`, { mode: 0o600, flag: 'wx' });
};

/** Takes the file away once there are accounts. */
export const dropSetUpLink = (folder: string): Promise<void> => rm(join(folder, linkName), { force: true });
