import type { Refusal } from '@zhibiao/shared/result';
import { isStorageProblem } from './storage/storage-problem';

/**
 * What the reader is told when the ground gives way for reasons that pass: the database is held by another
 * program, the disk is full or cannot be written. Nothing was stored then. Null for every other fault.
 */
export const storageRefusal = (error: unknown): Refusal | null => {
  if (!isStorageProblem(error)) return null;
  switch (error.code) {
    case 'busy':
      return { code: 'storage.busy' };
    case 'full':
      return { code: 'storage.full' };
    case 'read-only':
      return { code: 'storage.read-only' };
    default:
      return null;
  }
};
