import { readFile } from 'node:fs/promises';
import {
  loadProgramme,
  loadUnits,
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
  return { ok: true, index: programmeIndex(programme.value, register.value), programmeJson, unitsJson };
};
