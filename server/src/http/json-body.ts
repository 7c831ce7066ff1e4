import type { Request, RequestHandler, Response } from 'express';
import { drain } from './drain';

/**
 * Reads the JSON of a change as text, whether or not the procedure wants one, and bounded while it arrives.
 * A form or a beacon of a foreign page can send other kinds without asking first: they are refused
 * (reliability.md G2, A5).
 */
export const jsonBody =
  (mostBytes: number): RequestHandler =>
  (request, response, next) => {
    if (request.method !== 'POST') {
      next();
      return;
    }
    const refuse = (status: 413 | 415): void => {
      drain(request, mostBytes);
      // What is left of the body is not worth a connection.
      response
        .set('Connection', 'close')
        .status(status)
        .json({ requestId: requestIdOf(response) });
    };
    if (!isPlainJson(request)) {
      refuse(415);
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else {
        stop();
        refuse(413);
      }
    };
    const end = (): void => {
      stop();
      // An empty text is no JSON; a procedure without input is called without a body.
      request.body = size === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
      next();
    };
    const stop = (): void => {
      request.off('data', take);
      request.off('end', end);
    };
    request.on('data', take);
    request.on('end', end);
  };

/** Name of the request for the log and for its sender. */
export const requestIdOf = (response: Response): string => String(response.locals['requestId'] ?? '');

const isPlainJson = ({ headers }: Request): boolean =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json' &&
  headers['content-encoding'] === undefined;
