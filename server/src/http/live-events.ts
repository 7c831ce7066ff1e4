import type { Response } from 'express';

/** Tells open pages that something was published or that the ledger has moved, over one event stream each. */
export interface LiveEvents {
  /** Keeps the response open until the page leaves; refuses with 429 beyond the limits (reliability.md C8). */
  open(response: Response, listener: Listener): void;
  /** Told to everybody. */
  published(number: number): void;
  /** Told only to those who may see the living ledger: to others nothing has happened. */
  moved(position: number): void;
  /** A submission has changed hands; told to the same people. */
  reviewChanged(): void;
  /** Somebody took a step in a rectification; told to those who may read any. */
  rectified(): void;
  /** Ends every stream of a session whose right has ended. */
  endSession(session: string): void;
  close(): void;
  /** The sessions whose pages listen. */
  sessions(): readonly string[];
  readonly count: number;
  /** Highest revision id announced. */
  readonly position: number;
  /** Newest publication announced: changes whenever a page of published figures could. */
  readonly publication: number;
}

/** Whose stream it is. */
export interface Listener {
  readonly session: string;
  readonly seesLiving: boolean;
  readonly seesRectifications: boolean;
}

const heartbeatMilliseconds = 20_000;
const perSession = 5;
const inAll = 1_000;
/** Bytes that may wait for one page. */
const mostUnread = 65_536;

/** In-process fan-out: one process serves one instance, so nothing else needs to hear. */
export const liveEvents = (start: {
  readonly position: number;
  readonly publication: number;
}): LiveEvents => {
  let { position, publication } = start;
  const streams = new Map<Response, Listener>();
  const write = (text: string, hears: (listener: Listener) => boolean = () => true) => {
    for (const [response, listener] of streams) {
      if (!hears(listener)) continue;
      // A page that takes nothing any more is gone, whatever its socket says.
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(text);
    }
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMilliseconds);
  heartbeat.unref();
  return {
    open: (response, listener) => {
      const mine = [...streams.values()].filter(({ session }) => session === listener.session).length;
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
      streams.set(response, listener);
      const leave = () => streams.delete(response);
      response.on('close', leave);
      response.on('error', leave);
    },
    published: (number) => {
      publication = number;
      write(`event: publication\ndata: ${JSON.stringify({ number })}\n\n`);
    },
    moved: (to) => {
      position = to;
      write(`event: ledger\ndata: ${JSON.stringify({ position })}\n\n`, ({ seesLiving }) => seesLiving);
    },
    reviewChanged: () => write('event: review\ndata: {}\n\n', ({ seesLiving }) => seesLiving),
    rectified: () =>
      write('event: rectification\ndata: {}\n\n', ({ seesRectifications }) => seesRectifications),
    endSession: (session) => {
      for (const [response, owner] of streams) {
        if (owner.session !== session) continue;
        streams.delete(response);
        response.end();
      }
    },
    sessions: () => [...new Set([...streams.values()].map(({ session }) => session))],
    close: () => {
      clearInterval(heartbeat);
      for (const response of streams.keys()) response.end();
      streams.clear();
    },
    get position() {
      return position;
    },
    get publication() {
      return publication;
    },
    get count() {
      return streams.size;
    },
  };
};
