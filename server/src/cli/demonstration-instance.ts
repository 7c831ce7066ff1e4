import { parseConfig, type Config } from '../config';
import { openInstance, type Instance } from '../open-instance';

/** Settings of the demonstration that the command line works on. */
export const demonstrationConfig = (root: string): Config => parseConfig('demonstration', process.env, root);

/** Opens the demonstration for one command; refuses while a server holds its folder. */
export const openDemonstration = (root: string): Promise<Instance> =>
  openInstance(demonstrationConfig(root), root, (message) => process.stderr.write(`${message}\n`));
