import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How long the server waits for others, milliseconds (reliability.md G15). */
export interface Patience {
  /** Until the head of a request has come whole. */
  readonly headers: number;
  /** Until the request has come whole; for a file, until it has come `leastBytes` further. */
  readonly request: number;
  /** Bytes that a file must come further in that time. */
  readonly leastBytes: number;
  /** Until a file has come whole, at whatever pace. */
  readonly file: number;
  /** Between two requests of one connection. */
  readonly idle: number;
  /** How often the above are looked at; a limit is kept to this much. */
  readonly check: number;
}

/**
 * What the product waits. Everything but a file comes within the minute. A file may take half an hour as long as it
 * comes at 16 kB a second: a county's slow line sends it whole, a slow attacker holds no socket.
 */
export const patience: Patience = {
  headers: 15_000,
  request: 60_000,
  leastBytes: 1_000_000,
  file: 1_800_000,
  idle: 10_000,
  check: 5_000,
};

/** Makes a server wait no longer than that; `check` can only be given when a server is made. */
export const keepPatience = (server: Server, { headers, file, idle }: Patience): void => {
  server.headersTimeout = headers;
  // The library knows one limit for every request; `watchBody` keeps the short one.
  server.requestTimeout = file;
  server.keepAliveTimeout = idle;
};

const files = new WeakSet<IncomingMessage>();

/** Says that a request brings a file of somebody who may send one: it may come for longer, at its pace. */
export const expectFile = (request: IncomingMessage): void => {
  files.add(request);
};

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/** Cuts a request off whose body does not come in time, by 408 where no answer has begun. */
export const watchBody = (
  request: IncomingMessage,
  response: ServerResponse,
  { request: within, leastBytes }: Patience,
): void => {
  if (!hasBody(request)) return;
  const { socket } = request;
  let seen = socket.bytesRead;
  const watch = setInterval(() => {
    if (request.complete || request.destroyed) {
      clearInterval(watch);
      return;
    }
    const came = socket.bytesRead - seen;
    seen += came;
    if (files.has(request) && came >= leastBytes) return;
    clearInterval(watch);
    if (!response.headersSent) response.writeHead(408, { Connection: 'close' }).end();
    socket.destroySoon();
  }, within);
  watch.unref();
  request.once('close', () => clearInterval(watch));
};
