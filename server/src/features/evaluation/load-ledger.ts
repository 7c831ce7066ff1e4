import type { IndicatorCode, ProgrammeIndex } from '@zhibiao/shared/programme';
import { ledgerOf, type LedgerView } from '@zhibiao/shared/observation';
import type { Stores } from '../../stores';

/** Years whose figures are needed, both included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The current figures of some indicators, with a calendar year of margin on both sides: a programme year may
 * straddle two calendar years, and a rising target looks back at the year before.
 */
export const loadLedger = async (
  stores: Pick<Stores, 'observations'>,
  index: ProgrammeIndex,
  indicators: readonly IndicatorCode[],
  years: YearRange,
): Promise<LedgerView> =>
  ledgerOf(
    await stores.observations.current({ indicators, fromYear: years.from - 1, toYear: years.to + 1 }),
    index.programme.yearStart,
  );
