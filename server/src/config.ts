import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { passwordProfiles, type PasswordProfile } from '@zhibiao/shared/access';
import { z } from 'zod';
import { OperatorProblem } from './operator-problem';

/** How the product runs: the fictional demonstration, or the real thing. */
export type Mode = 'demonstration' | 'live';

/** Settings, parsed once at start. */
export interface Config {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  /** Folder of the database, the originals and the backups; absolute. */
  readonly dataFolder: string;
  /** Origin that pages are served from, when a proxy stands in front; null: taken from the request's host. */
  readonly baseUrl: string | null;
  /** Programme file; the units file it names lies in the folder `units` beside its folder. */
  readonly programmeFile: string;
  /** Fixed business time as an instant; null follows the machine's clock. */
  readonly fixedClock: string | null;
  /** A live instance without HTTPS: allowed on purpose, and every page says so. */
  readonly insecureHttp: boolean;
  /** Which rules passwords follow. */
  readonly passwordProfile: PasswordProfile;
  /** Addresses of proxies whose word about the client's address is taken; nobody else's is. */
  readonly trustedProxies: readonly string[];
  /** Uploads one person may send a minute. */
  readonly uploadsPerMinute: number;
  /** File outside the database that heads of the audit trail are appended to; absolute. */
  readonly auditHeads: string;
  /** File or named pipe that each audit entry is sent to as a line of JSON; null sends none. */
  readonly auditForward: string | null;
  /** Days that audit entries are promised to be kept, 183 at least. Nothing deletes them. */
  readonly auditKeepDays: number;
  /** Procedures one session, or one address without a session, may call a minute. */
  readonly callsPerMinute: number;
}

/** The demonstration's business clock: 10:00 in Shanghai, so that 2025 is in progress (contract.md). */
export const demonstrationClock = '2025-10-16T02:00:00.000Z';

/** Name of the file of heads in the data folder. */
const auditHeadsName = 'audit-heads.jsonl';

const prefix = 'ZHIBIAO_';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

type Environment = Readonly<Record<string, string | undefined>>;

const text = (environment: Environment, key: string): string | null => {
  const value = environment[key];
  if (value === '') throw new OperatorProblem('config.empty', { key });
  return value ?? null;
};

const wholeNumber = (
  environment: Environment,
  key: string,
  bounds: { readonly lowest: number; readonly highest: number; readonly usual: number },
): number => {
  const { lowest, highest, usual } = bounds;
  const value = text(environment, key);
  if (value === null) return usual;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= lowest && number <= highest) return number;
  throw new OperatorProblem('config.not-a-number', { key, lowest, highest });
};

const origin = (environment: Environment, key: string): string | null => {
  const value = text(environment, key);
  if (value === null) return null;
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(value);
  if (!parsed.success) throw new OperatorProblem('config.not-a-url', { key });
  return new URL(parsed.data).origin;
};

const instant = (environment: Environment, key: string): string | null => {
  const value = text(environment, key);
  if (value === null) return null;
  if (!z.iso.datetime().safeParse(value).success) throw new OperatorProblem('config.not-an-instant', { key });
  return new Date(value).toISOString();
};

const flag = (environment: Environment, key: string): boolean => {
  const value = text(environment, key);
  if (value === null || value === '0') return false;
  if (value === '1') return true;
  throw new OperatorProblem('config.not-a-flag', { key });
};

const profile = (environment: Environment, key: string): PasswordProfile => {
  const value = text(environment, key) ?? 'djbh';
  const found = passwordProfiles.find((name) => name === value);
  if (found === undefined) throw new OperatorProblem('config.not-a-profile', { key });
  return found;
};

const addresses = (environment: Environment, key: string): readonly string[] => {
  const list =
    text(environment, key)
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  if (list.some((address) => isIP(address) === 0)) throw new OperatorProblem('config.not-addresses', { key });
  return list;
};

/** Every setting whose name begins with the product's; the others are PORT, HOST and DATABASE_URL. */
const settings: ReadonlySet<string> = new Set([
  'ZHIBIAO_DATA',
  'ZHIBIAO_PROGRAMME',
  'ZHIBIAO_BASE_URL',
  'ZHIBIAO_CLOCK',
  'ZHIBIAO_AUDIT_HEADS',
  'ZHIBIAO_AUDIT_FORWARD',
  'ZHIBIAO_AUDIT_KEEP_DAYS',
  'ZHIBIAO_INSECURE_HTTP',
  'ZHIBIAO_PASSWORD_PROFILE',
  'ZHIBIAO_TRUSTED_PROXIES',
  'ZHIBIAO_UPLOADS_PER_MINUTE',
  'ZHIBIAO_CALLS_PER_MINUTE',
]);

/**
 * Reads the settings. Refuses unknown `ZHIBIAO_` keys and wrong values by name (reliability.md H3), a
 * demonstration on anything but loopback, and a fixed clock on a live instance.
 */
export const parseConfig = (mode: Mode, environment: Environment, root: string): Config => {
  for (const key of Object.keys(environment)) {
    if (key.startsWith(prefix) && !settings.has(key)) throw new OperatorProblem('config.unknown', { key });
  }
  if ((environment['DATABASE_URL'] ?? '') !== '') {
    throw new OperatorProblem('config.database-url', { key: 'DATABASE_URL' });
  }
  const host = text(environment, 'HOST') ?? '127.0.0.1';
  if (mode === 'demonstration' && !loopback.has(host)) {
    throw new OperatorProblem('config.not-loopback', { key: 'HOST' });
  }
  const clock = instant(environment, 'ZHIBIAO_CLOCK');
  if (mode === 'live' && clock !== null) {
    throw new OperatorProblem('config.clock-in-live', { key: 'ZHIBIAO_CLOCK' });
  }
  const insecureHttp = flag(environment, 'ZHIBIAO_INSECURE_HTTP');
  const folder =
    text(environment, 'ZHIBIAO_DATA') ?? `data/local/${mode === 'demonstration' ? 'demo' : 'live'}`;
  const dataFolder = resolve(root, folder);
  const forward = text(environment, 'ZHIBIAO_AUDIT_FORWARD');
  return {
    mode,
    port: wholeNumber(environment, 'PORT', { lowest: 0, highest: 65_535, usual: 3000 }),
    host,
    dataFolder,
    programmeFile: resolve(
      root,
      text(environment, 'ZHIBIAO_PROGRAMME') ?? 'data/programmes/shanwei-2025.json',
    ),
    baseUrl: origin(environment, 'ZHIBIAO_BASE_URL'),
    insecureHttp: mode === 'live' && insecureHttp,
    passwordProfile: profile(environment, 'ZHIBIAO_PASSWORD_PROFILE'),
    trustedProxies: addresses(environment, 'ZHIBIAO_TRUSTED_PROXIES'),
    fixedClock: mode === 'demonstration' ? (clock ?? demonstrationClock) : null,
    uploadsPerMinute: wholeNumber(environment, 'ZHIBIAO_UPLOADS_PER_MINUTE', {
      lowest: 1,
      highest: 1000,
      usual: 20,
    }),
    auditHeads: resolve(root, text(environment, 'ZHIBIAO_AUDIT_HEADS') ?? join(dataFolder, auditHeadsName)),
    auditForward: forward === null ? null : resolve(root, forward),
    // The Cybersecurity Law asks for network logs of six months at least; three years unless set (I5).
    auditKeepDays: wholeNumber(environment, 'ZHIBIAO_AUDIT_KEEP_DAYS', {
      lowest: 183,
      highest: 36_500,
      usual: 1096,
    }),
    callsPerMinute: wholeNumber(environment, 'ZHIBIAO_CALLS_PER_MINUTE', {
      lowest: 1,
      highest: 1_000_000,
      usual: 1200,
    }),
  };
};

/** Whether pages are served over HTTPS, by a proxy in front. */
export const isServedSecurely = ({ baseUrl }: Pick<Config, 'baseUrl'>): boolean =>
  baseUrl?.startsWith('https:') ?? false;

/**
 * Refuses to serve a live instance over plain HTTP unless that was asked for in words (reliability.md G3):
 * passwords would travel in the open, and nobody would notice.
 */
export const requireHttps = (config: Config): void => {
  if (config.mode === 'live' && !isServedSecurely(config) && !config.insecureHttp)
    throw new OperatorProblem('config.not-https', { key: 'ZHIBIAO_BASE_URL' });
};
