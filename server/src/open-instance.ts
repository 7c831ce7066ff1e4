import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Clock } from './clock';
import { fixedClock, systemClock } from './clock';
import type { Config } from './config';
import { loadDemonstration } from './demonstration/load-demonstration';
import { findUnitsFile, loadFiles } from './features/programme';
import { originalsIn, type Originals } from './originals';
import type { Storage } from './storage/storage';
import { openSqlite } from './storage/sqlite/open';

/** A data folder opened for one process, with its programme. */
export interface Instance {
  readonly storage: Storage;
  readonly originals: Originals;
  readonly index: ProgrammeIndex;
  readonly clock: Clock;
}

/** A folder, file or programme is not what this process needs; the message says what to do. */
export class InstanceProblem extends Error {}

const markName = 'instance.json';

/** A data folder belongs to the demonstration or to a live instance for ever; neither can become the other. */
const claimFolder = async (config: Config): Promise<void> => {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const file = join(config.dataFolder, markName);
  const mark = await readFile(file, 'utf8').catch(() => null);
  if (mark === null) {
    await writeFile(file, `${JSON.stringify({ mode: config.mode })}\n`, { mode: 0o600, flag: 'wx' });
    return;
  }
  // Written by this function only; anything else in it is somebody else's folder.
  const { mode } = JSON.parse(mark) as { readonly mode?: unknown };
  if (mode !== config.mode) {
    throw new InstanceProblem(
      `${config.dataFolder} holds a ${String(mode)} instance and cannot be opened as ${config.mode}; choose another folder with ZHIBIAO_DATA`,
    );
  }
};

/** The programme of a configuration with the units it names, checked; a mistake in either is a problem. */
export const loadConfigured = async (config: Pick<Config, 'programmeFile'>) => {
  const { programmeFile } = config;
  const unitsFile = await findUnitsFile(programmeFile);
  if (unitsFile === null)
    throw new InstanceProblem(`${programmeFile}: the units file it names was not found`);
  const loaded = await loadFiles(programmeFile, unitsFile);
  if (loaded.ok) return loaded;
  const [first] = loaded.problems;
  throw new InstanceProblem(
    `${loaded.file}: ${first?.path ?? ''} ${first?.code ?? ''}; run "npm run cli -- programme check ${loaded.file}"`,
  );
};

/**
 * Opens the data folder of a configuration, filling the demonstration on its first start. `progress` is told
 * what takes time.
 */
export const openInstance = async (
  config: Config,
  root: string,
  progress: (message: string) => void,
): Promise<Instance> => {
  const clock = config.fixedClock === null ? systemClock : fixedClock(config.fixedClock);
  await claimFolder(config);
  await chmod(config.dataFolder, 0o700);
  const { index, programmeJson, unitsJson } = await loadConfigured(config);
  const storage = await openSqlite({
    folder: config.dataFolder,
    expectExisting: false,
    startedAt: systemClock.now(),
  });
  try {
    const originals = originalsIn(join(config.dataFolder, 'originals'));
    const { stores } = storage;
    const keep = (kind: 'programme' | 'units', code: string, json: string) =>
      stores.programmes.keep({
        kind,
        code,
        json,
        sha256: createHash('sha256').update(json).digest('hex'),
        loadedAt: clock.now(),
      });
    await keep('units', index.register.code, unitsJson);
    await keep('programme', index.programme.code, programmeJson);
    if (config.mode === 'demonstration' && (await stores.observations.position()).position === 0) {
      progress('Filling the demonstration with fictional county figures and published reference figures …');
      await loadDemonstration({
        stores,
        originals,
        index,
        referenceFile: join(root, 'data', 'reference', 'observations.csv'),
        now: clock.now(),
      });
    }
    return { storage, originals, index, clock };
  } catch (error) {
    await storage.close();
    throw error;
  }
};
