/** @typedef {import('./build-product.mjs').Product} Product */
/** @typedef {import('../../shared/src/observation/index.ts').Observation & { figure: { kind: 'counts', passes: number, total: number } }} MadeFigure */
/** @typedef {{ unit: string, planned: number, firm: boolean }} MadePlan */

const words = (/** @type {string} */ text) => ({ zh: text, en: text });

/** @param {string} code @param {'whole' | 'part'} kind @returns {import('../../shared/src/programme/index.ts').ReportingUnit} */
const unitOf = (code, kind) => ({
  code,
  name: words(code),
  shortName: words(code),
  aliases: [],
  kind,
  parent: kind === 'whole' ? null : 'city',
  within: null,
  tile: null,
});

/** @param {string} code @returns {import('../../shared/src/programme/index.ts').Indicator} */
const indicatorOf = (code) => ({
  code,
  name: words(code),
  shortName: words(code),
  breakable: code,
  aliases: [],
  measure: 'sampled-proportion',
  combination: 'pooled',
  scheme: null,
  frequency: 'quarter',
  sampleUnit: words('batches'),
  failureWord: words('failing'),
  definition: words(code),
  caution: null,
  departments: { lead: 'bureau', others: [] },
  deadlineDays: 10,
  scale: { low: 80, high: 100 },
  reportedBy: 'lower-units',
});

/**
 * The programme of a made-up city: sampled pass rates with one target each, judged in 2025.
 * @param {Product} product
 * @param {{ parts: number, target: string, plans?: readonly MadePlan[], indicators?: number }} shape
 */
export function madeProgramme(product, { parts, target, plans = [], indicators = 1 }) {
  const codes = Array.from({ length: indicators }, (_, at) => `rate-${at + 1}`);
  const clause = { ref: '', quote: '' };
  return product.programmeIndex(
    {
      code: 'made',
      name: words('made'),
      title: words('made'),
      policy: { title: words('made'), issuer: words('made'), issuedOn: '2023-09-26', status: 'issued' },
      units: 'made',
      yearStart: '01-01',
      departments: [{ code: 'bureau', name: words('bureau') }],
      indicators: codes.map(indicatorOf),
      targets: codes.map((indicator) => ({
        indicator,
        due: '2025',
        from: '2025',
        comparators: [{ kind: 'at-least', threshold: target }],
        strength: 'required',
        clause,
      })),
      milestones: [],
      plans: codes.flatMap((indicator) => plans.map((plan) => ({ ...plan, indicator, year: 2025 }))),
    },
    {
      code: 'made',
      name: words('made'),
      units: [
        unitOf('city', 'whole'),
        ...Array.from({ length: parts }, (_, at) => unitOf(`part-${at + 1}`, 'part')),
      ],
      excluded: [],
    },
  );
}

/**
 * Counts of one unit in one period.
 * @param {{ indicator?: string, unit: string, period: string, basis?: 'single' | 'cumulative', passes: number, total: number }} given
 * @returns {MadeFigure}
 */
export const madeFigure = ({ indicator = 'rate-1', unit, period, basis = 'single', passes, total }) => ({
  indicator,
  unit,
  period,
  basis,
  figure: { kind: 'counts', passes, total },
  source: '',
  note: '',
});

/**
 * Failures among so many samples, by jumping from failure to failure: quick where failures are rare.
 * @param {() => number} uniform
 * @param {number} total
 * @param {number} chanceOfFailure
 */
export function drawFailures(uniform, total, chanceOfFailure) {
  if (chanceOfFailure <= 0) return 0;
  const scale = Math.log1p(-chanceOfFailure);
  let failures = 0;
  for (let at = 0; ; failures += 1) {
    at += Math.floor(Math.log(1 - uniform()) / scale) + 1;
    if (at > total) return failures;
  }
}

/** The quarters of 2025 with the day on which each is over. */
export const quarters = [
  { period: '2025-Q1', today: '2025-04-16' },
  { period: '2025-Q2', today: '2025-07-16' },
  { period: '2025-Q3', today: '2025-10-16' },
  { period: '2025-Q4', today: '2026-01-16' },
];

/**
 * The one indicator of a small made-up city.
 * @param {ReturnType<typeof madeProgramme>} index
 */
export function onlyIndicator(index) {
  const [indicator] = index.programme.indicators;
  if (indicator === undefined) throw new Error('the programme has no indicator');
  return indicator;
}
