import { fileURLToPath } from 'node:url';
import { parseConfig, type Mode } from './config';
import { faultLog } from './http/fault-log';
import { OperatorProblem, tellProblem } from './operator-problem';
import { builtClient, startServer } from './start-server';

/** The repository: `server/dist/main.js` stands two folders below it. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const modeOf = (argument: string | undefined): Mode => {
  if (argument === 'demonstration') return argument;
  if (argument === 'live') throw new OperatorProblem('config.live-later', {});
  throw new OperatorProblem('config.mode', {});
};

const shownHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const start = async (): Promise<void> => {
  const config = parseConfig(modeOf(process.argv[2]), process.env, root);
  const server = await startServer(config, {
    root,
    clientFolder: builtClient(root),
    progress: tell,
    milliseconds: () => performance.now(),
  });
  tell(`Zhibiao 质标 · 演示数据 demonstration: http://${shownHost(config.host)}:${server.port}/`); // wording-ok: printed in both languages before a language is known
  tell('Ctrl+C stops it. · 按 Ctrl+C 停止。'); // wording-ok: as above
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
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
  const problem = tellProblem(error);
  if (problem === null) faultLog('', 'start', error);
  else process.stderr.write(`${problem.zh}\n${problem.en}\n`);
  process.exit(1);
});
