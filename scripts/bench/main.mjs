// npm run bench [-- --only S1,S2,S3,S5,page,start,simulations] [--json FILE]
// Measures the product beside the bare libraries in one run and prints one table. Only the ratios travel from
// machine to machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { howToGetChromium } from '../checks/find-chromium.mjs';
import { measureFirstPage } from './first-page.mjs';
import { measureIngest } from './ingest.mjs';
import {
  firstPageLines,
  ingestLines,
  overviewLines,
  sampleLines,
  startLines,
  workbookLines,
} from './lines.mjs';
import { measureOverview } from './overview.mjs';
import { measureSamples } from './samples.mjs';
import { measureSecondStart } from './second-start.mjs';
import { tableText } from './table.mjs';
import { measureWorkbook } from './workbook.mjs';

const rounds = 3;
/** A few seconds each, and the machine is never quite alone. */
const ingestRounds = 5;
/** Minutes each. */
const sampleRounds = 3;
const simulations = fileURLToPath(new URL('../simulations/main.mjs', import.meta.url));
const parts = ['S1', 'S2', 'S3', 'S5', 'page', 'start', 'simulations'];
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const chosen = new Set(values.only?.split(',') ?? parts);
for (const part of chosen) {
  if (!parts.includes(part)) {
    process.stderr.write(`--only ${part}: one or more of ${parts.join(',')}\n`);
    process.exit(2);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
const began = performance.now();

/** @type {import('./table.mjs').Line[]} */
const lines = [];
/** @type {Record<string, unknown>} */
const raw = {};

let failed = false;
/**
 * Measures one part; when it fails, the others are measured all the same.
 * @param {string} part
 * @param {string} announcement
 * @param {() => Promise<void>} measure
 */
const measure = async (part, announcement, measure) => {
  if (!chosen.has(part)) return;
  say(announcement);
  try {
    await measure();
  } catch (error) {
    failed = true;
    say(
      `${part} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
};

/** @type {{ ingest: Awaited<ReturnType<typeof measureIngest>> | null }} */
const found = { ingest: null };
await measure('S1', 'S1: 100,000 observations …', async () => {
  found.ingest = await measureIngest({ folder, rounds: ingestRounds });
  const { full: _full, city: _city, ...measured } = found.ingest;
  raw['S1'] = measured;
  lines.push(...ingestLines(measured));
});
await measure('S3', 'S3: the overview under load …', async () => {
  const overview = await measureOverview({
    folder,
    rounds,
    full: found.ingest?.full ?? null,
    city: found.ingest?.city ?? null,
  });
  raw['S3'] = overview;
  lines.push(...overviewLines(overview));
});
await found.ingest?.full.stop();
await measure('S2', 'S2, S6, S8: lists of 100,000 and 1,000,000 samples …', async () => {
  const samples = await measureSamples({ folder, rounds: sampleRounds });
  raw['S2'] = samples;
  lines.push(...sampleLines(samples));
});
await measure('S5', 'S5: a workbook of 10,000 rows …', async () => {
  const workbook = await measureWorkbook({ folder, rounds: ingestRounds });
  raw['S5'] = workbook;
  lines.push(...workbookLines(workbook));
});
await measure('page', 'S4: the first page in a slow browser …', async () => {
  const page = await measureFirstPage({ folder, rounds });
  if (page === null) {
    say(howToGetChromium);
    return;
  }
  raw['page'] = page;
  lines.push(...firstPageLines(page));
});
await measure('start', 'S9: the second start …', async () => {
  const start = await measureSecondStart({ folder, rounds });
  raw['start'] = start;
  lines.push(...startLines(start));
});

const { length: cores } = cpus();
if (lines.length > 0)
  process.stdout.write(
    `\n${tableText(lines)}\n\nNode ${process.versions.node}, ${cores} cores, medians of ${rounds} interleaved runs (S1, S5: ${ingestRounds}, S2: ${sampleRounds}), ${Math.round((performance.now() - began) / 1000)} s in all.\n`,
  );
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.versions.node, cores, rounds, lines, raw }, null, 2)}\n`,
  );
}
if (chosen.has('simulations')) {
  // Quality of alerting has a table of its own, beside the naive rule.
  const simulated = spawnSync(process.execPath, [simulations], { stdio: 'inherit' });
  if (simulated.status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
