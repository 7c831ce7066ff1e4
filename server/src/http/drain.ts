import type { IncomingMessage } from 'node:http';

/** Takes the rest of a body so that the sender can read the answer, but no more than so many bytes of it. */
export const drain = (request: IncomingMessage, mostBytes: number): void => {
  let left = mostBytes;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
};
