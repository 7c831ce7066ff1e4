import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes as they stand, which a polite client would tidy first, and answers all that comes back. */
export const rawRequest = async (port: number, bytes: string | Buffer): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server that has said no may cut off what it no longer reads.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  socket.write(bytes);
  await closed;
  return Buffer.concat(chunks).toString('latin1');
};

/** The head of a request as text, with the last empty line. */
export const rawHead = (line: string, headers: Readonly<Record<string, string>>): string =>
  `${line} HTTP/1.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** The status of a raw answer; 0 when the connection was closed without one. */
export const statusOfRaw = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
