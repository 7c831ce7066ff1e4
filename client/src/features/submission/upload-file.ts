import type { FileRefusal } from '@zhibiao/shared/submission';
import { sameOrigin } from '../../api/trpc';

/** What became of a file: a draft to check, or a refusal of the whole file. */
export interface UploadAnswer {
  /** Null when the file was too large to be kept at all. */
  readonly submission: string | null;
  readonly fileRefusal: FileRefusal | null;
}

/** Largest file that is sent, in bytes (contract.md, limits); the server checks for itself. */
export const mostBytes = 20_000_000;

/** The refusal of a file that needs no journey to be refused; null for every other one. */
export const refusedUnsent = (file: Pick<File, 'size'>): FileRefusal | null => {
  const { size } = file;
  if (size === 0) return { code: 'file.empty', params: {} };
  if (size <= mostBytes) return null;
  const megabyte = 1_000_000;
  return {
    code: 'file.too-large',
    params: { found: Math.ceil(size / megabyte), allowed: mostBytes / megabyte },
  };
};

/** Sends one file. Throws what `problemOf` reads: a refusal, a fault, or that nobody was reached. */
export const uploadFile = async (file: File): Promise<UploadAnswer> => {
  const unsent = refusedUnsent(file);
  if (unsent !== null) return { submission: null, fileRefusal: unsent };
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch('/api/uploads', { method: 'POST', headers: sameOrigin, body });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok || response.status === 413) {
    // The route answers 200 and 413 with just these fields (server/src/http/file-routes.ts).
    const { submission = null, fileRefusal } = answer as Partial<UploadAnswer>;
    return { submission, fileRefusal: fileRefusal ?? null };
  }
  throw Object.assign(new Error(`upload answered ${response.status}`), { data: answer ?? {} });
};
