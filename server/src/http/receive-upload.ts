import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { FileRefusal } from '@zhibiao/shared/submission';
import { systemCode } from '../operator-problem';
import { drain } from './drain';
import { expectFile } from './patience';
import type { Refusal } from '@zhibiao/shared/result';

/** One file out of a multipart body, or why there is none. */
export type Upload =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer }
  | {
      readonly kind: 'large';
      readonly name: string;
      readonly aside: string;
      readonly sha256: string;
      readonly size: number;
    }
  | { readonly kind: 'too-large'; readonly refusal: FileRefusal }
  | { readonly kind: 'broken'; readonly refusal: Refusal };

/** Largest file of figures, bytes (contract.md, limits). */
export const mostBytes = 20_000_000;

/** Largest list of samples, bytes: a million lines of two hundred. It is written to disk while it arrives. */
export const mostSampleBytes = 200_000_000;

/** Where a file goes that turns out too large for memory, and whether it may. */
export interface LargeFiles {
  /** Whether a file that begins so is read a part at a time. */
  readonly mayBeLarge: (name: string, head: Uint8Array) => boolean;
  readonly aside: () => Promise<string>;
}

const broken: Upload = { kind: 'broken', refusal: { code: 'submission.upload-interrupted' } };

const tooLarge = (announced: string | undefined, most: number): Upload => {
  const allowed = most / 1_000_000;
  const found = Math.max(Math.ceil(Number(announced ?? 0) / 1_000_000), allowed + 1);
  return { kind: 'too-large', refusal: { code: 'file.too-large', params: { found, allowed } } };
};

const parserFor = (request: IncomingMessage): busboy.Busboy | null => {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: {
        files: 1,
        fields: 4,
        fieldSize: 1_000,
        parts: 5,
        headerPairs: 20,
        fileSize: mostSampleBytes + 1,
      },
    });
  } catch {
    // No boundary, or none that can be read.
    return null;
  }
};

/**
 * Reads the one file of a multipart request, bounded while it arrives: into memory up to the limit of figures; beyond it
 * only a list of samples goes on, to disk, where `large` says so. It may come slowly, as `patience` says; call it for those
 * who may send a file. Anything else is cut off there and never gathered whole. Broken and
 * interrupted bodies are refused, not thrown, and leave nothing on the disk.
 */
export const receiveUpload = (request: IncomingMessage, large: LargeFiles | null): Promise<Upload> =>
  new Promise((resolve, reject) => {
    expectFile(request);
    const parser = parserFor(request);
    const finish = (upload: Upload) => {
      request.unpipe();
      drain(request, mostBytes);
      resolve(upload);
    };
    if (parser === null) {
      finish(broken);
      return;
    }
    let gathered: Promise<Upload> | null = null;
    let isOver = false;
    const end = (upload: Upload): void => {
      if (isOver) return;
      isOver = true;
      if (gathered === null) finish(upload);
      else void gathered.then((found) => discardLarge(found).then(() => finish(upload)), reject);
    };
    parser.on('file', (_field, stream, info) => {
      // Whoever sends no name, or a nameless part, has sent no file; the types of the parser do not say so.
      const name = String(info.filename ?? '');
      gathered = gather({ stream, name, announced: request.headers['content-length'] }, large);
      // Too large is told at once: the rest of the body need not come.
      gathered.then((upload) => {
        if (upload.kind === 'too-large') end(upload);
      }, reject);
    });
    for (const fault of ['error', 'filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      parser.on(fault, () => end(broken));
    }
    parser.on('close', () => {
      if (isOver) return;
      isOver = true;
      if (gathered === null) finish(broken);
      else gathered.then(finish, reject);
    });
    const leave = (): void => {
      // What is being gathered would wait for the rest for ever.
      if (!isOver) parser.destroy();
      end(broken);
    };
    request.on('aborted', leave);
    request.on('error', leave);
    request.pipe(parser);
  });

interface Arriving {
  readonly stream: Readable & { readonly truncated?: boolean };
  readonly name: string;
  readonly announced: string | undefined;
}

const gather = async ({ stream, name, announced }: Arriving, large: LargeFiles | null): Promise<Upload> => {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let size = 0;
  let aside: string | null = null;
  let file: FileHandle | null = null;
  const undo = async (): Promise<void> => {
    await file?.close();
    if (aside !== null) await rm(aside, { force: true });
  };
  try {
    for await (const chunk of stream) {
      // A file stream of the parser hands on buffers.
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (file === null) {
        chunks.push(bytes);
        if (size <= mostBytes) continue;
        if (name === '' || large === null || !large.mayBeLarge(name, headOf(chunks))) {
          stream.resume();
          return tooLarge(announced, mostBytes);
        }
        aside = await large.aside();
        file = await open(aside, 'wx', 0o600);
        for (const earlier of chunks.splice(0)) {
          hash.update(earlier);
          await file.write(earlier);
        }
        continue;
      }
      hash.update(bytes);
      await file.write(bytes);
    }
  } catch (error) {
    await undo();
    if (systemCode(error) === 'ENOSPC') throw error;
    return broken;
  }
  if (stream.truncated === true) {
    await undo();
    return tooLarge(announced, mostSampleBytes);
  }
  if (name === '') return broken;
  if (file === null || aside === null) return { kind: 'file', name, bytes: Buffer.concat(chunks) };
  await file.close();
  return { kind: 'large', name, aside, sha256: hash.digest('hex'), size };
};

const headBytes = 65_536;

const headOf = (chunks: readonly Buffer[]): Buffer =>
  Buffer.concat(chunks.slice(0, 8)).subarray(0, headBytes);

const discardLarge = async (upload: Upload): Promise<void> => {
  if (upload.kind === 'large') await rm(upload.aside, { force: true });
};
