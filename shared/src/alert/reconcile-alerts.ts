import type { Assessment } from '../evaluation';
import type { IndicatorCode, UnitCode } from '../programme';
import type { Alert } from './types';

/** What an assessment says to an alert: the shortfall of one indicator, unit and year as it stands. */
export type OpenShortfall = Pick<
  Alert,
  'indicator' | 'unit' | 'year' | 'light' | 'period' | 'rateText' | 'shortfall' | 'shortBy'
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

const shortfallOf = (assessment: Assessment, year: number): OpenShortfall | null => {
  if (assessment.verdict !== 'short') return null;
  if (assessment.light !== 'miss' && assessment.light !== 'risk') return null;
  const worst = assessment.legs.reduce<number>(
    (least, leg) => (leg.verdict === 'short' && leg.by !== null ? Math.min(least, leg.by) : least),
    0,
  );
  return {
    indicator: assessment.indicator,
    unit: assessment.unit,
    year,
    light: assessment.light,
    period: assessment.period,
    rateText: assessment.rateText ?? '',
    shortfall: -worst,
    shortBy: assessment.shortBy,
  };
};

const same = (alert: Alert, found: OpenShortfall): boolean =>
  alert.light === found.light &&
  alert.period === found.period &&
  alert.rateText === found.rateText &&
  alert.shortBy === found.shortBy;

/**
 * What a round of assessments changes in the alerts: a shortfall opens one alert per indicator, unit and
 * year; recovery marks it and a relapse reopens it; the same facts again change nothing. Give the newest
 * cumulative assessment of each indicator and unit of a year: quarters alone would cry wolf.
 */
export const reconcileAlerts = (
  alerts: readonly Alert[],
  assessments: readonly { readonly year: number; readonly assessment: Assessment }[],
): readonly AlertChange[] => {
  const known = new Map(alerts.map((alert) => [`${alert.indicator}|${alert.unit}|${alert.year}`, alert]));
  const changes: AlertChange[] = [];
  for (const { year, assessment } of assessments) {
    const { indicator, unit, period, rateText } = assessment;
    const alert = known.get(`${indicator}|${unit}|${year}`);
    const shortfall = shortfallOf(assessment, year);
    if (shortfall !== null) {
      if (alert === undefined) changes.push({ kind: 'opened', shortfall });
      else if (alert.state === 'recovered') changes.push({ kind: 'reopened', shortfall });
      else if (!same(alert, shortfall)) changes.push({ kind: 'updated', shortfall });
    } else if (alert?.state === 'open') {
      changes.push({ kind: 'recovered', indicator, unit, year, period, rateText: rateText ?? '' });
    }
  }
  return changes;
};
