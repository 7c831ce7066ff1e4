import type { Basis, PeriodCode, PlainDate, YearStart } from '../calendar';
import { ledgerOf, type Figure, type Observation } from '../observation';
import {
  programmeIndex,
  type Comparator,
  type Indicator,
  type Plan,
  type ProgrammeIndex,
  type ReportingUnit,
} from '../programme';
import { assessSheet } from './assess-sheet';
import type { EvaluationContext } from './context';
import type { Assessment } from './types';

/*
 * Small makers for tests: a city of three counties and a zone inside one of them, beside a province. Each test
 * states only what matters to it.
 */

const text = (zh: string) => ({ zh, en: zh });

const aUnit = (code: string, more: Partial<ReportingUnit> = {}): ReportingUnit => ({
  code,
  name: text(code),
  shortName: text(code),
  aliases: [],
  kind: 'part',
  parent: 'city',
  within: null,
  tile: null,
  ...more,
});

/** city = east + west + south; `harbour` lies within east; `province` is compared with. */
export const someUnits: readonly ReportingUnit[] = [
  aUnit('city', { kind: 'whole', parent: null }),
  aUnit('east'),
  aUnit('west'),
  aUnit('south'),
  aUnit('harbour', { within: 'east' }),
  aUnit('province', { kind: 'reference', parent: null }),
];

/** A sampled, pooled, quarterly pass rate unless said otherwise. */
export const anIndicator = (more: Partial<Indicator> = {}): Indicator => ({
  code: 'rate',
  name: { zh: '食品抽检合格率', en: 'Food pass rate' },
  shortName: text('食品'),
  breakable: '食品抽检|合格率',
  aliases: [],
  measure: 'sampled-proportion',
  combination: 'pooled',
  scheme: null,
  frequency: 'quarter',
  sampleUnit: { zh: '批', en: 'batches' },
  failureWord: { zh: '不合格', en: 'failing' },
  definition: text('合格批次数 ÷ 抽检总批次数'),
  caution: null,
  departments: { lead: 'bureau', others: [] },
  deadlineDays: 10,
  scale: { low: 80, high: 100 },
  reportedBy: 'lower-units',
  ...more,
});

/** What a test says of its programme. */
export interface ProgrammeParts {
  readonly indicator?: Partial<Indicator>;
  /** Default: at least 98.5. */
  readonly comparators?: readonly Comparator[];
  /** Planned samples by unit, for 2025. */
  readonly plans?: readonly Pick<Plan, 'unit' | 'planned' | 'firm'>[];
  readonly units?: readonly ReportingUnit[];
  readonly yearStart?: YearStart;
}

/** At least so many percent. */
export const atLeast = (threshold: string): Comparator => ({ kind: 'at-least', threshold });

/** Not below the province. */
export const notBelowProvince: Comparator = { kind: 'not-below', reference: 'province' };

/** A programme of one indicator whose target is judged from 2025 on. */
export const aProgramme = (parts: ProgrammeParts = {}): ProgrammeIndex => {
  const indicator = anIndicator(parts.indicator);
  const clause = { ref: '一', quote: '' };
  return programmeIndex(
    {
      code: 'test',
      name: text('test'),
      title: text('test'),
      policy: { title: text('p'), issuer: text('p'), issuedOn: '2023-09-26', status: 'issued' },
      units: 'test',
      yearStart: parts.yearStart ?? '01-01',
      departments: [{ code: 'bureau', name: text('bureau') }],
      indicators: [indicator],
      targets: [
        {
          indicator: indicator.code,
          due: '2025',
          from: '2025',
          comparators: parts.comparators ?? [atLeast('98.5')],
          strength: 'required',
          clause,
        },
      ],
      milestones: [],
      plans: (parts.plans ?? []).map((plan) => ({ ...plan, indicator: indicator.code, year: 2025 })),
    },
    { code: 'test', name: text('test'), units: parts.units ?? someUnits, excluded: [] },
  );
};

/** So many passes of so many. */
export const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });

/** A rate without counts, as published. */
export const rate = (percent: string): Figure => ({ kind: 'rate', rate: percent });

/** A survey score. */
export const score = (points: string): Figure => ({ kind: 'score', score: points });

/** One observation of the one indicator. */
export const observed = (
  unit: string,
  period: PeriodCode,
  figure: Figure | null,
  basis: Basis = 'single',
): Observation => ({ indicator: 'rate', unit, period, basis, figure, source: '', note: '' });

/** A programme with what was observed; the day is in the running year 2025. */
export const aContext = (
  observations: readonly Observation[],
  parts: ProgrammeParts = {},
  today: PlainDate = '2025-10-16',
): EvaluationContext => {
  const index = aProgramme(parts);
  return { index, ledger: ledgerOf(observations, index.programme.yearStart), today };
};

/** The assessment of one unit of the one indicator. */
export const judged = (
  context: EvaluationContext,
  unit: string,
  period: PeriodCode,
  basis: Basis = 'single',
): Assessment => {
  const [indicator] = context.index.programme.indicators;
  if (indicator === undefined) throw new Error('the programme has no indicator');
  const found = assessSheet(context, indicator, period, basis).find((one) => one.unit === unit);
  if (found === undefined) throw new Error(`${unit} was not judged`);
  return found;
};
