import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ConfigProblem, parseConfig, type Config, type Mode } from './config';
import { createReader } from './documents';
import { sessionKeeper } from './features/access';
import { createHttpServer } from './http/app';
import { callLimiter } from './http/call-limiter';
import { faultLog } from './http/fault-log';
import { liveEvents } from './http/live-events';
import { InstanceProblem, openInstance } from './open-instance';
import type { Services } from './services';
import { StorageProblem } from './storage/storage-problem';

/** The repository: `server/dist/main.js` stands two folders below it. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const callsPerMinute = 1_200;

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const modeOf = (argument: string | undefined): Mode => {
  if (argument === 'demonstration' || argument === 'live') return argument;
  throw new ConfigProblem('mode', 'say demonstration or live');
};

const listen = (server: ReturnType<typeof createHttpServer>, config: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : config.port);
    });
  });

const shownHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const start = async (): Promise<void> => {
  const config = parseConfig(modeOf(process.argv[2]), process.env, root);
  if (config.mode === 'live') {
    throw new ConfigProblem('live', 'live instances come with accounts in the next release; use npm start');
  }
  const instance = await openInstance(config, root, tell);
  const { storage, originals, index, clock } = instance;
  const { stores } = storage;
  const events = liveEvents((await stores.observations.position()).position);
  const reader = createReader(index);
  const services: Services = {
    config,
    clock,
    stores,
    index,
    sessions: sessionKeeper(stores, clock),
    originals,
    reader,
    events,
    limiter: callLimiter(callsPerMinute, () => Date.now()),
  };
  const server = createHttpServer(services, join(root, 'client', 'dist'));
  const port = await listen(server, config);
  tell(`Zhibiao 质标 · 演示数据 demonstration: http://${shownHost(config.host)}:${port}/`);
  tell('Ctrl+C stops it. · 按 Ctrl+C 停止。');

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    events.close();
    server.close();
    server.closeIdleConnections();
    // Whoever is still being answered has ten seconds (reliability.md D10).
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    Promise.resolve(reader.close())
      .then(() => storage.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          faultLog('', 'stop', error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  followParent(stop);
};

/** npm's shell does not pass SIGTERM on: when npm is gone, we go (dependencies.md, gotcha 8). */
const followParent = (stop: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
};

start().catch((error: unknown) => {
  if (error instanceof ConfigProblem || error instanceof InstanceProblem || error instanceof StorageProblem) {
    process.stderr.write(`${error.message}\n`);
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write('PORT: already in use; choose another with PORT=3001 npm start\n');
  } else faultLog('', 'start', error);
  process.exit(1);
});
