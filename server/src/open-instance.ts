import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from '@zhibiao/shared/access';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Clock } from './clock';
import { fixedClock, systemClock } from './clock';
import type { Config } from './config';
import { loadDemonstration } from './demonstration/load-demonstration';
import { auditEntry, endTornLine, outsideHeads, readHeads, theProgram } from './features/access';
import { findUnitsFile, loadFiles } from './features/programme';
import { bringRectificationsUpToDate } from './features/rectification';
import { faultLog } from './http/fault-log';
import { OperatorProblem, reading, systemCode } from './operator-problem';
import { originalsIn, type Originals } from './originals';
import { samplesHere } from './samples-here';
import type { Storage } from './storage/storage';
import { databaseName, openSqlite } from './storage/sqlite/open';

/** A data folder opened for one process, with its programme. */
export interface Instance {
  readonly storage: Storage;
  readonly originals: Originals;
  readonly index: ProgrammeIndex;
  readonly clock: Clock;
  /** File of the audit trail's heads outside the database. */
  readonly auditHeads: string;
}

/** Name of the file that says whom a data folder belongs to. */
const markName = 'instance.json';

/** A data folder belongs to the demonstration or to a live instance for ever; neither can become the other. */
export const claimFolder = async (config: Pick<Config, 'dataFolder' | 'mode'>): Promise<void> => {
  const { dataFolder: folder, mode: wanted } = config;
  const unusable = (error: unknown): never => {
    throw new OperatorProblem('instance.folder-unusable', { folder, detail: systemCode(error) });
  };
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(unusable);
  const file = join(folder, markName);
  const mark = await readFile(file, 'utf8').catch((error: unknown) =>
    systemCode(error) === 'ENOENT' ? null : unusable(error),
  );
  if (mark === null) {
    // Somebody's home folder must not become a data folder by a slip of the keyboard.
    const others = (await readdir(folder).catch(unusable)).filter((name) => name !== 'lost+found');
    if (others.length > 0) throw new OperatorProblem('instance.not-empty', { folder });
    await chmod(folder, 0o700).catch(unusable);
    // Two starts at once: the second finds the file there, and the lock of the folder decides between them.
    await writeFile(file, `${JSON.stringify({ mode: wanted })}\n`, { mode: 0o600, flag: 'wx' }).catch(
      (error: unknown) => (systemCode(error) === 'EEXIST' ? undefined : unusable(error)),
    );
    return;
  }
  const found = modeIn(mark);
  if (found === null) throw new OperatorProblem('instance.mark-unreadable', { file });
  if (found !== wanted) throw new OperatorProblem('instance.other-mode', { folder, found, wanted });
};

const modeIn = (mark: string): string | null => {
  try {
    const json: unknown = JSON.parse(mark);
    const mode: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'mode') : null;
    return mode === 'demonstration' || mode === 'live' ? mode : null;
  } catch {
    // Cut short or written by somebody else.
    return null;
  }
};

/** The programme of a configuration with the units it names, checked; a mistake in either is a problem. */
export const loadConfigured = async ({ programmeFile }: Pick<Config, 'programmeFile'>) => {
  const unitsFile = await reading(programmeFile, findUnitsFile(programmeFile));
  if (unitsFile === null) throw new OperatorProblem('instance.units-missing', { file: programmeFile });
  const loaded = await reading(programmeFile, loadFiles(programmeFile, unitsFile));
  if (loaded.ok) return loaded;
  const [first] = loaded.problems;
  throw new OperatorProblem(
    'instance.programme-wrong',
    { file: loaded.file, path: first?.path ?? '/', reason: '' },
    first ?? null,
  );
};

/** There while the demonstration is being filled: whoever finds it at start finds half a demonstration. */
const fillingMark = 'filling';

/** Removes the demonstration's database and originals; the caller has made sure that nobody uses them. */
export const removeDemonstration = async ({
  dataFolder: folder,
  auditHeads,
}: Pick<Config, 'dataFolder' | 'auditHeads'>): Promise<void> => {
  const database = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`];
  for (const name of [...database, 'originals', 'backups', fillingMark]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  // They tell of the trail that has just gone.
  await rm(auditHeads, { force: true });
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
  const { dataFolder: folder, mode } = config;
  await claimFolder(config);
  const { index, programmeJson, unitsJson } = await loadConfigured(config);
  const open = () => openSqlite({ folder, expectExisting: false, startedAt: systemClock.now() });
  let storage = await open();
  try {
    if (mode === 'demonstration' && existsSync(join(folder, fillingMark))) {
      await storage.close();
      await removeDemonstration(config);
      storage = await open();
    }
    const { stores } = storage;
    const { position, recordedAt } = await stores.observations.position();
    const clock =
      config.fixedClock === null ? systemClock : fixedClock(config.fixedClock, recordedAt ?? undefined);
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
    const originals = originalsIn(join(folder, 'originals'));
    if (mode === 'demonstration' && position === 0) {
      progress('Filling the demonstration with fictional county figures and published reference figures …');
      const mark = join(folder, fillingMark);
      await writeFile(mark, '');
      const referenceFile = join(root, 'data', 'reference', 'observations.csv');
      const samples = samplesHere(storage, index);
      await loadDemonstration({ stores, originals, index, referenceFile, samples, now: clock.now() });
      await rm(mark);
    }
    await bringRectificationsUpToDate({ stores, index, clock });
    const { auditHeads } = config;
    return {
      storage: await withHeads(storage, auditHeads, clock),
      originals,
      index,
      clock,
      auditHeads,
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
};

/** Writes the head of the audit trail outside the database from now until the storage is closed. */
const withHeads = async (storage: Storage, file: string, clock: Clock): Promise<Storage> => {
  const failed = (error: unknown): void => faultLog('', 'audit-heads', error);
  const heads = outsideHeads({ file, now: () => clock.now(), failed });
  try {
    const { audit } = storage.stores;
    const head = await audit.head();
    const known = await readHeads(file);
    await endTornLine(file);
    await heads.write(head, 'start');
    // A trail that had entries and no heads: its folder is older than this file, or somebody took the file away.
    if (head.sequence > 0 && known === null) {
      const act = { event: 'audit.heads-begun', after: { sequence: head.sequence } };
      await audit.append([auditEntry(theProgram, clock.now(), act)]);
      await heads.write(await audit.head(), 'start');
    }
  } catch (error) {
    throw new OperatorProblem('instance.audit-heads', { file, detail: systemCode(error) });
  }
  let told: (head: AuditHead) => void = () => undefined;
  storage.onAudited((head) => {
    heads.note(head);
    told(head);
  });
  return {
    ...storage,
    onAudited: (listener) => {
      told = listener;
    },
    close: async () => {
      await heads.close();
      await storage.close();
    },
  };
};
