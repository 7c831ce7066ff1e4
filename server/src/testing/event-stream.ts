import { Agent, request as httpRequest } from 'node:http';

/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

/** An open page that listens. */
export interface EventStream {
  readonly status: number;
  /** The next event, waited for; rejects when the stream ends first. */
  readonly next: () => Promise<StreamEvent>;
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Opens the event stream of a server; settles once its head has come. */
export const openEventStream = (
  port: number,
  headers: Readonly<Record<string, string>>,
): Promise<EventStream> =>
  new Promise((resolve, reject) => {
    const agent = new Agent();
    const waiting: { resolve: (event: StreamEvent) => void; reject: (error: Error) => void }[] = [];
    const events: StreamEvent[] = [];
    let rest = '';
    const take = (text: string): void => {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event === null) continue;
        const reader = waiting.shift();
        if (reader === undefined) events.push(event);
        else reader.resolve(event);
      }
    };
    const request = httpRequest(
      { host: '127.0.0.1', port, path: '/api/events', headers, agent },
      (response) => {
        response.setEncoding('utf8');
        response.on('data', take);
        const ended = new Promise<void>((done) => {
          response.on('close', () => {
            for (const reader of waiting.splice(0)) reader.reject(new Error('the event stream has ended'));
            done();
          });
        });
        response.on('error', () => undefined);
        resolve({
          status: response.statusCode ?? 0,
          next: () => {
            const event = events.shift();
            return event === undefined
              ? new Promise((one, other) => waiting.push({ resolve: one, reject: other }))
              : Promise.resolve(event);
          },
          ended,
          close: () => {
            request.destroy();
            agent.destroy();
          },
        });
      },
    );
    request.on('error', reject);
    request.end();
  });

const eventOf = (block: string): StreamEvent | null => {
  const lines = block.split('\n');
  const field = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const event = field('event');
  return event === undefined ? null : { event, data: JSON.parse(field('data') ?? 'null') };
};
