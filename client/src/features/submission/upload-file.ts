import type { FileRefusal } from '@zhibiao/shared/submission';
import { sameOrigin } from '../../api/trpc';

/** What became of a file: a draft to check, or a refusal of the whole file. */
export interface UploadAnswer {
  /** Null when the file was too large to be kept at all. */
  readonly submission: string | null;
  readonly fileRefusal: FileRefusal | null;
}

/** Largest file of figures that is sent, in bytes (contract.md, limits); the server checks for itself. */
export const mostBytes = 20_000_000;

/** Largest text file: only a list of samples may be that large, which the server sees in its first lines. */
export const mostTextBytes = 200_000_000;

/** The refusal of a file that needs no journey to be refused; null for every other one. */
export const refusedUnsent = ({ name, size }: Pick<File, 'name' | 'size'>): FileRefusal | null => {
  if (size === 0) return { code: 'file.empty', params: {} };
  const most = /\.(?:csv|txt)$/i.test(name) ? mostTextBytes : mostBytes;
  if (size <= most) return null;
  const megabyte = 1_000_000;
  return { code: 'file.too-large', params: { found: Math.ceil(size / megabyte), allowed: most / megabyte } };
};

/**
 * Sends one file and tells how much of it has left, 0…1. Throws what `problemOf` reads: a refusal, a fault, or that
 * nobody was reached. Not by `fetch`, which cannot tell how far it is.
 */
export const uploadFile = async (file: File, tell: (share: number) => void): Promise<UploadAnswer> => {
  const unsent = refusedUnsent(file);
  if (unsent !== null) return { submission: null, fileRefusal: unsent };
  const { status, answer } = await send(file, tell);
  if ((status >= 200 && status < 300) || status === 413) {
    // The route answers 200 and 413 with just these fields (server/src/http/file-routes.ts).
    const { submission = null, fileRefusal } = answer as Partial<UploadAnswer>;
    return { submission, fileRefusal: fileRefusal ?? null };
  }
  throw Object.assign(new Error(`upload answered ${status}`), { data: answer ?? {} });
};

const send = (
  file: File,
  tell: (share: number) => void,
): Promise<{ readonly status: number; readonly answer: unknown }> =>
  new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/uploads');
    for (const [name, value] of Object.entries(sameOrigin)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) tell(Math.min(1, loaded / total));
    });
    request.addEventListener('load', () =>
      resolve({ status: request.status, answer: parsed(request.responseText) }),
    );
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => reject(new Error(`upload ended: ${end}`)));
    request.send(body);
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
