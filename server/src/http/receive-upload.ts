import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { FileRefusal } from '@zhibiao/shared/submission';
import type { Refusal } from '@zhibiao/shared/result';

/** One file out of a multipart body, or why there is none. */
export type Upload =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly refusal: FileRefusal }
  | { readonly kind: 'broken'; readonly refusal: Refusal };

/** Largest file of figures, bytes (contract.md, limits). */
export const mostBytes = 20_000_000;

const broken: Upload = { kind: 'broken', refusal: { code: 'submission.upload-interrupted' } };

/**
 * Reads the one file of a multipart request into memory, bounded while it arrives: too large a file is cut
 * off at the limit and never gathered whole. Broken and interrupted bodies are refused, not thrown.
 */
export const receiveUpload = (request: IncomingMessage): Promise<Upload> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let name = '';
    let seen = 0;
    let tooLarge = false;
    let settled = false;
    const finish = (upload: Upload) => {
      if (settled) return;
      settled = true;
      request.unpipe();
      request.resume();
      resolve(upload);
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        preservePath: true,
        limits: { files: 1, fields: 4, fieldSize: 1_000, parts: 5, headerPairs: 20, fileSize: mostBytes + 1 },
      });
    } catch {
      finish(broken);
      return;
    }
    parser.on('file', (_field, stream, info) => {
      seen += 1;
      name = info.filename ?? '';
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        tooLarge = true;
        chunks.length = 0;
      });
      stream.on('error', () => finish(broken));
    });
    parser.on('error', () => finish(broken));
    parser.on('filesLimit', () => finish(broken));
    parser.on('partsLimit', () => finish(broken));
    parser.on('close', () => {
      if (tooLarge) {
        finish({
          kind: 'too-large',
          refusal: {
            code: 'file.too-large',
            params: {
              found: Math.ceil(Number(request.headers['content-length'] ?? mostBytes) / 1_000_000),
              allowed: mostBytes / 1_000_000,
            },
          },
        });
      } else finish(seen === 1 ? { kind: 'file', name, bytes: Buffer.concat(chunks) } : broken);
    });
    request.on('aborted', () => finish(broken));
    request.on('error', () => finish(broken));
    request.pipe(parser);
  });
