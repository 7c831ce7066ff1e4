import { drawFailures, madeFigure, madeProgramme, onlyIndicator, quarters } from './made-city.mjs';

/** Rows of the table in statistics.md i, with what it says in percent. */
const rows = [
  {
    truth: 0.987,
    planned: 4000,
    scope: 'whole',
    table: { short: 12, naive: 67, yellow: 19, orange: 3.5, inTime: 85 },
  },
  {
    truth: 0.99,
    planned: 4000,
    scope: 'whole',
    table: { short: 0.2, naive: 18, yellow: 3.7, orange: 0.3, inTime: null },
  },
  {
    truth: 0.987,
    planned: 400,
    scope: 'part',
    table: { short: 26, naive: 85, yellow: 17, orange: 4.3, inTime: 87 },
  },
  {
    truth: 0.99,
    planned: 80,
    scope: 'part',
    table: { short: 20, naive: 55, yellow: 0, orange: 0, inTime: 61 },
  },
  {
    truth: 0.98,
    planned: 4000,
    scope: 'whole',
    table: { short: 98.5, naive: 100, yellow: 0.8, orange: 0.3, inTime: 99 },
  },
];

/**
 * The alerts of many years, through assessments, looks and memory as the product runs them. "False": an alarm before
 * the year's end in a year that ended met, as a share of all years. Naive: a quarter below target.
 * @param {import('./build-product.mjs').Product} product
 * @param {number} rounds years for each row
 * @param {{ charted: boolean }} options charted: twelve quarters of history feed the control chart (Y3)
 */
export function alertNoise(product, rounds, { charted }) {
  return rows.map((row, at) => ({
    ...row,
    charted,
    ...noiseOf(product, rounds, { ...row, charted, seed: 20 + at }),
  }));
}

/**
 * @param {import('./build-product.mjs').Product} product
 * @param {number} rounds
 * @param {{ truth: number, planned: number, scope: string, charted: boolean, seed: number }} row
 */
function noiseOf(product, rounds, { truth, planned, scope, charted, seed }) {
  const { uniform } = product.seededDraws(seed);
  const share = planned / 4;
  const isPart = scope === 'part';
  const unit = isPart ? 'part-1' : 'city';
  const plans = [{ unit, planned, firm: true }];
  const index = madeProgramme(product, { parts: isPart ? 1 : 0, target: '98.5', plans });
  const indicator = onlyIndicator(index);
  const drawn = (/** @type {string} */ period) =>
    madeFigure({ unit, period, passes: share - drawFailures(uniform, share, 1 - truth), total: share });
  const sum = { short: 0, naive: 0, yellow: 0, orange: 0, inTime: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const past = charted ? pastQuarters.map(drawn) : [];
    const figures = quarters.map(({ period }) => drawn(period));
    const looks = looksOf(product, { index, indicator, figures, past, isPart });
    const levels = looks.map(({ level }) => level);
    const isShort = looks.at(-1)?.cumulative === 'short';
    const early = levels.slice(0, 3);
    const isYellow = early.some((level) => level === 'yellow' || level === 'orange' || level === 'red');
    const isOrange = early.some((level) => level === 'orange' || level === 'red');
    if (looks.some(({ newest }) => newest === 'short')) sum.naive += 1;
    if (isShort) sum.short += 1;
    if (isShort && isYellow) sum.inTime += 1;
    if (!isShort && isYellow) sum.yellow += 1;
    if (!isShort && isOrange) sum.orange += 1;
  }
  return {
    short: sum.short / rounds,
    naive: sum.naive / rounds,
    yellow: sum.yellow / rounds,
    orange: sum.orange / rounds,
    // A handful of years says nothing.
    inTime: sum.short < 100 ? null : sum.inTime / sum.short,
    years: rounds,
    shortYears: sum.short,
  };
}

const pastQuarters = [2022, 2023, 2024].flatMap((year) =>
  [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
);

/**
 * What is said after each quarter of a year: the level, and the verdicts on the quarter and on the year so far.
 * @param {import('./build-product.mjs').Product} product
 * @param {{ index: any, indicator: any, figures: any[], past: any[], isPart: boolean }} year
 */
function looksOf(product, { index, indicator, figures, past, isPart }) {
  /** @type {ReturnType<typeof product.alertReading>['memory'] | null} */
  let memory = null;
  const at = isPart ? 1 : 0;
  return quarters.map(({ period, today }, quarter) => {
    const known = figures.slice(0, quarter + 1);
    const context = { index, ledger: product.ledgerOf(known, '01-01'), today };
    const newest = product.assessSheet(context, indicator, period, 'single')[at];
    const cumulative = product.assessSheet(context, indicator, period, 'cumulative')[at];
    if (newest === undefined || cumulative === undefined) throw new Error(`${period} was not judged`);
    const chart =
      past.length === 0
        ? null
        : product.controlReading([...past, ...known], {
            target: { num: 985, den: 1000 },
            improvement: 'increase',
          });
    const scope = isPart ? 'part' : 'whole';
    const look = product.alertLook({
      indicator,
      scope,
      cumulative,
      newest,
      chartConcern: chart?.variation === 'concern' && chart.last?.period === period,
      today,
      yearStart: '01-01',
    });
    if (look === null) throw new Error(`${period} has no target`);
    const reading = product.alertReading(look, memory);
    memory = reading.memory;
    return { level: reading.level, newest: newest.verdict, cumulative: cumulative.verdict };
  });
}

/** @param {ReturnType<typeof alertNoise>} found @returns {import('../bench/table.mjs').Line[]} */
export const alertNoiseLines = (found) =>
  found.map(({ truth, planned, scope, charted, table, years, shortYears, ...shares }) => {
    const { short, naive, yellow, orange, inTime } = shares;
    const holds = [
      agrees(short, table.short, years),
      agrees(naive, table.naive, years),
      agrees(yellow, table.yellow, years),
      agrees(orange, table.orange, years),
      inTime === null || table.inTime === null || agrees(inTime, table.inTime, shortYears),
    ].every(Boolean);
    const told = [short, naive, yellow, orange, inTime].map((one) =>
      one === null ? '–' : (100 * one).toFixed(1),
    );
    const asked = [table.short, table.naive, table.yellow, table.orange, table.inTime ?? '–'];
    return {
      id: charted ? 'c+' : 'c',
      what: `${(100 * truth).toFixed(1)} %, plan ${planned}${scope === 'part' ? ' (county)' : ''}: short, naive, false yellow+, false orange+, in time %`,
      ours: told.join(' / '),
      beside: `naive rule ${Math.round(100 * naive)} %`,
      ratio: '',
      goal: charted ? '' : asked.join(' / '),
      holds: charted ? null : holds,
    };
  });

/**
 * Whether two simulations agree: within three and a half standard errors of their difference (the table is itself
 * 4000 years), and half a unit of its last printed digit.
 * @param {number} found
 * @param {number} table in percent
 * @param {number} years
 */
function agrees(found, table, years) {
  const p = Math.min(0.995, Math.max(0.005, table / 100));
  const theirs = Math.max(1, (4000 * years) / Math.max(years, 4000));
  const error = Math.sqrt(p * (1 - p) * (1 / years + 1 / theirs));
  return Math.abs(found - table / 100) <= 3.5 * error + 0.005;
}
