import { drawFailures, madeFigure, madeProgramme, onlyIndicator, quarters } from './made-city.mjs';

const share = 310;
const planned = 4 * share;
const truth = 0.95;
/** By enumeration the product's lights give exactly 12.36, 6.64 and 4.12 % (plain: 31.40, 23.59, 15.66 %). */
const bars = [0.13, 0.07, 0.04];

/**
 * How often a green or red light of a city is contradicted by the year's end: target 94.8 %, 310 batches a quarter,
 * true rate 95.0 %. Plain lights are green when the cumulative verdict is met, else red (statistics.md k).
 * @param {import('./build-product.mjs').Product} product
 * @param {number} rounds years
 */
export function contradictedLights(product, rounds) {
  const { uniform } = product.seededDraws(12);
  const plans = [{ unit: 'city', planned, firm: false }];
  const index = madeProgramme(product, { parts: 0, target: '94.8', plans });
  const indicator = onlyIndicator(index);
  const looks = quarters.slice(0, 3).map(() => ({ ours: 0, plain: 0, green: 0, red: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    const figures = quarters.map(({ period }) =>
      madeFigure({
        unit: 'city',
        period,
        passes: share - drawFailures(uniform, share, 1 - truth),
        total: share,
      }),
    );
    const ledger = product.ledgerOf(figures, '01-01');
    const found = quarters.map(({ period, today }, at) => {
      // Each quarter knows only what had been reported by then.
      const known = at === 3 ? ledger : product.ledgerOf(figures.slice(0, at + 1), '01-01');
      return product.assessSheet({ index, ledger: known, today }, indicator, period, 'cumulative')[0];
    });
    const ended = found[3]?.verdict;
    looks.forEach((look, at) => {
      const { light, verdict } = found[at] ?? {};
      if (light === 'met') look.green += 1;
      if (light === 'miss') look.red += 1;
      if ((light === 'met' && ended === 'short') || (light === 'miss' && ended === 'met')) look.ours += 1;
      if (verdict !== ended) look.plain += 1;
    });
  }
  return looks.map((look, at) => ({
    period: quarters[at]?.period ?? '',
    ours: look.ours / rounds,
    plain: look.plain / rounds,
    green: look.green / rounds,
    red: look.red / rounds,
  }));
}

/** @param {ReturnType<typeof contradictedLights>} rows @returns {import('../bench/table.mjs').Line[]} */
export const contradictedLines = (rows) =>
  rows.map(({ period, ours, plain, green, red }, at) => ({
    id: 'b',
    what: `${period.slice(5)}: green or red contradicted by the year's end (green ${percent(green)}, red ${percent(red)})`,
    ours: percent(ours),
    beside: `plain lights ${percent(plain)}`,
    ratio: '',
    goal: `≤ ${Math.round(100 * (bars[at] ?? 0))} %`,
    // The bars are whole percents, and so is what is held against them.
    holds: Math.round(100 * ours) <= Math.round(100 * (bars[at] ?? 0)),
  }));

const percent = (/** @type {number} */ value) => `${(100 * value).toFixed(1)} %`;
