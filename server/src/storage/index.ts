export { openSqlite, databaseName, type OpenOptions } from './sqlite/open';
export { factsHashOf } from './sqlite/facts-hash';
export type { Finding } from './sqlite/inspect';
export type { Storage } from './storage';
export { isStorageProblem, StorageProblem, type StorageProblemCode } from './storage-problem';
export { openSampleStaging } from './sqlite/sample-staging';
