import { readFile } from 'node:fs/promises';
import { loadProgramme, loadUnits } from '@zhibiao/shared/programme';
import { findUnitsFile } from '../features/programme';
import { printJson, printLine, readArguments, UsageProblem, type ExitStatus } from './arguments';
import { usages } from './usages';
import { printProblems } from './print-problems';

const field = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new UsageProblem(`${file} cannot be read\n${usages.check}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    process.stderr.write(`${file}: not JSON: ${error instanceof Error ? error.message : ''}\n`);
    return null;
  }
};

/** Validates a programme file or a units file; errors carry their path and reason. */
export const checkProgramme = async (words: readonly string[]): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    { units: { type: 'string' }, json: { type: 'boolean' } },
    usages.check,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageProblem(usages.check);
  const json = await readJson(file);
  if (json === null) return 1;
  const good = (facts: Readonly<Record<string, unknown>>, line: string): ExitStatus => {
    if (values.json === true) printJson({ ok: true, file, ...facts });
    else printLine(`${file}: ${line}`);
    return 0;
  };
  if (Array.isArray(field(json, 'units'))) {
    const register = loadUnits(json);
    if (!register.ok) return printProblems(file, register.refusal);
    const { units } = register.value;
    return good({ units: units.length }, `units file in order, ${units.length} units`);
  }
  const unitsFile = values.units ?? (await findUnitsFile(file));
  if (unitsFile === null) {
    process.stderr.write(`${file}: the units file it names was not found; say --units FILE\n`);
    return 1;
  }
  const register = loadUnits(await readJson(unitsFile));
  if (!register.ok) return printProblems(unitsFile, register.refusal);
  const programme = loadProgramme(json, register.value);
  if (!programme.ok) return printProblems(file, programme.refusal);
  const { indicators, targets } = programme.value;
  return good(
    { indicators: indicators.length, targets: targets.length },
    `programme file in order, ${indicators.length} indicators, ${targets.length} targets`,
  );
};
