export { commitSubmission, type Committer } from './commit-submission';
export { discardSubmission } from './discard-submission';
export { previewSubmission } from './preview-submission';
export { readChanges } from './read-changes';
export { readEffects } from './read-effects';
export { receiveFile } from './receive-file';
export type { SubmissionStore } from './submission.store';
