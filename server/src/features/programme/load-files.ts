import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { plainWeeks, type WorkCalendar } from '@zhibiao/shared/calendar';
import {
  loadProgramme,
  loadUnits,
  loadWorkCalendar,
  programmeIndex,
  type ProgrammeIndex,
  type ProgrammeProblem,
} from '@zhibiao/shared/programme';

/** A programme with its units, checked and indexed; or everything that is wrong with the files. */
export type LoadedFiles =
  | {
      readonly ok: true;
      readonly index: ProgrammeIndex;
      readonly programmeJson: string;
      readonly unitsJson: string;
    }
  | { readonly ok: false; readonly file: string; readonly problems: readonly ProgrammeProblem[] };

/** Reads and checks a programme file and the units file it is about. Throws when a file cannot be read. */
export const loadFiles = async (programmeFile: string, unitsFile: string): Promise<LoadedFiles> => {
  const [programmeJson, unitsJson] = await Promise.all([
    readFile(programmeFile, 'utf8'),
    readFile(unitsFile, 'utf8'),
  ]);
  const register = loadUnits(JSON.parse(unitsJson));
  if (!register.ok) return { ok: false, file: unitsFile, problems: register.refusal };
  const programme = loadProgramme(JSON.parse(programmeJson), register.value);
  if (!programme.ok) return { ok: false, file: programmeFile, problems: programme.refusal };
  const code = programme.value.rectification?.calendar ?? null;
  const calendar = code === null ? null : await readCalendar(unitsFile, code);
  if (calendar !== null && !calendar.ok) return calendar;
  const index = programmeIndex(programme.value, register.value, calendar?.value ?? plainWeeks);
  return { ok: true, index, programmeJson, unitsJson };
};

type ReadCalendar =
  | { readonly ok: true; readonly value: WorkCalendar }
  | Extract<LoadedFiles, { readonly ok: false }>;

/** In `calendars` beside the folder of the units. */
const readCalendar = async (unitsFile: string, code: string): Promise<ReadCalendar> => {
  const file = join(dirname(unitsFile), '..', 'calendars', `${code}.json`);
  const loaded = loadWorkCalendar(JSON.parse(await readFile(file, 'utf8')));
  return loaded.ok ? loaded : { ok: false, file, problems: loaded.refusal };
};
