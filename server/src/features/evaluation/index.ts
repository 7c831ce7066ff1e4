export { assessAffected, type Touched } from './assess-affected';
export type { AssessmentStore } from './assessment.store';
export { evaluationRouter } from './evaluation.router';
export { newestSheet } from './newest-sheet';
