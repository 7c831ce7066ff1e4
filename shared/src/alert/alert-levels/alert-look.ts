import {
  addDays,
  observationSpan,
  yearOf,
  yearSpan,
  type PeriodCode,
  type PlainDate,
  type YearStart,
} from '../../calendar';
import type { Assessment, Leg } from '../../evaluation';
import type { Indicator, IndicatorCode, UnitCode } from '../../programme';
import {
  areCounts,
  compareWithBenchmark,
  parseDecimal,
  percentRatio,
  type AlertStep,
  type Benchmark,
  type Counts,
  type Ratio,
} from '../../statistics';

/** What the rules without probabilities ask about, where there are no counts to judge. */
export interface FinishedStep {
  /** Short of the target: the year so far, or a register that is behind its pace. */
  readonly short: boolean;
  readonly asksAll: boolean;
  readonly final: boolean;
  readonly periodShort: boolean;
  readonly periodMissing: boolean;
  readonly chartConcern: boolean;
  /** Confidently below the reference; false without counts, which alone can be confident. */
  readonly belowBenchmark: boolean;
}

/** One look at an indicator and unit: everything its alert rests on, plain values. */
export interface AlertLook {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  /** The newest period, and the last day it speaks of. */
  readonly period: PeriodCode;
  readonly asOf: PlainDate;
  readonly facts:
    | {
        readonly kind: 'counts';
        readonly step: AlertStep;
        /** The year is over and short although its own number is reached: of the reference, or of the year before. */
        readonly closedShort: boolean;
      }
    | { readonly kind: 'finished'; readonly step: FinishedStep };
}

/** The assessments of one period, and what else is known. */
export interface LookQuestion {
  readonly indicator: Pick<Indicator, 'measure' | 'deadlineDays'>;
  readonly scope: 'whole' | 'part';
  /** The year so far, and the period alone. */
  readonly cumulative: Assessment;
  readonly newest: Assessment;
  /** The chart of single periods shows a decline at the newest one. */
  readonly chartConcern: boolean;
  readonly today: PlainDate;
  readonly yearStart: YearStart;
}

/** Reads the facts of statistics.md i from assessments. Null where no target is set: there is nothing to fall short of. */
export const alertLook = (question: LookQuestion): AlertLook | null => {
  const { cumulative, newest, yearStart, chartConcern } = question;
  if (cumulative.legs.length === 0) return null;
  const { indicator, unit, period } = cumulative;
  const { end: asOf } = observationSpan(period, 'cumulative', yearStart);
  const target = targetOf(cumulative);
  const counts = countsOf(cumulative);
  const final = isFinal(question, asOf);
  const belowBenchmark = counts !== null && isBelowBenchmark(counts, cumulative);
  const facts: AlertLook['facts'] =
    target !== null && (counts !== null || cumulative.figure === null)
      ? {
          kind: 'counts',
          step: {
            target,
            planned: cumulative.budget?.planned ?? null,
            planFirm: cumulative.budget?.firm ?? false,
            scope: question.scope,
            cumulative: counts ?? { x: 0, n: 0 },
            period: countsOf(newest),
            final,
            chartConcern,
            belowBenchmark,
          },
          closedShort: final && cumulative.verdict === 'short',
        }
      : { kind: 'finished', step: { ...finishedStep(question), final, chartConcern, belowBenchmark } };
  return { indicator, unit, year: yearOf(period, yearStart), period, asOf, facts };
};

/** Counts may be judged by chance only against a share; a register or list is no sample of anything. */
const targetOf = ({ legs }: Assessment): Ratio | null => {
  const leg = legs.find(({ comparator }) => comparator === 'value' || comparator === 'all');
  return leg?.against == null ? null : percentRatio(leg.against);
};

const countsOf = ({ figure }: Assessment): Counts | null =>
  figure?.kind === 'counts' ? { x: figure.passes, n: figure.total } : null;

/** The year is over, and its figures are in or were due. */
const isFinal = ({ cumulative, indicator, today, yearStart }: LookQuestion, asOf: PlainDate): boolean => {
  const { end } = yearSpan(yearOf(cumulative.period, yearStart), yearStart);
  if (asOf !== end || today <= end) return false;
  return cumulative.complete || today > addDays(end, Math.max(0, indicator.deadlineDays));
};

/**
 * Confidently below the reference, by the published rate or by Newcombe's interval (statistics.md b). A rate that
 * was rounded across ours proves nothing.
 */
const isBelowBenchmark = (ours: Counts, { legs, period }: Assessment): boolean => {
  const leg = legs.find(({ comparator }) => comparator === 'province');
  const benchmark = leg?.verdict === 'short' ? benchmarkOf(ours, leg, period) : null;
  if (benchmark === null) return false;
  const found = compareWithBenchmark(ours, benchmark);
  return found.status === 'short' && found.confidence === 'confidently-short' && !found.ambiguousRounding;
};

const benchmarkOf = (ours: Counts, { reference }: Leg, period: PeriodCode): Benchmark | null => {
  const figure = reference?.figure;
  if (figure?.kind === 'rate') {
    const rate = parseDecimal(figure.rate);
    return rate === null ? null : { kind: 'rate', rate };
  }
  if (figure?.kind !== 'counts' || figure.total === 0) return null;
  const { passes: x, total: n } = figure;
  // A province holds the city's own counts, as long as both speak of the same days and the rest is possible.
  const includesOurs = reference?.period === period && ours.n <= n && areCounts(x - ours.x, n - ours.n);
  return { kind: 'counts', x, n, includesOurs };
};

/** A register is short while it is behind its pace; a rate, score or rise when its verdict says so. */
const finishedStep = ({
  cumulative,
  newest,
  indicator,
}: LookQuestion): Pick<FinishedStep, 'short' | 'asksAll' | 'periodShort' | 'periodMissing'> => {
  const isRegister = indicator.measure === 'register-coverage' || indicator.measure === 'count';
  const short = isRegister
    ? cumulative.light === 'risk' || cumulative.light === 'miss'
    : cumulative.verdict === 'short';
  return {
    short,
    asksAll: cumulative.legs.some(({ comparator }) => comparator === 'all'),
    // A register tells a state: what the year so far says, the newest period says.
    periodShort: isRegister ? short : newest.verdict === 'short',
    periodMissing: newest.figure === null,
  };
};
