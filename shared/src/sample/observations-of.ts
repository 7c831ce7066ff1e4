import type { Figure } from '../observation';
import type { PeriodCode } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import { hasFailed, type GroupCount, type SampleGroup, type SampleVerdict } from './types';

/** One revision of one sample, as the store holds it: the newest one of a number says what the sample is. */
export interface SampleRevision extends SampleGroup {
  readonly number: string;
  readonly verdict: SampleVerdict;
}

/** The observation that samples add up to. */
export interface SampledObservation {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly figure: Extract<Figure, { readonly kind: 'counts' }>;
}

/** Sums up revisions, oldest first, to counts of each group: a number counts once, as its newest revision has it. */
export const countGroups = (revisions: Iterable<SampleRevision>): readonly GroupCount[] => {
  const newest = new Map<string, SampleRevision>();
  for (const revision of revisions) newest.set(`${revision.indicator}|${revision.number}`, revision);
  const counts = new Map<string, { group: SampleGroup; passes: number; total: number }>();
  for (const { indicator, unit, period, category, verdict } of newest.values()) {
    const key = `${indicator}|${unit}|${period}|${category}`;
    let count = counts.get(key);
    if (count === undefined)
      counts.set(key, (count = { group: { indicator, unit, period, category }, passes: 0, total: 0 }));
    count.total += 1;
    if (!hasFailed(verdict)) count.passes += 1;
  }
  return [...counts.values()].map(({ group, passes, total }) => ({ ...group, passes, total }));
};

/**
 * What counts of groups say of each indicator, unit and period: whole numbers added, nothing averaged. A key whose
 * samples have all moved elsewhere stays with a total of 0.
 */
export const observationsOf = (counts: Iterable<GroupCount>): readonly SampledObservation[] => {
  const sums = new Map<string, { about: GroupCount; passes: number; total: number }>();
  for (const count of counts) {
    const key = `${count.indicator}|${count.unit}|${count.period}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { about: count, passes: count.passes, total: count.total });
    else {
      sum.passes += count.passes;
      sum.total += count.total;
    }
  }
  return [...sums.values()].map(({ about: { indicator, unit, period }, passes, total }) => ({
    indicator,
    unit,
    period,
    figure: { kind: 'counts', passes, total },
  }));
};
