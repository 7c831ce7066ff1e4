import type { Response } from 'express';

/** Tells every open page that the ledger has moved, over one server-sent event stream each. */
export interface LiveEvents {
  /** Keeps the response open until the page leaves; refuses with 429 beyond the limits (reliability.md C8). */
  open(response: Response, session: string): void;
  announce(position: number): void;
  /** Ends every stream of a session whose right has ended. */
  endSession(session: string): void;
  close(): void;
  /** The sessions whose pages listen. */
  sessions(): readonly string[];
  readonly count: number;
  /** Highest revision id announced: changes whenever an answer about the data could. */
  readonly position: number;
}

const heartbeatMilliseconds = 20_000;
const perSession = 5;
const inAll = 1_000;
/** Bytes that may wait for one page. */
const mostUnread = 65_536;

/** In-process fan-out: one process serves one instance, so nothing else needs to hear. */
export const liveEvents = (start: number): LiveEvents => {
  let position = start;
  const streams = new Map<Response, string>();
  const write = (text: string) => {
    for (const response of streams.keys()) {
      // A page that takes nothing any more is gone, whatever its socket says.
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(text);
    }
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMilliseconds);
  heartbeat.unref();
  return {
    open: (response, session) => {
      const mine = [...streams.values()].filter((owner) => owner === session).length;
      if (mine >= perSession || streams.size >= inAll) {
        response.status(429).set('Retry-After', '30').end();
        return;
      }
      response.status(200).set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      streams.set(response, session);
      const leave = () => streams.delete(response);
      response.on('close', leave);
      response.on('error', leave);
    },
    announce: (moved) => {
      position = moved;
      write(`event: ledger\ndata: ${JSON.stringify({ position })}\n\n`);
    },
    endSession: (session) => {
      for (const [response, owner] of streams) {
        if (owner !== session) continue;
        streams.delete(response);
        response.end();
      }
    },
    sessions: () => [...new Set(streams.values())],
    close: () => {
      clearInterval(heartbeat);
      for (const response of streams.keys()) response.end();
      streams.clear();
    },
    get position() {
      return position;
    },
    get count() {
      return streams.size;
    },
  };
};
