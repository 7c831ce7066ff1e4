import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shape, writeCity } from './generated-city.mjs';
import { startProduct } from './product.mjs';
import { root, runJson } from './served.mjs';
import { median } from './median.mjs';

const rows = shape.indicators * shape.parts * shape.quarters;
const restMs = 1_500;
const bare = join(root, 'scripts/bench/bare-ingest.mjs');

/**
 * What is measured: the bare insert, the limit and the product. `fresh`: programs that have just started;
 * `running`: both have stored an earlier file of 8,000 rows before, as a server that is up has; `looked`: the same,
 * and author and reviewer wait for the effects on headlines and alerts before they go on.
 * @typedef {'insert' | 'limitFresh' | 'limitRunning' | 'fresh' | 'running' | 'looked' | 'allYears'} Kind
 */

/**
 * S1: 100,000 observations through the whole product, each round beside the same figures with nothing but
 * better-sqlite3. The last product is left running with its figures, for those who measure pages on it.
 * @param {{ folder: string, rounds: number }} options
 */
export const measureIngest = async ({ folder, rounds }) => {
  const city = writeCity(join(folder, 'city'));
  const files = city.files.map(readNamed);
  const earlier = readNamed(city.earlier);
  /** @type {Record<Kind, number[]>} */
  const times = {
    insert: [],
    limitFresh: [],
    limitRunning: [],
    fresh: [],
    running: [],
    looked: [],
    allYears: [],
  };
  /** @type {Record<'upload' | 'preview' | 'commit', number[]>} */
  const steps = { upload: [], preview: [], commit: [] };
  /** Processor time of all threads: says the same on a busy machine, where time by the clock does not. */
  const cpu = {
    ours: /** @type {number[]} */ ([]),
    looked: /** @type {number[]} */ ([]),
    limit: /** @type {number[]} */ ([]),
  };
  /** @type {{ idleMb: number[], peakMb: number[] }} */
  const memory = { idleMb: [], peakMb: [] };
  /** @type {number[]} */
  const waits = [];
  /** @type {Product | null} */
  let full = null;

  /** @param {'insert' | 'checked'} kind @param {string} first */
  const runBare = async (kind, first) => {
    const database = join(folder, 'bare.sqlite');
    const { programmes, unitsFile } = city;
    const answer = await runJson([bare, kind, database, programmes.newest, unitsFile, first, ...city.files]);
    if (answer.rows !== rows) throw new Error(`${kind} stored ${answer.rows} rows`);
    if (first !== '-') cpu.limit.push(answer.cpuMs);
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    return answer.ms;
  };

  /** @param {'newest' | 'all'} targets @param {(product: Product) => Promise<void>} measure @param {boolean} keep */
  const runProduct = async (targets, measure, keep) => {
    const dataFolder = join(folder, `data-${targets}-${Math.round(performance.now())}`);
    mkdirSync(dataFolder);
    const product = await startProduct({ dataFolder, programmeFile: city.programmes[targets] });
    // Let it come to rest: what it holds then is what it holds idle.
    await new Promise((resolve) => setTimeout(resolve, restMs));
    await measure(product);
    if (keep) return product;
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
    return null;
  };

  /** @param {Product} product @param {boolean} looks */
  const sendAll = async (product, looks = false) => {
    const used = product.cpuMs();
    const began = performance.now();
    const taken = [];
    for (const file of files)
      taken.push(await sendFile(product, file, { expected: rows / files.length, looks }));
    const ms = performance.now() - began;
    return { ms, cpuMs: product.cpuMs() - used, taken };
  };

  for (let round = 0; round < rounds; round += 1) {
    times.insert.push(await runBare('insert', '-'));
    times.limitFresh.push(await runBare('checked', '-'));
    await runProduct(
      'newest',
      async (product) => {
        const idle = product.memory();
        times.fresh.push((await sendAll(product)).ms);
        const after = product.memory();
        if (idle === null || after === null) return;
        memory.idleMb.push(idle.nowMb);
        memory.peakMb.push(after.peakMb);
      },
      false,
    );
    await runProduct(
      'all',
      async (product) => {
        await sendFile(product, earlier);
        // Watching costs a little itself, so the runs that are compared go unwatched.
        const watch = watchLoop(product.url);
        times.allYears.push((await sendAll(product)).ms);
        waits.push(await watch());
      },
      false,
    );
    await runProduct(
      'newest',
      async (product) => {
        await sendFile(product, earlier, { looks: true });
        const { ms, cpuMs } = await sendAll(product, true);
        times.looked.push(ms);
        cpu.looked.push(cpuMs);
      },
      false,
    );
    times.limitRunning.push(await runBare('checked', city.earlier));
    full = await runProduct(
      'newest',
      async (product) => {
        await sendFile(product, earlier);
        const { ms, cpuMs, taken } = await sendAll(product);
        times.running.push(ms);
        cpu.ours.push(cpuMs);
        for (const step of /** @type {const} */ (['upload', 'preview', 'commit']))
          for (const file of taken) steps[step].push(file[step]);
      },
      round === rounds - 1,
    );
  }
  if (full === null) throw new Error('nothing was measured');
  return { rows, times, cpu, steps, memory, longestWaitMs: median(waits), full, city };
};

/** @typedef {Awaited<ReturnType<typeof startProduct>>} Product */

const readNamed = (/** @type {string} */ path) => ({ name: basename(path), bytes: readFileSync(path) });

/**
 * One file on its whole way, as the page sends it. Answers the milliseconds of each step.
 * @param {Product} product
 * @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file
 * @param {{ expected?: number, looks?: boolean }} options `expected`: rows that must have been stored; `looks`: at the effects
 */
const sendFile = async (product, { name, bytes }, { expected, looks = false } = {}) => {
  const marks = [performance.now()];
  const { submission } = await product.upload(name, bytes);
  marks.push(performance.now());
  const preview = await product.ask('submission.preview', { submission });
  marks.push(performance.now());
  const { ledgerPosition } = preview;
  if (looks) await product.ask('submission.effects', { submission });
  const said = { reason: '', explanation: '测速' };
  await product.change('submission.submit', { submission, ledgerPosition, ...said });
  if (looks) await product.review(submission);
  const receipt = await product.approve(submission, ledgerPosition);
  marks.push(performance.now());
  if (expected !== undefined && receipt.stored !== expected)
    throw new Error(`${name}: ${receipt.stored} rows stored`);
  const [start = 0, uploaded = 0, previewed = 0, committed = 0] = marks;
  return { upload: uploaded - start, preview: previewed - uploaded, commit: committed - previewed };
};

/** Asks for a sign of life without pause; answers the longest wait once told to stop. @param {string} url */
const watchLoop = (url) => {
  const told = new AbortController();
  let longest = 0;
  const done = (async () => {
    while (!told.signal.aborted) {
      const asked = performance.now();
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return longest;
  })();
  return () => {
    told.abort();
    return done;
  };
};
