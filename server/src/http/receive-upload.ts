import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { FileRefusal } from '@zhibiao/shared/submission';
import { drain } from './drain';
import type { Refusal } from '@zhibiao/shared/result';

/** One file out of a multipart body, or why there is none. */
export type Upload =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly refusal: FileRefusal }
  | { readonly kind: 'broken'; readonly refusal: Refusal };

/** Largest file of figures, bytes (contract.md, limits). */
export const mostBytes = 20_000_000;

const broken: Upload = { kind: 'broken', refusal: { code: 'submission.upload-interrupted' } };

const tooLarge = (announced: string | undefined): Upload => {
  const allowed = mostBytes / 1_000_000;
  const found = Math.max(Math.ceil(Number(announced ?? 0) / 1_000_000), allowed + 1);
  return { kind: 'too-large', refusal: { code: 'file.too-large', params: { found, allowed } } };
};

const parserFor = (request: IncomingMessage): busboy.Busboy | null => {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { files: 1, fields: 4, fieldSize: 1_000, parts: 5, headerPairs: 20, fileSize: mostBytes + 1 },
    });
  } catch {
    // No boundary, or none that can be read.
    return null;
  }
};

/**
 * Reads the one file of a multipart request into memory, bounded while it arrives: too large a file is cut
 * off at the limit and never gathered whole. Broken and interrupted bodies are refused, not thrown.
 */
export const receiveUpload = (request: IncomingMessage): Promise<Upload> =>
  new Promise((resolve) => {
    const parser = parserFor(request);
    const chunks: Buffer[] = [];
    let name = '';
    let isCut = false;
    const finish = (upload: Upload) => {
      request.unpipe();
      drain(request, mostBytes);
      resolve(upload);
    };
    if (parser === null) {
      finish(broken);
      return;
    }
    parser.on('file', (_field, stream, info) => {
      // Whoever sends no name, or a nameless part, has sent no file; the types of the parser do not say so.
      name = String(info.filename ?? '');
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        isCut = true;
        chunks.length = 0;
        finish(tooLarge(request.headers['content-length']));
      });
      stream.on('error', () => finish(broken));
    });
    for (const fault of ['error', 'filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      parser.on(fault, () => finish(broken));
    }
    parser.on('close', () => {
      if (!isCut) finish(name === '' ? broken : { kind: 'file', name, bytes: Buffer.concat(chunks) });
    });
    request.on('aborted', () => finish(broken));
    request.on('error', () => finish(broken));
    request.pipe(parser);
  });
