import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { requireHttps, type Config } from './config';
import type { Clock } from './clock';
import { createReader } from './documents';
import { denialLog, passwordKeeper, policyKeeper, prepareSetUp, sessionKeeper } from './features/access';
import { dueTimer, viewsOf } from './features/publication';
import { clearUnread, forecastsBy } from './features/submission';
import { forecasterApart } from './forecast-apart';
import { createHttpServer } from './http/app';
import { idleTimer } from './idle-timer';
import { faultLog } from './http/fault-log';
import { callLimiter } from './http/call-limiter';
import { liveEvents } from './http/live-events';
import { keyOf, passingKey } from './instance-key';
import { openInstance, type Instance } from './open-instance';
import { OperatorProblem, systemCode } from './operator-problem';
import { runAudit, type RunningAudit } from './run-audit';
import { samplesApart } from './samples-apart';
import type { Services } from './services';
import type { Stores } from './stores';
import { dropSetUpLink, keepSetUpLink } from './set-up-link';

/** A server that is listening, with what it stands on. */
export interface RunningServer {
  readonly port: number;
  readonly services: Services;
  readonly instance: Instance;
  /** Address part of the first set-up, `/set-up#…`; null once there are accounts, and in the demonstration. */
  readonly setUpPath: string | null;
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
  /** A clock in place of the instance's own; tests move it. */
  readonly clock?: Clock;
  /** Milliseconds of a clock that the limits per minute count by. */
  readonly milliseconds: () => number;
}

const patienceMilliseconds = 8_000;
const sweepMilliseconds = 2_000;
const signInsPerMinute = 60;

/** Opens the data folder, wires everything once, and listens. */
export const startServer = async (config: Config, options: StartOptions): Promise<RunningServer> => {
  const { root, clientFolder, progress, milliseconds } = options;
  requireHttps(config);
  const instance = await openInstance(config, root, progress);
  const { storage, originals, index } = instance;
  const clock = options.clock ?? instance.clock;
  const { stores } = storage;
  const { key, passwords, policy } = await guardsOf(config, stores).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const denials = denialLog({
    audit: stores.audit,
    now: () => clock.now(),
    milliseconds,
    failed: (error) => faultLog('', 'audit-denials', error),
  });
  await stores.sessions.deleteExpired(clock.now());
  const reader = createReader(index);
  const { programme, register } = index;
  const forecaster = forecasterApart({
    folder: config.dataFolder,
    programme,
    register,
    startedAt: clock.now(),
  });
  const samples = samplesApart(storage, index);
  const events = liveEvents({
    position: (await stores.observations.position()).position,
    publication: (await stores.publications.newest())?.number ?? 0,
  });
  const services: Services = {
    config,
    clock,
    stores,
    views: viewsOf(stores, index, clock),
    index,
    originals,
    reader,
    forecasts: forecastsBy(forecaster, stores),
    samples,
    events,
    sessions: sessionKeeper(stores, {
      clock,
      policy: policy.current,
      onEnd: (session) => events.endSession(session),
    }),
    passwords,
    policy,
    key,
    afterSetUp: () => dropSetUpLink(config.dataFolder),
    signIns: callLimiter(signInsPerMinute, milliseconds),
    denials,
    auditHeads: instance.auditHeads,
    calls: callLimiter(config.callsPerMinute, milliseconds),
    uploads: callLimiter(config.uploadsPerMinute, milliseconds),
  };
  const server = createHttpServer(services, clientFolder);
  const sweep = sweepStreams(services);
  const stopPublishing = dueTimer(services, events);
  const stopLooking = idleTimer(services);
  const stopTimer = (): void => {
    stopPublishing();
    stopLooking();
  };
  const closeGround = async (): Promise<void> => {
    await reader.close();
    await forecaster.close();
    await samples.close();
    await storage.close();
  };
  let stopping: Promise<void> | null = null;
  let audit: RunningAudit | null = null;
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    stopTimer();
    events.close();
    await closeServer(server);
    await audit?.stop();
    await closeGround();
  };
  try {
    const token = await prepareSetUp(services);
    const setUpPath = token === null ? null : `/set-up#${token}`;
    const port = await listen(server, config);
    audit = await runAudit(config, instance, denials, await versionIn(root));
    await clearUnread(services);
    if (setUpPath === null) await dropSetUpLink(config.dataFolder);
    else await keepSetUpLink(config.dataFolder, `${addressOf(config, port)}${setUpPath}`);
    return {
      port,
      services,
      instance,
      setUpPath,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    clearInterval(sweep);
    stopTimer();
    events.close();
    await closeGround();
    throw error;
  }
};

/** The version of the product, as its package says. */
const versionIn = async (root: string): Promise<string> => {
  const json: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return typeof json === 'object' && json !== null ? String(Reflect.get(json, 'version')) : '';
};

/** Key, passwords and policy: what stands between a request and an account. */
const guardsOf = async (config: Config, stores: Stores) => ({
  key: config.mode === 'live' ? await keyOf(config.dataFolder) : passingKey(),
  passwords: await passwordKeeper(),
  policy: await policyKeeper(stores),
});

/** Cuts the streams of sessions that have run out of time: a stream is no activity (reliability.md E9, E10). */
const sweepStreams = ({ events, sessions }: Services): NodeJS.Timeout =>
  setInterval(() => {
    sessions.expired(events.sessions()).then(sessions.forget, (error: unknown) => {
      faultLog('', 'sweep', error);
    });
  }, sweepMilliseconds).unref();

/** Where a browser on this machine finds the product, without a slash at the end. */
export const addressOf = ({ baseUrl, host }: Pick<Config, 'baseUrl' | 'host'>, port: number): string =>
  baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

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
