import { drawFailures, madeFigure, madeProgramme, onlyIndicator, quarters } from './made-city.mjs';

/** True rates lie evenly around the target, a year's standard error and a half to either side. */
const cities = [
  { target: '94.8', planned: 1240 },
  { target: '98.5', planned: 4000 },
  { target: '98.5', planned: 400 },
  { target: '90', planned: 640 },
];

const edges = [0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.0000001];

/**
 * Whether what the outlook says comes true as often as it says, statement by statement at the end of three quarters,
 * beside a forecast that takes the rate so far for the truth (plain binomial).
 * @param {import('./build-product.mjs').Product} product
 * @param {number} rounds years for each city
 */
export function outlookCalibration(product, rounds) {
  const { uniform } = product.seededDraws(13);
  const bins = edges.slice(1).map((to, at) => ({
    from: edges[at] ?? 0,
    to,
    ours: { said: 0, came: 0, sum: 0 },
    naive: { said: 0, came: 0, sum: 0 },
  }));
  for (const { target, planned } of cities) {
    const asked = Number(target) / 100;
    const reach = 1.5 * Math.sqrt((asked * (1 - asked)) / planned);
    const share = planned / 4;
    const allowed = Math.floor(planned * (1 - asked) + 1e-9);
    const plans = [{ unit: 'city', planned, firm: false }];
    const index = madeProgramme(product, { parts: 0, target, plans });
    const indicator = onlyIndicator(index);
    for (let round = 0; round < rounds; round += 1) {
      const truth = asked + reach * (2 * uniform() - 1);
      const figures = quarters.map(({ period }) =>
        madeFigure({
          unit: 'city',
          period,
          passes: share - drawFailures(uniform, share, 1 - truth),
          total: share,
        }),
      );
      const failures = figures.reduce((sum, { figure }) => sum + figure.total - figure.passes, 0);
      for (const [at, { period, today }] of quarters.slice(0, 3).entries()) {
        const known = figures.slice(0, at + 1);
        const context = { index, ledger: product.ledgerOf(known, '01-01'), today };
        const [city] = product.assessSheet(context, indicator, period, 'cumulative');
        if (city?.outlook == null || city.figure?.kind !== 'counts')
          throw new Error('a city without outlook');
        const { passes, total } = city.figure;
        const spare = allowed - (total - passes);
        const naive = product.binomCdf(spare, planned - total, product.chance(1 - passes / total));
        count(bins, 'ours', city.outlook.probability, failures <= allowed);
        count(bins, 'naive', naive, failures <= allowed);
      }
    }
  }
  return bins.map(({ from, to, ours, naive }) => ({ from, to, ours: shareOf(ours), naive: shareOf(naive) }));
}

/**
 * @param {{ from: number, to: number, ours: Tally, naive: Tally }[]} bins
 * @param {'ours' | 'naive'} who
 * @param {number} probability
 * @param {boolean} came
 */
function count(bins, who, probability, came) {
  const bin = bins.find(({ from, to }) => probability >= from && probability < to);
  if (bin === undefined) throw new Error(`no bin for ${probability}`);
  bin[who].said += 1;
  bin[who].sum += probability;
  if (came) bin[who].came += 1;
}

/** @typedef {{ said: number, came: number, sum: number }} Tally */

/** @param {Tally} tally */
const shareOf = ({ said, came, sum }) => ({
  said,
  mean: said === 0 ? null : sum / said,
  came: said === 0 ? null : came / said,
});

/** @param {ReturnType<typeof outlookCalibration>} bins @returns {import('../bench/table.mjs').Line[]} */
export const calibrationLines = (bins) =>
  bins.map(({ from, to, ours, naive }) => {
    const isAsked = from === 0.75;
    return {
      id: 'd',
      what: `outlook said ${Math.round(100 * from)}–${Math.round(100 * to)} % (${ours.said.toLocaleString('en')} times, ${percent(ours.mean)} on average): came true`,
      ours: percent(ours.came),
      beside: `plain binomial ${percent(naive.came)}`,
      ratio: '',
      goal: isAsked ? '75–85 %' : '',
      holds: isAsked ? ours.came !== null && ours.came >= 0.75 && ours.came <= 0.85 : null,
    };
  });

const percent = (/** @type {number | null} */ value) =>
  value === null ? '–' : `${(100 * value).toFixed(1)} %`;
