export { assessAffected, type Touched } from './assess-affected';
export type { PageView, Views } from './view.store';
export type { AssessmentReads, AssessmentStore, PackedSheet } from './assessment.store';
export { firstFollowedYear, judgedYears, judgeIndicator, sheetName } from './judge-indicator';
export { loadLedger } from './load-ledger';
export { newestSheet } from './newest-sheet';
