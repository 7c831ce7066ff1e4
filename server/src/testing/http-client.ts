import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** One request, exactly as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON; throws when it is none. */
  readonly json: () => unknown;
}

/** Sends requests to one port of this machine, with any header, over connections that are kept. */
export interface HttpClient {
  readonly send: (sent: Sent) => Promise<Answer>;
  readonly close: () => void;
}

/** A client without a browser's manners: nothing is added to what a test says. */
export const httpClient = (port: number): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  return {
    send: ({ method, path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
        const request = httpRequest(
          { host: '127.0.0.1', port, agent, method, path, headers: { ...length, ...headers } },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const bytes = Buffer.concat(chunks);
              const text = bytes.toString('utf8');
              const status = response.statusCode ?? 0;
              resolve({
                status,
                headers: response.headers,
                bytes,
                text,
                json: (): unknown => JSON.parse(text),
              });
            });
          },
        );
        request.on('error', reject);
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
};
