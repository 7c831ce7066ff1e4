export { assessAffected, type Touched } from './assess-affected';
export type { AssessmentStore } from './assessment.store';
export { newestSheet } from './newest-sheet';
