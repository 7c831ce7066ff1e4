export { demonstrationSubmissions, type DemonstrationSubmission } from './demonstration-submissions';
