import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '@zhibiao/shared/access';
import { parsePeriod } from '@zhibiao/shared/calendar';
import type { Effect, SubmittedRow } from '@zhibiao/shared/submission';
import {
  describeIssues,
  describeRead,
  importExplanation,
  importReason,
  type DescribedIssue,
} from '@zhibiao/shared/wording';
import { readFileRows } from '../documents';
import { headBytes, sampleListOf } from '../features/sample';
import {
  discardSubmission,
  effectsFor,
  forecastDraft,
  forecasterHere,
  forecastsBy,
  receiveTable,
  submitSubmission,
} from '../features/submission';
import type { Instance } from '../open-instance';
import { samplesHere } from '../samples-here';
import { printJson, printLine, readArguments, UsageProblem, type ExitStatus } from './arguments';
import { actorNamed } from './actor-named';
import { usages } from './usages';
import { hasDemonstration, openDemonstration, openToRead } from './demonstration-instance';

/** What `import --json` prints (contract.md). */
interface ImportReport {
  readonly outcome: string;
  readonly message: string;
  readonly rows: readonly unknown[];
  readonly stored: number;
  readonly records: readonly unknown[];
  readonly changes: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly refused: number;
  };
  readonly effects: readonly unknown[];
  /** What looks wrong or strange beside the ledger; the outcome is about the file alone. */
  readonly plausibility: readonly DescribedIssue[];
  /** Rows whose figures call for an explanation: `--explain`, or a mark that nobody explained them. */
  readonly toExplain: number;
  readonly refusal?: string;
  /** What now waits for a reviewer: `approve` takes this id. Absent when nothing was submitted. */
  readonly submission?: string;
}

/** Reads a file by the rules of the page, shows what would change, and stores it unless it is a dry run. */
export const importFile = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    {
      programme: { type: 'string' },
      period: { type: 'string' },
      basis: { type: 'string' },
      'dry-run': { type: 'boolean' },
      as: { type: 'string' },
      reason: { type: 'string' },
      explain: { type: 'string' },
      json: { type: 'boolean' },
    },
    usages.import,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageProblem(usages.import);
  const basis = values.basis;
  if (basis !== undefined && basis !== 'single' && basis !== 'cumulative') {
    throw new UsageProblem(`--basis ${basis}: single or cumulative\n${usages.import}`);
  }
  const period = values.period;
  if (period !== undefined && parsePeriod(period) === null) {
    throw new UsageProblem(`--period ${period}: write 2025-Q3\n${usages.import}`);
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw new UsageProblem(`${file} cannot be read\n${usages.import}`);
  const dryRun = values['dry-run'] === true;
  const instance = dryRun && hasDemonstration(root) ? await openToRead(root) : await openDemonstration(root);
  try {
    const { code } = instance.index.programme;
    if (values.programme !== undefined && values.programme !== code) {
      throw new UsageProblem(`--programme ${values.programme}: this instance runs ${code}\n${usages.import}`);
    }
    const actor = actorNamed(instance, values.as ?? 'demo-statistician');
    const report = await importInto(instance, {
      actor,
      name: basename(file),
      bytes,
      reason: values.reason ?? importReason.zh,
      explanation: values.explain ?? importExplanation.zh,
      dryRun,
      defaults: {
        ...(period === undefined ? {} : { defaultPeriod: period }),
        ...(basis === undefined ? {} : { defaultBasis: basis }),
      },
    });
    const refused = report.outcome.startsWith('reject') || report.refusal !== undefined;
    if (values.json === true) printJson(report);
    else {
      printLine(report.message);
      for (const { text } of report.plausibility) printLine(text);
    }
    if (refused)
      process.stderr.write(
        `${JSON.stringify({ outcome: report.outcome, refusal: report.refusal ?? null })}\n`,
      );
    return refused ? 1 : 0;
  } finally {
    await instance.storage.close();
  }
};

interface ImportRequest {
  readonly actor: Actor;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
  readonly explanation: string;
  readonly dryRun: boolean;
  readonly defaults: { readonly defaultPeriod?: string; readonly defaultBasis?: 'single' | 'cumulative' };
}

const importInto = async (instance: Instance, request: ImportRequest): Promise<ImportReport> => {
  const { storage, index, clock, originals } = instance;
  const { stores } = storage;
  const { actor, defaults } = request;
  const file = { name: request.name, bytes: request.bytes };
  const read = readFileRows(
    { ...file, corrections: [] },
    { index, today: clock.today(), actor, ...defaults },
  );
  const said = describeRead(read.ok ? { ok: true, value: read.value.submission } : read, 'zh');
  const nothing = { new: 0, changed: 0, same: 0, refused: 0 };
  const base = {
    ...said,
    stored: 0,
    records: [],
    changes: nothing,
    effects: [],
    plausibility: [],
    toExplain: 0,
  };
  const ground = { stores, index };
  const forecasts = forecastsBy(forecasterHere(ground), stores);
  const services = { ...ground, clock, originals, forecasts, samples: samplesHere(storage, index) };
  const doer = { actor, address: '', requestId: '' };
  // What was read just now is what is kept: no worker reads it a second time.
  const reader = { read: () => Promise.resolve(read) };
  const receive = () => receiveTable({ ...services, reader })(doer, file);
  if (!read.ok) {
    // A list of samples takes its time on a thread of the server: the page sends it, this program does not.
    const isList = sampleListOf(request.bytes.subarray(0, headBytes), request.name, index) !== null;
    if (!request.dryRun && !isList) await receive();
    return base;
  }
  const { submission } = read.value;
  const { forecast, foresee } = await forecastDraft(ground, {
    rows: submission.rows,
    day: clock.today(),
  });
  const { counts, plausibility } = forecast;
  const effects = effectsFor(foresee().effects, [index.whole.code]);
  const isRefused = submission.errors + plausibility.errors > 0;
  const moving = counts.new + counts.changed;
  const report = {
    ...base,
    stored: isRefused ? 0 : moving,
    records: submission.rows.map(recordOf),
    changes: { ...counts, refused: submission.rowsRefused },
    effects: effects.map(effectOf),
    plausibility: describeIssues(plausibility.issues, 'zh'),
    toExplain: plausibility.toExplain.length,
  };
  if (request.dryRun) return report;
  const { submission: received } = await receive();
  if (submission.errors > 0) return report;
  if (moving === 0) {
    await discardSubmission(services)(doer, received);
    return report;
  }
  const submitted = await submitSubmission(services)(doer, {
    submission: received,
    ledgerPosition: forecast.position,
    reason: request.reason,
    explanation: request.explanation,
  });
  return submitted.ok
    ? { ...report, submission: received }
    : { ...report, stored: 0, refusal: submitted.refusal.code };
};

const recordOf = (row: SubmittedRow) => {
  const { figure } = row;
  const counts = figure.kind === 'counts' ? figure : null;
  return {
    indicator: row.indicator,
    unit: row.unit,
    period: row.period,
    basis: row.basis,
    passes: counts?.passes ?? null,
    total: counts?.total ?? null,
    rate:
      figure.kind === 'rate'
        ? Number(figure.rate)
        : figure.kind === 'score'
          ? Number(figure.score)
          : percent(figure),
    cell: row.cell,
  };
};

/** Percent with four decimals for machines; null without samples. */
const percent = ({ passes, total }: { passes: number; total: number }): number | null =>
  total === 0 ? null : Math.round((passes / total) * 1_000_000) / 10_000;

const effectOf = ({ indicator, unit, period, basis, before, after }: Effect) => ({
  indicator,
  unit,
  period,
  basis,
  before,
  after,
});
