import { addDays, observationSpan, periodsOfYear, type PeriodCode } from '../../calendar';
import {
  assessSheet,
  controlReading,
  ownKind,
  ratioOf,
  singleSeries,
  type Assessment,
  type ControlReading,
  type EvaluationContext,
} from '../../evaluation';
import type { Indicator } from '../../programme';
import { percentRatio } from '../../statistics';
import { alertLook, type AlertLook } from './alert-look';

/** What a person chose for an indicator's charts. */
export interface LookOptions {
  /** Figures that set the centre; see `controlReading`. */
  readonly baseline?: number | null;
}

/**
 * Looks at every judged unit of an indicator at the end of one period of its own kind, the whole first. Units whose
 * figure is not there yet and not yet due are left out, as are indicators without a target in that year.
 */
export const looksOfPeriod = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
  options: LookOptions = {},
): readonly AlertLook[] => {
  const { index, today } = context;
  const { yearStart } = index.programme;
  const { end } = observationSpan(period, 'single', yearStart);
  if (end >= today) return [];
  const isDue = today > addDays(end, Math.max(0, indicator.deadlineDays));
  const newest = assessSheet(context, indicator, period, 'single');
  return assessSheet(context, indicator, period, 'cumulative').flatMap((cumulative, at) => {
    const alone = newest[at];
    const unit = index.unit(cumulative.unit);
    if (alone === undefined || unit === undefined || (alone.figure === null && !isDue)) return [];
    // A whole that reports alone has parts without figures, which owe none.
    if (unit.kind === 'part' && indicator.reportedBy === 'whole' && cumulative.figure === null) return [];
    const chart = chartOf(cumulative, () => singleSeries(context, indicator, unit, period), options);
    const scope = unit.kind === 'whole' ? 'whole' : 'part';
    const look = alertLook({ indicator, scope, cumulative, newest: alone, chart, today, yearStart });
    return look === null ? [] : [look];
  });
};

/** Looks of a whole year by unit, oldest first, ready to be replayed. */
export const looksOfYear = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
  options: LookOptions = {},
): ReadonlyMap<string, readonly AlertLook[]> => {
  const byUnit = new Map<string, AlertLook[]>();
  for (const period of periodsOfYear(year, ownKind(context, indicator))) {
    for (const look of looksOfPeriod(context, indicator, period, options)) {
      const looks = byUnit.get(look.unit);
      if (looks === undefined) byUnit.set(look.unit, [look]);
      else looks.push(look);
    }
  }
  return byUnit;
};

/** Nothing is charted where nothing is asked. */
const chartOf = (
  { legs, figure }: Assessment,
  series: () => Parameters<typeof controlReading>[0],
  { baseline }: LookOptions,
): ControlReading | null => {
  const leg = legs.find(({ comparator }) => comparator === 'value' || comparator === 'all');
  if (legs.length === 0) return null;
  return controlReading(series(), {
    target:
      leg?.against == null
        ? null
        : figure?.kind === 'score'
          ? ratioOf({ kind: 'score', score: leg.against })
          : percentRatio(leg.against),
    improvement: 'increase',
    ...(baseline === undefined ? {} : { baseline }),
  });
};
