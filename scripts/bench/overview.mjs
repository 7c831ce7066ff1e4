import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median.mjs';
import { startProduct } from './product.mjs';
import { freePort, root, runJson, serve } from './served.mjs';

const bare = join(root, 'scripts/bench/static-express.mjs');
const autocannon = join(root, 'node_modules/autocannon/autocannon.js');
const connections = 50;
const seconds = 2;
const question = `/trpc/evaluation.overview?input=${encodeURIComponent('{"basis":"cumulative"}')}`;

/**
 * S3: the overview over HTTP, signed in, beside bare express with the same bytes; and on 100,000 figures beside
 * a ledger of the same programme with few.
 * @param {{ folder: string, rounds: number, full: Awaited<ReturnType<typeof startProduct>> | null, city: ReturnType<typeof import('./generated-city.mjs').writeCity> | null }} options
 */
export const measureOverview = async ({ folder, rounds, full, city }) => {
  const demonstration = await startProduct({ dataFolder: newFolder(folder, 'demonstration') });
  const answer = await read(demonstration);
  const file = join(folder, 'overview.json');
  writeFileSync(file, answer.text);
  const express = await serve([bare, file], { port: await freePort(), path: '/answer' });
  const few = full === null || city === null ? null : await fewFigures(folder, city);

  /** @type {Record<'ours' | 'express' | 'full' | 'few', number[]>} */
  const rates = { ours: [], express: [], full: [], few: [] };
  /** @type {Record<'full' | 'few', number[]>} */
  const firstMs = { full: [], few: [] };
  if (full !== null) firstMs.full.push((await read(full)).ms);
  if (few !== null) firstMs.few.push((await read(few)).ms);
  for (let round = 0; round < rounds; round += 1) {
    rates.ours.push(await load(`${demonstration.url}${question}`, demonstration.cookie));
    rates.express.push(await load(`${express.url}/answer`, 'none=0'));
    if (full !== null) rates.full.push(await load(`${full.url}${question}`, full.cookie));
    if (few !== null) rates.few.push(await load(`${few.url}${question}`, few.cookie));
  }
  const expressMemory = express.memory();
  await Promise.all([demonstration.stop(), express.stop(), few?.stop()]);
  return { bytes: answer.text.length, rates, firstMs, expressMb: expressMemory?.nowMb ?? null };
};

const newFolder = (/** @type {string} */ folder, /** @type {string} */ name) => {
  const path = join(folder, `data-${name}`);
  mkdirSync(path, { recursive: true });
  return path;
};

/** One answer, and how long it took. @param {{ url: string, cookie: string }} product */
const read = async ({ url, cookie }) => {
  const began = performance.now();
  const response = await fetch(`${url}${question}`, { headers: { Cookie: cookie } });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).result.data === null)
    throw new Error(`no overview: ${text.slice(0, 200)}`);
  return { text, ms: performance.now() - began };
};

/** The generated programme with nine quarters of eight counties. @param {string} folder @param {any} city */
const fewFigures = async (folder, city) => {
  const product = await startProduct({
    dataFolder: newFolder(folder, 'few'),
    programmeFile: city.programmes.newest,
  });
  for (const path of city.files) {
    const [heading, ...rows] = readFileSync(path, 'utf8').split('\n');
    const kept = rows.filter((row) => /^[^,]+,9900[1-8],(2023-Q[34]|202[45]-Q)/.test(row));
    const { submission } = await product.upload('few.csv', Buffer.from([heading, ...kept, ''].join('\n')));
    const { ledgerPosition } = await product.ask('submission.preview', { submission });
    const said = { reason: '', explanation: '测速' };
    await product.change('submission.submit', { submission, ledgerPosition, ...said });
    const approval = await product.approve(submission, ledgerPosition);
    await product.publish(approval.ledgerPosition);
  }
  return product;
};

/** Requests a second under load. @param {string} url @param {string} cookie */
const load = async (url, cookie) => {
  const args = ['-c', String(connections), '-d', String(seconds), '-H', `Cookie=${cookie}`, '-j', '-n', url];
  const result = await runJson([autocannon, ...args]);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
};

/** @param {Awaited<ReturnType<typeof measureOverview>>} measured */
export const overviewRatios = ({ rates }) => ({
  express: median(rates.ours.map((rate, round) => rate / (rates.express[round] ?? Number.NaN))),
  full:
    rates.full.length === 0
      ? null
      : median(rates.full.map((rate, round) => rate / (rates.few[round] ?? Number.NaN))),
});
