import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Clock } from '../clock';
import { parseConfig, type Mode } from '../config';
import { openInstance } from '../open-instance';
import { builtClient, startServer, type RunningServer } from '../start-server';
import { aPerson, type Person } from './a-person';
import { atEnd } from './at-end';
import { httpClient, type Answer, type Sent } from './http-client';

/** The repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

type Settings = Readonly<Record<string, string>>;

/** A real server on a folder and a port of its own. */
export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly origin: string;
  readonly nobody: Person;
  readonly signIn: (id: string) => Promise<Person>;
  /** A request with exactly these headers and no others. */
  readonly send: (sent: Sent) => Promise<Answer>;
  readonly factsHash: () => Promise<string>;
}

/** What a test wants different. */
export interface TestServerOptions {
  readonly mode?: Mode;
  /** Settings beside the usual ones of a test. */
  readonly settings?: Settings;
  readonly clientFolder?: string;
  /** The data folder of an earlier server, to start again on. */
  readonly folder?: string;
  /** A clock in place of the instance's own. */
  readonly clock?: Clock;
  /** Milliseconds that the limits per minute count by; stands still unless a test moves it. */
  readonly milliseconds?: () => number;
}

const prepared = new Map<string, string>();

/** A new folder that goes when the tests of this file have run. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-test-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const configOf = (mode: Mode, folder: string, settings: Settings) =>
  parseConfig(
    mode,
    {
      PORT: '0',
      ZHIBIAO_DATA: folder,
      ZHIBIAO_UPLOADS_PER_MINUTE: '1000',
      ...(mode === 'live' && settings['ZHIBIAO_BASE_URL'] === undefined
        ? { ZHIBIAO_INSECURE_HTTP: '1' }
        : {}),
      ...settings,
    },
    root,
  );

/** The demonstration as it is after its first start: the run's own, or made once a file for another clock. */
const preparedFolder = async (settings: Settings): Promise<string> => {
  const clock = settings['ZHIBIAO_CLOCK'];
  if (clock === undefined) return inject('demonstration');
  const known = prepared.get(clock);
  if (known !== undefined) return known;
  const folder = await temporaryFolder();
  const instance = await openInstance(configOf('demonstration', folder, settings), root, () => undefined);
  await instance.storage.close();
  prepared.set(clock, folder);
  atEnd(() => Promise.resolve(void prepared.delete(clock)));
  return folder;
};

/** A data folder of its own that holds the demonstration. */
export const demonstrationFolder = async (settings: Settings = {}): Promise<string> => {
  const from = await preparedFolder(settings);
  const to = await temporaryFolder();
  await cp(from, to, { recursive: true });
  return to;
};

/** Starts the product as `npm start` does, on a folder and a port of its own; it stops after the tests. */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const { mode = 'demonstration', settings = {}, milliseconds = () => 0 } = options;
  const folder =
    options.folder ??
    (mode === 'demonstration' ? await demonstrationFolder(settings) : await temporaryFolder());
  const running = await startServer(configOf(mode, folder, settings), {
    root,
    clientFolder: options.clientFolder ?? builtClient(root),
    progress: () => undefined,
    milliseconds,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const { port, stop } = running;
  const client = httpClient(port);
  const nobody = aPerson(client, port, '');
  const server: TestServer = {
    ...running,
    folder,
    origin: `http://127.0.0.1:${port}`,
    nobody,
    signIn: async (id) => {
      const { status, answer } = await nobody.tryChange('access.signIn', { id });
      const [cookie] = answer.headers['set-cookie'] ?? [];
      if (status !== 200 || cookie === undefined) throw new Error(`sign-in as ${id}: ${answer.text}`);
      return aPerson(client, port, cookie.split(';', 1)[0] ?? '');
    },
    send: client.send,
    factsHash: () => running.instance.storage.factsHash(),
    stop: async () => {
      client.close();
      await stop();
    },
  };
  atEnd(server.stop);
  return server;
};
