import { dayOfInstant, yearOf, type PlainDate } from '@zhibiao/shared/calendar';
import type { ObservationKey } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Publication } from '@zhibiao/shared/publication';
import { firstFollowedYear, type Touched } from '../evaluation';

/**
 * What must be judged anew when something is published: the years whose figures changed, and those that the passing
 * of days may have closed since the publication before.
 */
export const touchedSince = (
  index: ProgrammeIndex,
  changes: readonly Pick<ObservationKey, 'indicator' | 'period'>[],
  today: PlainDate,
  before: Publication | null,
): Touched => {
  const { yearStart, indicators } = index.programme;
  const last = firstFollowedYear(today, yearStart) + 1;
  const first = before === null ? last - 1 : firstFollowedYear(dayOfInstant(before.publishedAt), yearStart);
  const followed = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const touched = new Map(indicators.map(({ code }) => [code, new Set(followed)]));
  for (const { indicator, period } of changes) touched.get(indicator)?.add(yearOf(period, yearStart));
  return touched;
};
