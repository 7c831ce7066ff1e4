import type { Server } from 'node:http';

/** How long the server waits for others, milliseconds (reliability.md G15). */
export interface Patience {
  /** Until the head of a request has come whole. */
  readonly headers: number;
  /** Until the request has come whole. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly idle: number;
  /** How often the above are looked at; a limit is kept to this much. */
  readonly check: number;
}

/** What the product waits: a slow line sends a full file within the minute, a slow attacker holds no socket. */
export const patience: Patience = { headers: 15_000, request: 60_000, idle: 10_000, check: 5_000 };

/** Makes a server wait no longer than that; `check` can only be given when a server is made. */
export const keepPatience = (server: Server, { headers, request, idle }: Patience): void => {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.keepAliveTimeout = idle;
};
