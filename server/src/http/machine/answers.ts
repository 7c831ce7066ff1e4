import type { Refusal } from '@zhibiao/shared/result';
import type { FileRefusal, PreviewWithEffects, SubmissionSummary } from '@zhibiao/shared/submission';
import {
  describeFileRefusal,
  describeIssues,
  enSubmissionWords,
  refusalSentence,
  zhSubmissionWords,
  type Dictionary,
  type Language,
} from '@zhibiao/shared/wording';
import { z } from 'zod';

/*
 * What the machine door takes and gives. The document of the interface is made from these schemas, and every answer is
 * made to fit them; nothing is described a second time.
 */

const text = (most: number) => z.string().max(most);
const count = z.int().min(0);

const row = z
  .strictObject({
    indicator: text(100).describe('Code or name of the indicator.'),
    unit: text(100).describe('Code or name of the reporting unit.'),
    period: text(100).describe('2025-Q3, 2025-M09, 2025, or as people write it.'),
    basis: text(40).optional().describe('single (the period alone, the default) or cumulative.'),
    passes: z.union([count, text(40)]).optional(),
    total: z.union([count, text(40)]).optional(),
    rate: z
      .union([z.number(), text(40)])
      .optional()
      .describe('Percent; beside counts a cross-check only.'),
    scheme: text(100).optional(),
    note: text(500).optional(),
  })
  .describe('One figure, in the columns of the plain template.');

/** Rows sent as JSON; a file is sent as multipart/form-data instead. */
export const rowsBody = z.strictObject({
  fileName: text(200).optional().describe('How the submission is named in the history.'),
  rows: z.array(row).min(1).max(50_000),
});

/** What stands behind the question mark. */
export const postQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional().describe('true: says what would happen and keeps nothing.'),
  reason: text(500).optional().describe('Why figures change that are known already.'),
  explanation: text(500).optional().describe('Why figures that look strange are right.'),
  language: z.enum(['zh', 'en']).optional().describe('Of the sentences; without it by Accept-Language.'),
});

const said = z.strictObject({ code: z.string(), text: z.string() });

const issue = z.strictObject({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  text: z.string(),
  sheet: z.string(),
  row: count,
  column: z.string().nullable(),
  explain: z.boolean().describe('Whether it must be explained before its row is stored.'),
});

const side = z
  .strictObject({
    rateText: z.string().nullable(),
    light: z.enum(['met', 'risk', 'miss', 'none']),
    verdict: z.enum(['met', 'short', 'no-data']),
    passes: count.nullable(),
    total: count.nullable(),
  })
  .nullable();

const headline = z.strictObject({
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  basis: z.enum(['single', 'cumulative']),
  before: side,
  after: side,
});

/** What became of what was sent, or would become of it. */
export const receiptAnswer = z.strictObject({
  dryRun: z.boolean(),
  submission: z
    .string()
    .nullable()
    .describe('Where it is asked for; null for a dry run and a file that could not be read.'),
  state: z.string().describe('draft, submitted, refused; a draft waits for its owner on the page 数据报送.'), // wording-ok: the name of a page in the document of the interface
  outcome: z.enum(['accept', 'accept-with-warning', 'reject-file', 'reject-rows']),
  fileRefusal: said.nullable(),
  /** Why it could not be handed to the reviewers and stays a draft. */
  refusal: said.nullable(),
  rows: z.strictObject({ seen: count, good: count, refused: count }),
  changes: z.strictObject({ new: count, changed: count, same: count, refused: count }),
  issues: z.array(issue).describe('The first hundred, errors first.'),
  issuesTotal: count,
  errorsTotal: count,
  toExplain: count,
  effects: z.array(headline),
  alertsToOpen: z.array(z.strictObject({ indicator: z.string(), unit: z.string(), period: z.string() })),
});

/** Where a submission stands. */
export const statusAnswer = z.strictObject({
  submission: z.string(),
  fileName: z.string(),
  state: z.string(),
  uploadedAt: z.string(),
  approvedAt: z.string().nullable(),
  publication: z.int().nullable(),
  changes: z.strictObject({ new: count, changed: count, same: count, refused: count }),
  fileRefusal: said.nullable(),
  steps: z.array(z.strictObject({ state: z.string(), at: z.string(), reason: z.string() })),
});

/** Why a request was declined. */
export const refusalAnswer = z.strictObject({
  refusal: said,
  requestId: z.string(),
});

/** The language and words of a caller. */
export interface CallerWords {
  readonly language: Language;
  readonly dictionary: Dictionary;
}

type Receipt = z.infer<typeof receiptAnswer>;

/** A refusal with its sentence. */
export const saidRefusal = (refusal: Refusal, { dictionary }: CallerWords): z.infer<typeof said> => ({
  code: refusal.code,
  text: refusalSentence(refusal, dictionary.refusals),
});

const saidFileRefusal = (refusal: FileRefusal, { language }: CallerWords): z.infer<typeof said> => ({
  code: refusal.code,
  text: describeFileRefusal(refusal, language === 'zh' ? zhSubmissionWords : enSubmissionWords),
});

/** The preview that the page shows, as the door says it. */
export const receiptOf = (
  view: PreviewWithEffects,
  words: CallerWords,
  more: Pick<Receipt, 'dryRun' | 'submission' | 'state' | 'refusal'>,
): Receipt => ({
  ...more,
  outcome: view.outcome,
  fileRefusal: view.fileRefusal === null ? null : saidFileRefusal(view.fileRefusal, words),
  rows: { seen: view.rowsSeen, good: view.rowsGood, refused: view.rowsRefused },
  changes: { ...view.counts },
  issues: describeIssues(view.issues, words.language).map(
    ({ level, code, text: line, sheet, row: at, column }, place) => ({
      level,
      code,
      text: line,
      sheet,
      row: at,
      column,
      explain: view.issues[place]?.explain ?? false,
    }),
  ),
  issuesTotal: view.issuesTotal,
  errorsTotal: view.errorsTotal,
  toExplain: view.toExplain,
  effects: view.effects.map(({ indicator, unit, period, basis, before, after }) => ({
    indicator,
    unit,
    period,
    basis,
    before: sideOf(before),
    after: sideOf(after),
  })),
  alertsToOpen: view.alertsToOpen.map(({ indicator, unit, period }) => ({ indicator, unit, period })),
});

const sideOf = (one: PreviewWithEffects['effects'][number]['before']): z.infer<typeof side> =>
  one === null
    ? null
    : {
        rateText: one.rateText,
        light: one.light,
        verdict: one.verdict,
        passes: one.passes,
        total: one.total,
      };

/** A file that could not be read at all, of a dry run. */
export const unreadable = (refusal: FileRefusal, words: CallerWords): Receipt => ({
  dryRun: true,
  submission: null,
  state: 'refused',
  outcome: 'reject-file',
  fileRefusal: saidFileRefusal(refusal, words),
  refusal: null,
  rows: { seen: 0, good: 0, refused: 0 },
  changes: { new: 0, changed: 0, same: 0, refused: 0 },
  issues: [],
  issuesTotal: 0,
  errorsTotal: 0,
  toExplain: 0,
  effects: [],
  alertsToOpen: [],
});

/** A line of the history, as the door says it. */
export const statusOf = (summary: SubmissionSummary, words: CallerWords): z.infer<typeof statusAnswer> => ({
  submission: summary.id,
  fileName: summary.fileName,
  state: summary.state,
  uploadedAt: summary.uploadedAt,
  approvedAt: summary.approvedAt,
  publication: summary.publication,
  changes: { ...summary.counts },
  fileRefusal: summary.fileRefusal === null ? null : saidFileRefusal(summary.fileRefusal, words),
  steps: summary.steps.map(({ state, at, reason }) => ({ state, at, reason })),
});
