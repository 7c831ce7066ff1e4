export { findUnitsFile } from './find-units-file';
export { loadFiles, type LoadedFiles } from './load-files';
export type { ProgrammeStore } from './programme.store';
