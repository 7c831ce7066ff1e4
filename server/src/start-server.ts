import { join } from 'node:path';
import type { Server } from 'node:http';
import type { Config } from './config';
import { createReader } from './documents';
import { sessionKeeper } from './features/access';
import { forecastsBy } from './features/submission';
import { forecasterApart } from './forecast-apart';
import { createHttpServer } from './http/app';
import { callLimiter } from './http/call-limiter';
import { liveEvents } from './http/live-events';
import { openInstance, type Instance } from './open-instance';
import { OperatorProblem, systemCode } from './operator-problem';
import type { Services } from './services';

/** A server that is listening, with what it stands on. */
export interface RunningServer {
  readonly port: number;
  readonly services: Services;
  readonly instance: Instance;
  /** Takes no more work, finishes what is being answered, closes the store. At most ten seconds (D10). */
  readonly stop: () => Promise<void>;
}

/** What differs between the product and a test of it. */
export interface StartOptions {
  /** Repository: `data` is read from it. */
  readonly root: string;
  /** The built client. */
  readonly clientFolder: string;
  /** Told what takes time. */
  readonly progress: (message: string) => void;
  /** Milliseconds of a clock that the limits per minute count by. */
  readonly milliseconds: () => number;
}

const patienceMilliseconds = 8_000;

/** Opens the data folder, wires everything once, and listens. */
export const startServer = async (config: Config, options: StartOptions): Promise<RunningServer> => {
  const { root, clientFolder, progress, milliseconds } = options;
  const instance = await openInstance(config, root, progress);
  const { storage, originals, index, clock } = instance;
  const { stores } = storage;
  await stores.sessions.deleteExpired(clock.now());
  const reader = createReader(index);
  const { programme, register } = index;
  const forecaster = forecasterApart({
    folder: config.dataFolder,
    programme,
    register,
    startedAt: clock.now(),
  });
  const events = liveEvents((await stores.observations.position()).position);
  const services: Services = {
    config,
    clock,
    stores,
    index,
    originals,
    reader,
    forecasts: forecastsBy(forecaster, stores),
    events,
    sessions: sessionKeeper(stores, clock),
    calls: callLimiter(config.callsPerMinute, milliseconds),
    uploads: callLimiter(config.uploadsPerMinute, milliseconds),
  };
  const server = createHttpServer(services, clientFolder);
  const closeGround = async (): Promise<void> => {
    await reader.close();
    await forecaster.close();
    await storage.close();
  };
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    events.close();
    await closeServer(server);
    await closeGround();
  };
  try {
    const port = await listen(server, config);
    // Ready for the first file, as the reader is; both rest when none comes.
    forecaster.warm();
    return {
      port,
      services,
      instance,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    events.close();
    await closeGround();
    throw error;
  }
};

const listen = (server: Server, { host, port }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const detail = systemCode(error);
      reject(
        detail === 'EADDRINUSE'
          ? new OperatorProblem('config.port-in-use', { key: 'PORT', port })
          : new OperatorProblem('config.address-unusable', { host, port, detail }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Lets answers that have begun come to their end; whoever is not done in time is cut off. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
    // A connection that is kept alive turns idle when its answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Where the built client lies in the repository. */
export const builtClient = (root: string): string => join(root, 'client', 'dist');
