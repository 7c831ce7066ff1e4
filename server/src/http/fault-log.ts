import { pino } from 'pino';

const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
);

/** Writes a fault with the id that its reader was given; the reader gets nothing else. */
export const faultLog = (requestId: string, where: string, error: unknown): void => {
  log.error({ requestId, where, err: error }, 'fault');
};
