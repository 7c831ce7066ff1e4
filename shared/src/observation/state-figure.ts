import type { PlainDate } from '../calendar';
import type { LedgerEntry } from './ledger';

/**
 * For registers, lists and scores, whose figure is a state and not a flow: the newest figure of the year that
 * ends no later than the span does. Of several with one last day the one that began first speaks for the most
 * of the year, and of those the cumulative one.
 */
export const stateFigure = (
  entries: readonly LedgerEntry[],
  yearStartDay: PlainDate,
  end: PlainDate,
): LedgerEntry | null => {
  let found: LedgerEntry | null = null;
  for (const entry of entries) {
    if (entry.end < yearStartDay || entry.end > end) continue;
    if (found === null || entry.end > found.end || isFuller(entry, found)) found = entry;
  }
  return found;
};

const isFuller = (entry: LedgerEntry, other: LedgerEntry): boolean =>
  entry.end === other.end &&
  entry.start === other.start &&
  entry.basis === 'cumulative' &&
  other.basis === 'single';
