export { assessAffected, type Touched } from './assess-affected';
export type { AssessmentStore, PackedSheet } from './assessment.store';
export { firstFollowedYear, judgedYears, judgeIndicator, sheetName } from './judge-indicator';
export { newestSheet } from './newest-sheet';
