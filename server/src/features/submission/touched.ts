import { yearOf } from '@zhibiao/shared/calendar';
import type { ObservationKey } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Touched } from '../evaluation';

/** The indicators and programme years that some figures belong to. */
export const touchedBy = (keys: Iterable<ObservationKey>, index: ProgrammeIndex): Touched => {
  const { yearStart } = index.programme;
  const touched = new Map<string, Set<number>>();
  let before: ObservationKey | null = null;
  for (const key of keys) {
    const { indicator, period } = key;
    // Sheets run through the units of one indicator and period: most rows touch what the row before touched.
    if (before?.indicator === indicator && before.period === period) continue;
    before = key;
    let years = touched.get(indicator);
    if (years === undefined) touched.set(indicator, (years = new Set()));
    years.add(yearOf(period, yearStart));
  }
  return touched;
};
