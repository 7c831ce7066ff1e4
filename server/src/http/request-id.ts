import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Gives every request a name of its own; never taken from the client. */
export const requestId = (): RequestHandler => (_request, response, next) => {
  const id = randomUUID();
  response.locals['requestId'] = id;
  response.setHeader('X-Request-Id', id);
  next();
};
