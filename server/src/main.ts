import { fileURLToPath } from 'node:url';
import { isServedSecurely, parseConfig, type Config, type Mode } from './config';
import { faultLog } from './http/fault-log';
import { OperatorProblem, tellProblem } from './operator-problem';
import { addressOf, builtClient, startServer, type RunningServer } from './start-server';

/** The repository: `server/dist/main.js` stands two folders below it. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const modeOf = (argument: string | undefined): Mode => {
  if (argument === 'demonstration' || argument === 'live') return argument;
  throw new OperatorProblem('config.mode', {});
};

/** The environment, with what was said on the command line. */
const settingsOf = (words: readonly string[]): Readonly<Record<string, string | undefined>> =>
  words.includes('--insecure-http') ? { ...process.env, ZHIBIAO_INSECURE_HTTP: '1' } : process.env;

const start = async (): Promise<void> => {
  const config = parseConfig(modeOf(process.argv[2]), settingsOf(process.argv.slice(3)), root);
  const server = await startServer(config, {
    root,
    clientFolder: builtClient(root),
    progress: tell,
    milliseconds: () => performance.now(),
  });
  greet(config, server);
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

/** Tells both languages, before one is known, where the product is and what to do first. */
const greet = (config: Config, { port, setUpPath }: RunningServer): void => {
  const address = addressOf({ ...config, baseUrl: null }, port);
  if (config.mode === 'demonstration') {
    tell(`Zhibiao 质标 · 演示数据 demonstration: ${address}/`); // wording-ok: printed in both languages
    return;
  }
  const outside = config.baseUrl === null ? '' : ` → ${config.baseUrl}/`;
  tell(`Zhibiao 质标 · 正式 live: ${address}/${outside}`); // wording-ok: as above
  if (!isServedSecurely(config))
    tell('没有 HTTPS：密码在网络上明文传送。 · No HTTPS: passwords travel in the open.'); // wording-ok: as above
  if (setUpPath === null) return;
  tell('还没有账号。请在 30 分钟内打开这个一次性链接，建立两位管理员的账号：'); // wording-ok: as above
  tell('There is no account yet. Within 30 minutes open this one-time link to make two administrators:');
  tell(`  ${addressOf(config, port)}${setUpPath}`);
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
