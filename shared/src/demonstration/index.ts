export { demonstrationSubmissions, type DemonstrationSubmission } from './demonstration-submissions';
export { rectificationWalks, type WalkedStep } from './rectification-walks';
export { waitingFiles, type WaitingFile } from './waiting-files';
export { demonstrationLists, type DemonstrationList } from './sample-lists';
