export { programmeRouter } from './programme.router';
export { loadFiles, type LoadedFiles } from './load-files';
export type { ProgrammeStore } from './programme.store';
