import { periodContaining } from '@zhibiao/shared/calendar';
import {
  controlReading,
  ownKind,
  singleSeries,
  trendReading,
  type Assessment,
  type ControlPoint,
  type ControlReading,
  type EvaluationContext,
  type TrendReading,
} from '@zhibiao/shared/evaluation';
import type { Indicator, ReportingUnit } from '@zhibiao/shared/programme';

/** What a series says at one of its periods. */
export interface PeriodEvidence {
  /** Of the periods that end with this one. */
  readonly trend: TrendReading;
  /** Of this point on the chart of all periods through the newest. */
  readonly signals: Pick<ControlReading, 'chart' | 'status'> & Pick<ControlPoint, 'type' | 'variation'>;
}

type ByPeriod = ReadonlyMap<string, PeriodEvidence>;

/**
 * Answers what charts and trends say of an assessment: null for running totals, for periods of another kind than
 * the indicator is measured in, and without a figure. Each indicator and unit is charted once, when first asked.
 */
export const periodEvidence = (
  context: EvaluationContext,
): ((assessment: Assessment) => PeriodEvidence | null) => {
  const known = new Map<string, ByPeriod>();
  return ({ indicator: code, unit: unitCode, period, basis }) => {
    if (basis !== 'single') return null;
    const key = `${code}|${unitCode}`;
    let found = known.get(key);
    if (found === undefined) {
      const indicator = context.index.indicator(code);
      const unit = context.index.unit(unitCode);
      found = indicator === undefined || unit === undefined ? none : readSeries(context, indicator, unit);
      known.set(key, found);
    }
    return found.get(period) ?? null;
  };
};

const none: ByPeriod = new Map();

const readSeries = (context: EvaluationContext, indicator: Indicator, unit: ReportingUnit): ByPeriod => {
  const kind = ownKind(context, indicator);
  const newest = newestDay(context, indicator, unit);
  if (newest === null) return none;
  const last = periodContaining(newest, kind, context.index.programme.yearStart);
  const series = singleSeries(context, indicator, unit, last);
  const { chart, status, points } = controlReading(series, {
    target: null,
    improvement: 'increase',
    ...(indicator.baseline === undefined ? {} : { baseline: indicator.baseline }),
  });
  return new Map(
    points.flatMap(({ period, value, type, variation }, at) =>
      value === null
        ? []
        : [
            [
              period,
              {
                trend: trendReading(series.slice(0, at + 1), { kind, improvement: 'increase' }),
                signals: { chart, status, type, variation },
              },
            ],
          ],
    ),
  );
};

/** Last day that a figure of the unit speaks of; of the whole, one of its parts'. */
const newestDay = (
  { index, ledger }: EvaluationContext,
  indicator: Indicator,
  unit: ReportingUnit,
): string | null => {
  const units = unit.kind === 'whole' ? [unit, ...index.parts] : [unit];
  const ends = units.flatMap(({ code }) => ledger.entries(indicator.code, code).map(({ end }) => end));
  return ends.reduce<string | null>((newest, end) => (newest === null || end > newest ? end : newest), null);
};
