// Adapter of the product for a scorer of hostile files:
//   node score.mjs CORPUS scripts/hostile/adapter.mjs
// The built server over its own HTTP, a new process and an empty ledger for every file. Interface: start, reset,
// upload, snapshot, health, peakRssMb, stop.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { startProduct } from '../bench/product.mjs';
import { root } from '../bench/served.mjs';

const Sqlite = createRequire(join(root, 'server/package.json'))('better-sqlite3');
/** The tables that hold what a figure is, is judged to be, is warned of and is published as. */
const facts = [
  'revision',
  'observation',
  'assessment_sheet',
  'alert',
  'alert_event',
  'publication',
  'published_sheet',
];

/** @type {{ folder: string, describe: Describe, product: Awaited<ReturnType<typeof startProduct>> | null, files: number }} */
const state = {
  folder: '',
  describe: () => ({ outcome: '', message: '', rows: [] }),
  product: null,
  files: 0,
};

/** @typedef {(read: unknown, language: 'zh') => { outcome: string, message: string, rows: { row: number, level: string, column: string | null, text: string }[] }} Describe */

const running = () => {
  if (state.product === null) throw new Error('no server is running');
  return state.product;
};
const programmeFile = () => join(state.folder, 'programmes/elsewhere.json');
const dataFolder = () => join(state.folder, `data-${state.files}`);

/**
 * The product's own programme with other codes for the same units: the demonstration has no figures of them, so its
 * ledger begins empty, on the fixed day that the corpus counts from.
 */
const writeElsewhere = () => {
  const moved = (/** @type {string} */ name) =>
    readFileSync(join(root, 'data', name), 'utf8').replaceAll(/"(\d{6}|red-bay|huaqiao)"/g, '"of-$1"');
  for (const name of ['programmes', 'units']) mkdirSync(join(state.folder, name));
  cpSync(join(root, 'data/calendars'), join(state.folder, 'calendars'), { recursive: true });
  writeFileSync(programmeFile(), moved('programmes/shanwei-2025.json'));
  writeFileSync(join(state.folder, 'units/shanwei.json'), moved('units/shanwei.json'));
};

/**
 * Current figures as the corpus names them: 指标|地区|2025Q1 → passes, total, rate in percent.
 * @param {import('better-sqlite3').Database} database
 */
const figuresIn = (database) => {
  const { indicators } = JSON.parse(readFileSync(programmeFile(), 'utf8'));
  const { units } = JSON.parse(readFileSync(join(state.folder, 'units/shanwei.json'), 'utf8'));
  /** @type {Map<string, string>} */
  const names = new Map(
    [...indicators, ...units].map((/** @type {{ code: string, name: { zh: string } }} */ { code, name }) => [
      code,
      name.zh,
    ]),
  );
  /** @type {Record<string, number[]>} */
  const figures = {};
  const current = database
    .prepare(
      `SELECT r.indicator, r.unit, r.period, r.passes, r.total
       FROM observation o JOIN revision r ON r.id = o.revision WHERE r.total IS NOT NULL`,
    )
    .all();
  for (const row of /** @type {Record<string, any>[]} */ (current)) {
    const { indicator, unit, period, passes, total } = row;
    const key = [names.get(indicator), names.get(unit), period.replace('-Q', 'Q')].join('|');
    figures[key] = [passes, total, (100 * passes) / total];
  }
  return figures;
};

/** The sentences that a page would show, built from the sources. */
const builtSentences = async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'shared/src/wording/index.ts'),
      outDir: join(state.folder, 'wording'),
      rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  });
  const { describeRead } = await import(pathToFileURL(join(state.folder, 'wording/index.mjs')).href);
  return describeRead;
};

const end = async () => {
  await state.product?.stop();
  rmSync(dataFolder(), { recursive: true, force: true });
};

// A scorer asks for the default export.
// oxlint-disable-next-line import/no-default-export
export default {
  start: async () => {
    state.folder = mkdtempSync(join(tmpdir(), 'zhibiao-hostile-'));
    writeElsewhere();
    state.describe = await builtSentences();
  },

  reset: async () => {
    await end();
    state.files += 1;
    state.product = await startProduct({ dataFolder: dataFolder(), programmeFile: programmeFile() });
  },

  /**
   * @param {Buffer} bytes
   * @param {string} name
   * @returns {Promise<ReturnType<Describe> & { stored: number }>}
   */
  upload: async (bytes, name) => {
    const { upload, ask, change, approve } = running();
    const { submission } = await upload(name, new Uint8Array(bytes));
    const preview = await ask('submission.preview', { submission });
    const { outcome, fileRefusal, issues, issuesTotal, errorsTotal, rowsSeen, rowsGood, rowsRefused } =
      preview;
    const said = state.describe(
      fileRefusal === null
        ? {
            ok: true,
            value: {
              rows: Array.from({ length: rowsGood }),
              issues,
              errors: errorsTotal,
              warnings: issuesTotal - errorsTotal,
              rowsSeen,
              rowsRefused,
            },
          }
        : { ok: false, refusal: fileRefusal },
      'zh',
    );
    if (outcome.startsWith('reject')) return { ...said, outcome, stored: 0 };
    const { ledgerPosition } = preview;
    const words = { reason: 'x', explanation: 'x' };
    await change('submission.submit', { submission, ledgerPosition, ...words });
    const { stored } = await approve(submission, ledgerPosition);
    return { ...said, outcome, stored };
  },

  snapshot: async () => {
    const database = new Sqlite(join(dataFolder(), 'zhibiao.sqlite'), { readonly: true });
    try {
      const hash = createHash('sha256');
      for (const table of facts) {
        const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all();
        hash.update(`${table} ${JSON.stringify(rows)}`);
      }
      return { facts: figuresIn(database), hash: hash.digest('hex') };
    } finally {
      database.close();
    }
  },

  health: async () => {
    const asked = performance.now();
    const response = await fetch(`${running().url}/healthz`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the server is not well: ${response.status}`);
    return performance.now() - asked;
  },

  peakRssMb: () => running().memory()?.peakMb ?? 0,

  stop: async () => {
    await end();
    rmSync(state.folder, { recursive: true, force: true });
  },
};
