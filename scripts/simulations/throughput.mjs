import { drawFailures, madeFigure, madeProgramme } from './made-city.mjs';

/** The reference size of design/speed.md. */
const reference = { cities: 20, units: 200, indicators: 300 };

/**
 * Assessments per second: every city, unit and indicator of the reference size, one period so far, each sheet judged
 * as the product judges it (Holm over 200 units, budget and outlook of the city). Making figures is not counted;
 * arranging them as a ledger is told apart.
 * @param {import('./build-product.mjs').Product} product
 * @param {{ cities?: number }} [size]
 */
export function throughput(product, { cities = reference.cities } = {}) {
  const { uniform } = product.seededDraws(14);
  const { units, indicators } = reference;
  const plans = [{ unit: 'city', planned: units * 250, firm: false }];
  const index = madeProgramme(product, { parts: units, target: '98', plans, indicators });
  let assessments = 0;
  let judgingMs = 0;
  let ledgerMs = 0;
  const lights = { met: 0, risk: 0, miss: 0, none: 0 };
  for (let city = 0; city < cities; city += 1) {
    const figures = index.programme.indicators.flatMap(({ code }) => {
      const truth = 0.965 + 0.03 * uniform();
      return index.parts.map(({ code: unit }) => {
        const total = 20 + Math.floor(380 * uniform());
        const passes = total - drawFailures(uniform, total, 1 - truth);
        return madeFigure({ indicator: code, unit, period: '2025-Q3', basis: 'cumulative', passes, total });
      });
    });
    const began = performance.now();
    const ledger = product.ledgerOf(figures, '01-01');
    ledgerMs += performance.now() - began;
    const context = { index, ledger, today: '2025-10-16' };
    const judging = performance.now();
    for (const indicator of index.programme.indicators) {
      const sheet = product.assessSheet(context, indicator, '2025-Q3', 'cumulative');
      assessments += sheet.length;
      for (const { light } of sheet) lights[light] += 1;
    }
    judgingMs += performance.now() - judging;
  }
  return {
    assessments,
    seconds: judgingMs / 1000,
    perSecond: assessments / (judgingMs / 1000),
    microseconds: (1000 * judgingMs) / assessments,
    ledgerSeconds: ledgerMs / 1000,
    lights,
  };
}

/** @param {ReturnType<typeof throughput>} found @returns {import('../bench/table.mjs').Line[]} */
export const throughputLines = ({ assessments, seconds, perSecond, microseconds, ledgerSeconds }) => [
  {
    id: 'S7',
    what: `${assessments.toLocaleString('en')} assessments on one core in ${seconds.toFixed(1)} s`,
    ours: `${Math.round(perSecond).toLocaleString('en')}/s, ${microseconds.toFixed(2)} µs each`,
    beside: `ledger ${ledgerSeconds.toFixed(1)} s more`,
    ratio: '',
    goal: '≥ 100,000/s',
    holds: perSecond >= 100_000,
  },
];
