export { demonstrationSubmissions, type DemonstrationSubmission } from './demonstration-submissions';
export { waitingFiles, type WaitingFile } from './waiting-files';
