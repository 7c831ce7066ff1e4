import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { aWorkbook } from './a-workbook.mjs';
import { writeCity } from './generated-city.mjs';
import { startProduct } from './product.mjs';
import { root, runJson } from './served.mjs';

const rows = 10_000;
const bare = join(root, 'scripts/bench/bare-workbook.mjs');

/** @typedef {'upload' | 'check' | 'effects' | 'submit' | 'review' | 'approve' | 'publish' | 'seen'} Step */

/**
 * S5: a workbook of 10,000 rows from its upload until a leader's overview shows it: read, checked, its effects looked
 * at, handed in, looked at by a second person, approved, published. Beside it a bare reader that inserts the same
 * rows. Both have stored an earlier file, as a server that is up has. Processor time tells more than the clock where
 * other programs run.
 * @param {{ folder: string, rounds: number }} options
 */
export const measureWorkbook = async ({ folder, rounds }) => {
  const city = writeCity(join(folder, 'city-of-the-workbook'));
  const earlier = writeWorkbook(join(folder, 'earlier.xlsx'), [city.earlier], () => true);
  // The newest two quarters of everything, and one more of the first half of the counties.
  const file = writeWorkbook(join(folder, 'figures.xlsx'), city.files, (unit, period) =>
    period === '2025-Q1' ? unit <= '99100' : period > '2025-Q1',
  );
  /** @type {Record<'ours' | 'oursCpu' | 'limit' | 'limitCpu', number[]>} */
  const times = { ours: [], oursCpu: [], limit: [], limitCpu: [] };
  /** @type {Record<Step, number[]>} */
  const steps = {
    upload: [],
    check: [],
    effects: [],
    submit: [],
    review: [],
    approve: [],
    publish: [],
    seen: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    const database = join(folder, 'bare-workbook.sqlite');
    const limit = await runJson([bare, database, earlier, file]);
    if (limit.rows !== rows) throw new Error(`the bare reader stored ${limit.rows} rows`);
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    times.limit.push(limit.ms);
    times.limitCpu.push(limit.cpuMs);

    const dataFolder = join(folder, `data-workbook-${round}`);
    mkdirSync(dataFolder);
    const product = await startProduct({ dataFolder, programmeFile: city.programmes.newest });
    await wholeWay(product, earlier);
    const used = product.cpuMs();
    const taken = await wholeWay(product, file, rows);
    times.ours.push(Object.values(taken).reduce((sum, ms) => sum + ms, 0));
    times.oursCpu.push(product.cpuMs() - used);
    for (const [step, ms] of Object.entries(taken)) steps[/** @type {Step} */ (step)].push(ms);
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return { rows, times, steps };
};

/**
 * Rows of the city's files as a workbook in the columns of the template.
 * @param {string} path
 * @param {readonly string[]} files
 * @param {(unit: string, period: string) => boolean} isWanted
 */
const writeWorkbook = (path, files, isWanted) => {
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(1));
  const kept = lines.flatMap((line) => {
    const [indicator = '', unit = '', period = '', , passes, total] = line.split(',');
    return isWanted(unit, period) ? [[indicator, unit, period, 'single', Number(passes), Number(total)]] : [];
  });
  writeFileSync(path, aWorkbook([['indicator', 'unit', 'period', 'basis', 'passes', 'total'], ...kept]));
  return path;
};

/**
 * Every step that people take, in milliseconds.
 * @param {Awaited<ReturnType<typeof startProduct>>} product
 * @param {string} path
 * @param {number} [expected] rows that must have been stored
 * @returns {Promise<Record<Step, number>>}
 */
const wholeWay = async (product, path, expected) => {
  const bytes = readFileSync(path);
  const { ask, change, review, approve, publish, upload } = product;
  let at = performance.now();
  const lap = () => {
    const since = at;
    at = performance.now();
    return at - since;
  };
  const { submission } = await upload(basename(path), bytes);
  const uploaded = lap();
  const { ledgerPosition } = await ask('submission.preview', { submission });
  const checked = lap();
  await ask('submission.effects', { submission });
  const effects = lap();
  await change('submission.submit', { submission, ledgerPosition, reason: '', explanation: '测速' });
  const submitted = lap();
  await review(submission);
  const reviewed = lap();
  const receipt = await approve(submission, ledgerPosition);
  const approved = lap();
  if (expected !== undefined && receipt.stored !== expected)
    throw new Error(`${path}: ${receipt.stored} rows stored`);
  await publish(receipt.ledgerPosition);
  const published = lap();
  const overview = await product.askAsLeader('evaluation.overview', { basis: 'cumulative' });
  if (overview === null) throw new Error('the leader sees nothing');
  const seen = lap();
  return {
    upload: uploaded,
    check: checked,
    effects,
    submit: submitted,
    review: reviewed,
    approve: approved,
    publish: published,
    seen,
  };
};
