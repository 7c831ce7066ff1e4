import type { Assessment, Leg } from '../evaluation';
import type { IndicatorCode, UnitCode } from '../programme';
import type { Alert } from './types';

/** What an assessment says to an alert: the shortfall of one indicator, unit and year as it stands. */
export type OpenShortfall = Pick<
  Alert,
  'indicator' | 'unit' | 'year' | 'light' | 'leg' | 'period' | 'rateText' | 'shortfall' | 'shortBy'
>;

/** A step in the life of an alert. `updated` keeps it open with newer figures. */
export type AlertChange =
  | { readonly kind: 'opened' | 'reopened' | 'updated'; readonly shortfall: OpenShortfall }
  | {
      readonly kind: 'recovered';
      readonly indicator: IndicatorCode;
      readonly unit: UnitCode;
      readonly year: number;
      readonly period: string;
      readonly rateText: string;
    };

/** An assessment with the programme year it belongs to. */
interface Judged {
  readonly year: number;
  readonly assessment: Assessment;
}

/**
 * What a round of assessments changes in the alerts: a shortfall opens one alert per indicator, unit and
 * year; recovery marks it and a relapse reopens it; the same facts again change nothing. Only figures that
 * are good recover an alert: figures that were withdrawn, or are too few to judge, leave it as it stands.
 * Give the newest cumulative assessment of each indicator and unit of a year: quarters alone would cry wolf.
 * Of several assessments of one indicator, unit and year the last counts.
 */
export const reconcileAlerts = (
  alerts: readonly Alert[],
  assessments: readonly Judged[],
): readonly AlertChange[] => {
  const known = new Map(alerts.map((alert) => [keyOf(alert, alert.year), alert]));
  const newest = new Map(assessments.map((judged) => [keyOf(judged.assessment, judged.year), judged]));
  const changes: AlertChange[] = [];
  for (const [key, judged] of newest) {
    const change = changeOf(known.get(key), judged);
    if (change !== null) changes.push(change);
  }
  return changes;
};

const keyOf = (
  { indicator, unit }: { readonly indicator: IndicatorCode; readonly unit: UnitCode },
  year: number,
): string => `${indicator}|${unit}|${year}`;

const changeOf = (alert: Alert | undefined, { year, assessment }: Judged): AlertChange | null => {
  const shortfall = shortfallOf(assessment, year);
  if (shortfall !== null) {
    if (alert === undefined) return { kind: 'opened', shortfall };
    if (alert.state === 'recovered') return { kind: 'reopened', shortfall };
    return isSame(alert, shortfall) ? null : { kind: 'updated', shortfall };
  }
  if (alert?.state !== 'open' || !isGood(assessment)) return null;
  const { indicator, unit, period, rateText } = assessment;
  return { kind: 'recovered', indicator, unit, year, period, rateText: rateText ?? '' };
};

const shortfallOf = (assessment: Assessment, year: number): OpenShortfall | null => {
  const { indicator, unit, verdict, light, period, rateText, shortBy, legs } = assessment;
  if (verdict !== 'short' || (light !== 'miss' && light !== 'risk')) return null;
  let widest: Leg | undefined;
  for (const leg of legs) {
    if (leg.verdict !== 'short') continue;
    if (widest === undefined || (leg.by ?? 0) < (widest.by ?? 0)) widest = leg;
  }
  if (widest === undefined) return null;
  const shortfall = Math.max(0, -(widest.by ?? 0));
  const leg = widest.comparator;
  return { indicator, unit, year, light, leg, period, rateText: rateText ?? '', shortfall, shortBy };
};

/** A register that caught up with its pace is good before its target is reached. */
const isGood = ({ verdict, light }: Assessment): boolean => verdict === 'met' || light === 'met';

const isSame = (alert: Alert, found: OpenShortfall): boolean =>
  alert.light === found.light &&
  alert.leg === found.leg &&
  alert.period === found.period &&
  alert.rateText === found.rateText &&
  alert.shortfall === found.shortfall &&
  alert.shortBy === found.shortBy;
