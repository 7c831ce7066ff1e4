/**
 * Why the storage cannot be used, or not now. The sentence is made in `wording` from code and params:
 * - `missing` – a database is expected and there is none (params: file)
 * - `empty-file` – the file has no bytes (file)
 * - `foreign` – the file is not a database of ours (file)
 * - `newer` – the database was written by a newer version (file, found, known)
 * - `older` – the database must be migrated first, and this was opened for reading only (file, found, known)
 * - `corrupt` – a check found damage (file, check, detail)
 * - `in-use` – another process has the folder (folder, pid, startedAt)
 * - `read-only` – the folder or file cannot be written (file)
 * - `full` – no space is left (file)
 * - `busy` – another program holds the database; try again
 * - `unsafe-settings` – the engine does not offer the durability we need (setting, found, needed)
 * - `failed` – the disk gave an error (file, detail)
 */
export type StorageProblemCode =
  | 'missing'
  | 'empty-file'
  | 'foreign'
  | 'newer'
  | 'older'
  | 'corrupt'
  | 'in-use'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'unsafe-settings'
  | 'failed';

/** The broken ground that `storage/` reports: a typed fault, thrown. */
export class StorageProblem extends Error {
  readonly code: StorageProblemCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: StorageProblemCode, params: Readonly<Record<string, string | number>>, cause?: unknown) {
    super(`storage.${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'StorageProblem';
    this.code = code;
    this.params = params;
  }
}

/** Tells a storage problem, of one code or of any, from other faults. */
export const isStorageProblem = (error: unknown, code?: StorageProblemCode): error is StorageProblem =>
  error instanceof StorageProblem && (code === undefined || error.code === code);
