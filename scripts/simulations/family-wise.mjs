import { drawFailures, madeFigure, madeProgramme, onlyIndicator } from './made-city.mjs';

const units = 6;
const target = 0.985;

/**
 * How often at least one of six units shows a red cell in a quarter though all of them stand exactly at the target,
 * beside plain red and green and beside "Wilson 95 % below target" (statistics.md k).
 * @param {import('./build-product.mjs').Product} product
 * @param {number} rounds quarters for each size
 */
export function falseReds(product, rounds) {
  const { uniform } = product.seededDraws(11);
  const index = madeProgramme(product, { parts: units, target: '98.5' });
  const indicator = onlyIndicator(index);
  return [50, 100, 200, 400].map((total) => {
    const fired = { ours: 0, plain: 0, wilson: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const figures = Array.from({ length: units }, (_, at) =>
        madeFigure({
          unit: `part-${at + 1}`,
          period: '2025-Q1',
          passes: total - drawFailures(uniform, total, 1 - target),
          total,
        }),
      );
      const context = { index, ledger: product.ledgerOf(figures, '01-01'), today: '2025-04-16' };
      const [, ...parts] = product.assessSheet(context, indicator, '2025-Q1', 'single');
      if (parts.some(({ light }) => light === 'miss')) fired.ours += 1;
      if (parts.some(({ verdict }) => verdict === 'short')) fired.plain += 1;
      if (parts.some(({ interval95 }) => interval95 !== null && interval95.upper < target)) fired.wilson += 1;
    }
    return { total, ours: fired.ours / rounds, plain: fired.plain / rounds, wilson: fired.wilson / rounds };
  });
}

/** @param {ReturnType<typeof falseReds>} rows @returns {import('../bench/table.mjs').Line[]} */
export const falseRedLines = (rows) =>
  rows.map(({ total, ours, plain, wilson }) => ({
    id: 'a',
    what: `a red cell among six units at 98.5 %, ${total} samples each`,
    ours: percent(ours),
    beside: `red/green ${percent(plain)}, Wilson 95 % ${percent(wilson)}`,
    ratio: '',
    goal: '≤ 5 %',
    holds: ours <= 0.05,
  }));

const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
