import type { Actor } from '@zhibiao/shared/access';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import {
  fixesOf,
  needsExplanation,
  outcomeOf,
  type Issue,
  type PreviewIssue,
  type PreviewView,
  type SheetPreview,
} from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { fileRefusalOf, stepView } from './list-submissions';
import { freshOwn } from './staged-samples';
import { ownDraftToRead, type OwnDraft } from './own-draft';

const shownIssues = 100;

/**
 * What a file says and what committing it would write: issues and differences. What that does to headlines and alerts
 * takes longer and is asked for apart (`foresee-submission.ts`). Writes nothing.
 */
export const previewSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'forecasts' | 'samples'>) =>
  async (actor: Actor, submission: string): Promise<Result<PreviewView, Refusal>> => {
    const { stores } = services;
    const refused = await refusedFile(stores, actor, submission);
    if (refused !== null) return ok(refused);
    const found = await ownDraftToRead(stores, actor, submission);
    return found.ok ? ok(await previewOf(services, await freshOwn(services, found.value))) : found;
  };

/** What a kept file says and would do to the ledger as it is now. */
export const previewOf = async (
  { stores, clock, forecasts }: Pick<Services, 'stores' | 'clock' | 'forecasts'>,
  { record, draft }: OwnDraft,
): Promise<PreviewView> => {
  const { id: key, outsideId } = record;
  const last = (await stores.submissions.steps(key)).at(-1);
  const { read, sheet, layout, told, corrections, reading, rowsGood } = draft;
  const { forecast } = await forecasts.of({ submission: key, reading, day: clock.today() });
  const { plausibility } = forecast;
  const issues = errorsFirst([...read.issues, ...plausibility.issues]).slice(0, shownIssues);
  const errorsTotal = read.errors + plausibility.errors;
  return {
    submission: outsideId,
    reading,
    state: record.state,
    returned: last?.state === 'returned' ? stepView(last) : null,
    fileName: record.fileName,
    outcome: outcomeOf(read),
    fileRefusal: null,
    rowsSeen: read.rowsSeen,
    rowsGood,
    rowsRefused: read.rowsRefused,
    issues: withFixes(issues, sheet, plausibility.explainAt),
    issuesTotal: errorsTotal + read.warnings + plausibility.warnings,
    errorsTotal,
    toExplain: plausibility.toExplain.length,
    columns: sheet.columns,
    sheetRows: sheet.sheetRows,
    counts: { ...forecast.counts, refused: read.rowsRefused },
    changes: forecast.changes,
    ledgerPosition: forecast.position,
    corrections,
    ...(layout === undefined ? {} : { layout }),
    ...told,
    samples: samplesView(draft.samples),
  };
};

/** What the check step says of a list of samples. */
const samplesView = (samples: OwnDraft['draft']['samples']): PreviewView['samples'] => {
  if (samples === null) return null;
  const { samples: all, failing, retests, new: fresh, revised, same, personal } = samples;
  return { samples: all, failing, retests, new: fresh, revised, same, personal };
};

/** The preview of the actor's own file that was refused as a whole: nothing but the reason. Null for every other one. */
export const refusedFile = async (
  stores: Pick<Stores, 'submissions' | 'observations'>,
  actor: Actor,
  submission: string,
): Promise<PreviewView | null> => {
  const record = await stores.submissions.findOutside(submission);
  const fileRefusal = record === null || record.by.id !== actor.id ? null : fileRefusalOf(record);
  if (record === null || fileRefusal === null) return null;
  return {
    submission,
    reading: 0,
    state: record.state,
    returned: null,
    fileName: record.fileName,
    outcome: 'reject-file',
    fileRefusal,
    rowsSeen: 0,
    rowsGood: 0,
    rowsRefused: 0,
    issues: [],
    issuesTotal: 0,
    errorsTotal: 0,
    toExplain: 0,
    columns: [],
    sheetRows: [],
    counts: { new: 0, changed: 0, same: 0, refused: 0 },
    changes: [],
    ledgerPosition: (await stores.observations.position()).position,
    corrections: [],
    samples: null,
  };
};

const withFixes = (
  issues: readonly Issue[],
  { columns, sheetRows, figureColumns }: SheetPreview,
  explainAt: readonly { readonly sheet: string; readonly row: number }[],
): readonly PreviewIssue[] => {
  const rows = new Map(sheetRows.map((row) => [placeOf(row), row]));
  const explained = new Set(explainAt.map(placeOf));
  return issues.map((issue) => {
    const shown = rows.get(placeOf(issue.cell));
    const table = figureColumns.find(({ sheet }) => sheet === issue.cell.sheet);
    const textAt = (column: string): string =>
      shown?.cells[columns.findIndex(({ letter }) => letter === column)] ?? '';
    return {
      ...issue,
      explain: needsExplanation(issue) && explained.has(placeOf(issue.cell)),
      fixes: shown === undefined || table === undefined ? [] : fixesOf(issue, table, textAt),
    };
  });
};

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}!${row}`;

const errorsFirst = (issues: readonly Issue[]): readonly Issue[] => [
  ...issues.filter(({ level }) => level === 'error'),
  ...issues.filter(({ level }) => level === 'warning'),
];
