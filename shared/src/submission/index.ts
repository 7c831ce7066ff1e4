export type {
  CellAt,
  CellKind,
  CellPlace,
  Change,
  ChangeKind,
  Effect,
  EffectSide,
  FileRefusal,
  FileRefusalCode,
  Grid,
  GridRow,
  Issue,
  IssueCode,
  MeantFigure,
  Merge,
  Outcome,
  ReadSubmission,
  SubmittedRow,
} from './types';
export type {
  Correction,
  EffectsView,
  Explanation,
  Fix,
  KeptCorrection,
  PreviewIssue,
  PreviewSheetRow,
  PreviewView,
  PreviewWithEffects,
  Receipt,
  PointedCell,
  ReadingView,
  SamplesSeen,
  SubmissionStep,
  SubmissionSummary,
} from './views';
export { applyCorrections } from './apply-corrections';
export { quoted } from './cells/plain-text';
export { timesHundred } from './cells/read-rate';
export { checkRows, MOST_COLUMNS, MOST_ROWS } from './check-rows';
export { LONGEST_CELL } from './check-cells';
export { columnIndex, columnLetter } from './column-letter';
export type { SubmissionContext } from './context';
export { diffRows } from './diff-rows';
export { fileExtension, fileLabel } from './file-label';
export { findTable, type FoundTable, type TableSearch } from './find-table';
export {
  TEMPLATE_ASIDE,
  TEMPLATE_COLUMNS,
  TEMPLATE_HEADING,
  TEMPLATE_HEADING_EN,
  TEMPLATE_WORDS,
  type ColumnRole,
} from './headings';
export { rowId } from './row-ids';
export { joinCsv } from './join-csv';
export { headlineEffects } from './headline-effects';
export { movedEffects } from './moved-effects';
export { outcomeOf } from './outcome';
export {
  LONGEST_SENTENCE,
  readSentence,
  type SentenceDoubt,
  type SentenceRow,
} from './sentence/read-sentence';
export { sentenceFile, type ConfirmedRow } from './sentence/sentence-file';
export { sheetPreview, type SheetPreview } from './sheet-preview';
export { splitCsv, splitCsvPart, type CsvFault } from './split-csv';
export { fixesOf, type FigureColumns } from './plausibility/fixes-of';
export { judgePlausibility, type Plausibility } from './plausibility/judge-plausibility';
export { hasExplanation, needsExplanation, noteWithExplanation } from './plausibility/needs-explanation';
export {
  findSampleColumns,
  readFailingItems,
  readRetest,
  readSampleNumber,
  readVerdict,
  sampleRole,
  verdictOfTitle,
  type FailingItem,
  type SampleColumns,
  type SampleNumber,
  type SampleRole,
  type Verdict,
} from './layout/sample-rows';
export { layoutView } from './layout/layout-view';
export { joinAnswers, lastingAnswers, takeAnswers, type GivenAnswers } from './layout/take-answers';
export { askedRoles } from './layout/types';
export { layoutSignature, readLayout, samplesOf, type SheetLayout } from './layout/read-layout';
export type {
  AskedRole,
  HeadingQuestion,
  LayoutAnswers,
  LayoutHint,
  LayoutRole,
  LayoutView,
  NameQuestion,
  SubjectQuestion,
} from './layout/types';
export { headingRole } from './headings';
export { issueList, type IssueList, type LooseIssue } from './issue-list';
export { nameReaders } from './read-names';
export { periodReader } from './read-period-cell';
export { remembered } from './remembered';
