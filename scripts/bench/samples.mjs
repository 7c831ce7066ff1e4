import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeCity } from './generated-city.mjs';
import { startProduct } from './product.mjs';
import { writeSampleList } from './sample-list.mjs';
import { root, runJson } from './served.mjs';

const bare = join(root, 'scripts/bench/bare-samples.mjs');
const watching = join(root, 'scripts/bench/watching-reader.mjs');
const sizes = { small: 100_000, large: 1_000_000 };

/**
 * S2, S6 and S8: lists of samples through the whole product, file to figures that are current, each beside the same list
 * with nothing but better-sqlite3; memory afterwards; and what others wait meanwhile.
 * @param {{ folder: string, rounds: number, rows?: number }} options
 */
export const measureSamples = async ({ folder, rounds, rows = sizes.large }) => {
  const city = writeCity(join(folder, 'sample-city'));
  const few = Math.round(rows / 10);
  const small = await writeSampleList(join(folder, 'samples-few.csv'), few, 11);
  const large = await writeSampleList(join(folder, 'samples-many.csv'), rows, 22);
  /** @type {Record<'small' | 'large' | 'limitSmall' | 'limitLarge' | 'idleMb' | 'afterMb' | 'peakMb' | 'idleP50' | 'p99' | 'longest', number[]>} */
  const seen = {
    small: [],
    large: [],
    limitSmall: [],
    limitLarge: [],
    idleMb: [],
    afterMb: [],
    peakMb: [],
    idleP50: [],
    p99: [],
    longest: [],
  };
  /** @type {Record<string, number>[]} */
  const steps = [];
  const limitOf = async (/** @type {string} */ file) => {
    const database = join(folder, 'bare-samples.sqlite');
    const { ms } = await runJson([bare, database, city.programmes.newest, city.unitsFile, file]);
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    return ms;
  };
  for (let round = 0; round < rounds; round += 1) {
    seen.limitSmall.push(await limitOf(small));
    seen.limitLarge.push(await limitOf(large));
    const dataFolder = join(folder, `data-samples-${round}`);
    mkdirSync(dataFolder);
    const product = await startProduct({ dataFolder, programmeFile: city.programmes.newest });
    await rest(1_500);
    seen.idleMb.push(product.memory()?.nowMb ?? Number.NaN);
    seen.small.push((await sendList(product, small)).ms);
    const idle = await watchOverview(product);
    await rest(3_000);
    seen.idleP50.push(quantile(await idle(), 0.5));
    // Unwatched, because watching costs a little itself …
    const sent = await sendList(product, large);
    seen.large.push(sent.ms);
    steps.push(sent.steps);
    await rest(8_000);
    seen.afterMb.push(product.memory()?.nowMb ?? Number.NaN);
    seen.peakMb.push(product.memory()?.peakMb ?? Number.NaN);
    // … and once more with others looking: the same samples, revised by nothing, up to the preview.
    const more = await writeSampleList(join(folder, 'samples-more.csv'), rows, 33);
    const watch = await watchOverview(product);
    await uploadList(product, more, pageAsks);
    const waits = await watch();
    seen.p99.push(quantile(waits, 0.99));
    seen.longest.push(Math.max(...waits));
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return { rows, few, megabytes: statSync(large).size / 1e6, seen, steps };
};

/** @typedef {Awaited<ReturnType<typeof startProduct>>} Product */

const rest = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** How often the page asks how far a list is; the clock of S2 must know to the hundredth. */
const pageAsks = 300;
const clockAsks = 50;

/** @param {Product} product @param {string} file @param {number} every how often it is asked for, in milliseconds */
const uploadList = async (product, file, every) => {
  const { submission } = await product.uploadFile(basename(file), await openAsBlob(file));
  const uploaded = performance.now();
  for (;;) {
    const { state } = await product.ask('submission.reading', { submission });
    if (state === 'ready') return { submission, uploaded };
    await rest(every);
  }
};

/** @param {Product} product @param {string} file */
const sendList = async (product, file) => {
  const began = performance.now();
  const { submission, uploaded } = await uploadList(product, file, clockAsks);
  const read = performance.now();
  const preview = await product.ask('submission.preview', { submission });
  if (preview.errorsTotal > 0)
    throw new Error(JSON.stringify(preview.fileRefusal ?? preview.issues.slice(0, 3)));
  const { ledgerPosition } = preview;
  const previewed = performance.now();
  const said = { reason: '测速', explanation: '测速' };
  await product.change('submission.submit', { submission, ledgerPosition, ...said });
  await product.approve(submission, ledgerPosition);
  const done = performance.now();
  return {
    ms: done - began,
    steps: {
      upload: uploaded - began,
      read: read - uploaded,
      preview: previewed - read,
      approve: done - previewed,
    },
  };
};

/** One more reader, in a process of its own; answers every wait once told to stop. @param {Product} product */
const watchOverview = async ({ url, cookie }) => {
  const child = fork(watching, [url, cookie]);
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the watching reader ended with ${code}`))),
  );
  broken.catch(() => undefined);
  const next = () => Promise.race([once(child, 'message').then(([said]) => said), broken]);
  await next();
  /** @returns {Promise<number[]>} */
  return async () => {
    const waits = next();
    child.send('stop');
    const answer = await waits;
    process.off('exit', stop);
    return answer;
  };
};

const quantile = (/** @type {readonly number[]} */ values, /** @type {number} */ share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
