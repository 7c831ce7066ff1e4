// node scripts/simulations/main.mjs [--only a,b,c,d,S7] [--years N] [--json FILE]
// Measures how well lights, alerts and outlook tell truth from noise, with the product's own functions and fixed
// seeds, beside the naive rules; and how many assessments a core makes in a second. Prints one table.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tableText } from '../bench/table.mjs';
import { alertNoise, alertNoiseLines } from './alert-noise.mjs';
import { buildProduct } from './build-product.mjs';
import { contradictedLights, contradictedLines } from './contradicted-lights.mjs';
import { falseRedLines, falseReds } from './family-wise.mjs';
import { calibrationLines, outlookCalibration } from './outlook-calibration.mjs';
import { throughput, throughputLines } from './throughput.mjs';

const parts = ['a', 'b', 'c', 'd', 'S7'];
const { values } = parseArgs({
  options: { only: { type: 'string' }, years: { type: 'string' }, json: { type: 'string' } },
});
const chosen = new Set(values.only?.split(',') ?? parts);
for (const part of chosen) {
  if (!parts.includes(part)) {
    process.stderr.write(`--only ${part}: one or more of ${parts.join(',')}\n`);
    process.exit(2);
  }
}
/** Years of each row, as in the table of statistics.md i. */
const years = Number(values.years ?? 4000);
if (!Number.isSafeInteger(years) || years < 1) {
  process.stderr.write(`--years ${values.years}: a whole number from 1\n`);
  process.exit(2);
}

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-simulations-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const product = await buildProduct(folder);

/** @type {import('../bench/table.mjs').Line[]} */
const lines = [];
/** @type {Record<string, unknown>} */
const raw = {};

/**
 * @template T
 * @param {string} part
 * @param {string} announcement
 * @param {() => T} run
 * @param {(found: T) => import('../bench/table.mjs').Line[]} tell
 */
const simulate = (part, announcement, run, tell) => {
  if (!chosen.has(part)) return;
  const started = performance.now();
  const found = run();
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(`${part}: ${announcement}, ${seconds.toFixed(1)} s\n`);
  raw[part] = { ...(typeof raw[part] === 'object' ? raw[part] : {}), [announcement]: found };
  lines.push(...tell(found));
};

simulate('a', 'false reds', () => falseReds(product, 10 * years), falseRedLines);
simulate('b', 'contradicted lights', () => contradictedLights(product, 10 * years), contradictedLines);
simulate('c', 'alert noise', () => alertNoise(product, years, { charted: false }), alertNoiseLines);
simulate(
  'c',
  'alert noise with charts',
  () => alertNoise(product, years, { charted: true }),
  alertNoiseLines,
);
simulate('d', 'calibration of the outlook', () => outlookCalibration(product, 2 * years), calibrationLines);
simulate('S7', 'assessments per second', () => throughput(product), throughputLines);

const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${tableText(lines)}\n${seconds.toFixed(0)} s in all\n`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ years, seconds, lines, raw }, null, 2)}\n`);
}
process.exitCode = lines.some(({ holds }) => holds === false) ? 1 : 0;
