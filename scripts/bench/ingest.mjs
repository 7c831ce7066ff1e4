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
 * S1: 100,000 observations through the whole product, each round beside the same figures with nothing but
 * better-sqlite3. The last product is left running with its 100,000 figures, for those who measure pages on it.
 * @param {{ folder: string, rounds: number }} options
 */
export const measureIngest = async ({ folder, rounds }) => {
  const city = writeCity(join(folder, 'city'));
  const files = city.files.map(({ path }) => ({ name: basename(path), path, bytes: readFileSync(path) }));
  const paths = files.map(({ path }) => path);
  /** @type {Record<'insert' | 'checked' | 'newest' | 'all', number[]>} */
  const times = { insert: [], checked: [], newest: [], all: [] };
  /** @type {Record<string, number[]>} */
  const steps = { upload: [], preview: [], commit: [] };
  /** @type {{ idleMb: number[], peakMb: number[] }} */
  const memory = { idleMb: [], peakMb: [] };
  /** @type {number[]} */
  const waits = [];
  /** @type {Awaited<ReturnType<typeof startProduct>> | null} */
  let full = null;

  for (let round = 0; round < rounds; round += 1) {
    for (const kind of /** @type {const} */ (['insert', 'checked'])) {
      const database = join(folder, `${kind}-${round}.sqlite`);
      const answer = await runJson([bare, kind, database, city.programmes.newest, city.unitsFile, ...paths]);
      if (answer.rows !== rows) throw new Error(`${kind} stored ${answer.rows} rows`);
      times[kind].push(answer.ms);
      for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    }
    for (const targets of /** @type {const} */ (['all', 'newest'])) {
      const dataFolder = join(folder, `data-${targets}-${round}`);
      mkdirSync(dataFolder);
      const product = await startProduct({ dataFolder, programmeFile: city.programmes[targets] });
      // Let it come to rest: this is what it holds idle.
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const idle = product.memory();
      const watch = watchLoop(product.url);
      const began = performance.now();
      for (const { name, bytes } of files) {
        const taken = await sendFile(product, name, bytes);
        for (const [step, ms] of Object.entries(taken)) if (targets === 'newest') steps[step]?.push(ms);
      }
      times[targets].push(performance.now() - began);
      waits.push(await watch());
      const after = product.memory();
      if (targets === 'newest' && idle !== null && after !== null) {
        memory.idleMb.push(idle.nowMb);
        memory.peakMb.push(after.peakMb);
      }
      if (targets === 'newest' && round === rounds - 1) full = product;
      else {
        await product.stop();
        rmSync(dataFolder, { recursive: true, force: true });
      }
    }
  }
  if (full === null) throw new Error('nothing was measured');
  return { rows, times, steps, memory, longestWaitMs: median(waits), full, city };
};

/**
 * One file on its whole way, as the page sends it. Answers the milliseconds of each step.
 * @param {Awaited<ReturnType<typeof startProduct>>} product
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
const sendFile = async (product, name, bytes) => {
  const marks = [performance.now()];
  const { submission } = await product.upload(name, bytes);
  marks.push(performance.now());
  const preview = await product.ask('submission.preview', { submission });
  marks.push(performance.now());
  const { ledgerPosition } = preview;
  const receipt = await product.change('submission.commit', { submission, ledgerPosition, reason: '' });
  marks.push(performance.now());
  if (receipt.stored !== rows / shape.files) throw new Error(`${name}: ${receipt.stored} rows stored`);
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
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return longest;
  })();
  return () => {
    told.abort();
    return done;
  };
};
