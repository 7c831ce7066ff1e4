import type { PlainDate } from '@zhibiao/shared/calendar';
import type { IndicatorCode, ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Stores } from '../../stores';
import { judgedYears, judgeIndicator } from './judge-indicator';
import { loadLedger } from './load-ledger';

/** The programme years in which figures of an indicator have changed. */
export type Touched = ReadonlyMap<IndicatorCode, ReadonlySet<number>>;

/**
 * Judges anew every period of the indicators and years whose figures changed, and stores the assessments in
 * the caller's transaction.
 */
export const assessAffected = async (
  stores: Pick<Stores, 'observations' | 'assessments'>,
  index: ProgrammeIndex,
  today: PlainDate,
  touched: Touched,
): Promise<void> => {
  for (const [code, changed] of touched) {
    const indicator = index.indicator(code);
    if (indicator === undefined) continue;
    const years = judgedYears(indicator, index, changed);
    const ledger = await loadLedger(stores, index, [code], {
      from: Math.min(...years),
      to: Math.max(...years),
    });
    const sheets = judgeIndicator(
      { context: { index, ledger, today }, indicator, years },
      stores.assessments.pack,
    );
    await stores.assessments.replace(sheets);
  }
};
