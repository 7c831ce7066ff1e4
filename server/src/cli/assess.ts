import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isPlainDate, yearOf } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import { ledgerOf, type Observation } from '@zhibiao/shared/observation';
import { programmeIndex, type ProgrammeIndex } from '@zhibiao/shared/programme';
import type { SubmittedRow } from '@zhibiao/shared/submission';
import { describeRead } from '@zhibiao/shared/wording';
import { readFileRows } from '../documents';
import { loadFiles } from '../features/programme';
import { reading } from '../operator-problem';
import { printJson, printLine, readArguments, required, UsageProblem, type ExitStatus } from './arguments';
import { usages } from './usages';
import { assessmentRecord } from './assessment-record';
import { periodAlerts } from './period-alerts';
import { periodEvidence } from './period-evidence';
import { printProblems } from './print-problems';
import { readPlans } from './read-plans';

/** Judges figures from files, without a database: the pure pipeline from figures to assessments. */
export const assess = async (words: readonly string[]): Promise<ExitStatus> => {
  const { values } = readArguments(
    words,
    {
      programme: { type: 'string' },
      units: { type: 'string' },
      observations: { type: 'string' },
      plans: { type: 'string' },
      today: { type: 'string' },
      json: { type: 'boolean' },
    },
    usages.assess,
  );
  const today = required(values.today, 'today', usages.assess);
  if (!isPlainDate(today))
    throw new UsageProblem(`--today ${today} is no day, write 2025-10-16\n${usages.assess}`);
  const programmeFile = required(values.programme, 'programme', usages.assess);
  const unitsFile = required(values.units, 'units', usages.assess);
  const files = await reading(`${programmeFile}, ${unitsFile}`, loadFiles(programmeFile, unitsFile));
  if (!files.ok) return printProblems(files.file, files.problems);
  const file = required(values.observations, 'observations', usages.assess);
  const index = values.plans === undefined ? files.index : await withPlans(files.index, values.plans);
  const only = index.programme.indicators.length === 1 ? index.programme.indicators[0] : undefined;
  const read = readFileRows(
    { name: basename(file), bytes: await reading(file, readFile(file)), corrections: [] },
    { index, today, ...(only === undefined ? {} : { defaultIndicator: only.code }) },
  );
  if (!read.ok || read.value.submission.errors > 0) {
    const said = describeRead(read.ok ? { ok: true, value: read.value.submission } : read, 'zh');
    process.stderr.write(`${said.message}\n`);
    if (values.json === true) process.stderr.write(`${JSON.stringify(said)}\n`);
    return 1;
  }
  const { rows } = read.value.submission;
  const { yearStart } = index.programme;
  const observations = rows.map((row): Observation => ({ ...row, source: '' }));
  const context: EvaluationContext = { index, today, ledger: ledgerOf(observations, yearStart) };
  const assessments = assessRows(rows, context);
  print(assessments, context, values.json === true);
  return 0;
};

const withPlans = async (index: ProgrammeIndex, file: string): Promise<ProgrammeIndex> => {
  const given = await readPlans(file, index);
  const key = (plan: { indicator: string; unit: string; year: number }) =>
    `${plan.indicator}|${plan.unit}|${plan.year}`;
  const replaced = new Set(given.map(key));
  const kept = index.programme.plans.filter((plan) => !replaced.has(key(plan)));
  return programmeIndex({ ...index.programme, plans: [...kept, ...given] }, index.register);
};

const assessRows = (rows: readonly SubmittedRow[], context: EvaluationContext): readonly Assessment[] => {
  const { index } = context;
  const { yearStart } = index.programme;
  const years = [...new Set(rows.map((row) => yearOf(row.period, yearStart)))].sort((a, b) => a - b);
  return index.programme.indicators.flatMap((indicator) =>
    years.flatMap((year) =>
      sheetKeys(context, indicator, year).flatMap(({ period, basis }) =>
        assessSheet(context, indicator, period, basis),
      ),
    ),
  );
};

const print = (assessments: readonly Assessment[], context: EvaluationContext, json: boolean): void => {
  const evidence = json ? periodEvidence(context) : () => null;
  const alerts = json ? periodAlerts(context) : () => [];
  const records = assessments.map((assessment) =>
    assessmentRecord(assessment, context.index, {
      evidence: evidence(assessment),
      alerts: alerts(assessment),
    }),
  );
  if (json) {
    // One object a line inside one array: readable by line and by JSON.parse of the whole.
    process.stdout.write(`[${records.map((record) => JSON.stringify(record)).join(',\n')}]\n`);
    return;
  }
  for (const record of records)
    printLine(`${record.light.padEnd(5)} ${record.unit} ${record.sentence?.zh ?? ''}`);
  if (records.length === 0) printJson([]);
};
