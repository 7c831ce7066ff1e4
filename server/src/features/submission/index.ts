export { commitSubmission, type Committer } from './commit-submission';
export { previewSubmission } from './preview-submission';
export { receiveFile } from './receive-file';
export { submissionRouter } from './submission.router';
export type { SubmissionStore } from './submission.store';
