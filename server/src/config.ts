import { resolve } from 'node:path';
import { z } from 'zod';

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
  /** Uploads one person may send a minute. */
  readonly uploadsPerMinute: number;
}

/** The settings are wrong; `key` names the one to mend. */
export class ConfigProblem extends Error {
  readonly key: string;
  constructor(key: string, reason: string) {
    super(`${key}: ${reason}`);
    this.key = key;
  }
}

/** The demonstration's business clock: 10:00 in Shanghai, so that 2025 is in progress (contract.md). */
export const demonstrationClock = '2025-10-16T02:00:00.000Z';

const prefix = 'ZHIBIAO_';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().optional(),
  ZHIBIAO_DATA: z.string().min(1).optional(),
  ZHIBIAO_PROGRAMME: z.string().min(1).default('data/programmes/shanwei-2025.json'),
  ZHIBIAO_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZHIBIAO_CLOCK: z.iso.datetime().optional(),
  ZHIBIAO_UPLOADS_PER_MINUTE: z.coerce.number().int().min(1).max(1000).default(20),
});

/**
 * Reads the settings. Refuses unknown `ZHIBIAO_` keys and wrong values by name (reliability.md H3), a
 * demonstration on anything but loopback, and a fixed clock on a live instance.
 */
export const parseConfig = (
  mode: Mode,
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): Config => {
  for (const key of Object.keys(environment)) {
    if (key.startsWith(prefix) && !(key in schema.shape)) throw new ConfigProblem(key, 'unknown setting');
  }
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const [problem] = parsed.error.issues;
    throw new ConfigProblem(String(problem?.path[0] ?? 'settings'), problem?.message ?? 'unreadable');
  }
  const {
    PORT,
    HOST,
    DATABASE_URL,
    ZHIBIAO_DATA,
    ZHIBIAO_BASE_URL,
    ZHIBIAO_CLOCK,
    ZHIBIAO_UPLOADS_PER_MINUTE,
  } = parsed.data;
  if (DATABASE_URL !== undefined && DATABASE_URL !== '') {
    throw new ConfigProblem('DATABASE_URL', 'this release stores in embedded SQLite only; unset it');
  }
  if (mode === 'demonstration' && !loopback.has(HOST)) {
    throw new ConfigProblem(
      'HOST',
      'the demonstration listens on loopback only (127.0.0.1, ::1 or localhost)',
    );
  }
  if (mode === 'live' && ZHIBIAO_CLOCK !== undefined) {
    throw new ConfigProblem('ZHIBIAO_CLOCK', 'a live instance follows the real clock; unset it');
  }
  const folder = ZHIBIAO_DATA ?? `data/local/${mode === 'demonstration' ? 'demo' : 'live'}`;
  return {
    mode,
    port: PORT,
    host: HOST,
    dataFolder: resolve(root, folder),
    programmeFile: resolve(root, parsed.data.ZHIBIAO_PROGRAMME),
    baseUrl: ZHIBIAO_BASE_URL === undefined ? null : new URL(ZHIBIAO_BASE_URL).origin,
    fixedClock: mode === 'demonstration' ? (ZHIBIAO_CLOCK ?? demonstrationClock) : null,
    uploadsPerMinute: ZHIBIAO_UPLOADS_PER_MINUTE,
  };
};
