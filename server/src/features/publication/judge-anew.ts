import type { PlainDate } from '@zhibiao/shared/calendar';
import type { JudgedAlerts, SheetOf } from '@zhibiao/shared/alert';
import { assessSheet, type Assessment } from '@zhibiao/shared/evaluation';
import { ledgerOf } from '@zhibiao/shared/observation';
import type { Indicator, ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Stores } from '../../stores';
import { judgeAlerts } from '../alert';
import { firstFollowedYear, judgedYears, judgeIndicator, sheetName } from '../evaluation';

/**
 * Judges the sheets of an indicator's touched years and stores them, then its alerts: both from one reading of the
 * ledger, and what both look at is judged once. Only the years that alerts follow are remembered for that.
 */
export const judgeAnew = async (
  stores: Pick<Stores, 'observations' | 'assessments'>,
  { index, today }: { readonly index: ProgrammeIndex; readonly today: PlainDate },
  indicator: Indicator,
  touched: ReadonlySet<number>,
): Promise<JudgedAlerts> => {
  const { yearStart } = index.programme;
  const observations = await stores.observations.current({ indicators: [indicator.code] });
  const context = { index, ledger: ledgerOf(observations, yearStart), today };
  const judged = new Map<string, readonly Assessment[]>();
  const sheetOf: SheetOf = (period, basis) => {
    const name = sheetName({ period, basis });
    let sheet = judged.get(name);
    if (sheet === undefined) judged.set(name, (sheet = assessSheet(context, indicator, period, basis)));
    return sheet;
  };
  const first = firstFollowedYear(today, yearStart);
  const sheets = [...judgedYears(indicator, index, touched)].flatMap((year) =>
    judgeIndicator(
      { context, indicator, years: [year], ...(year < first ? {} : { sheetOf }) },
      stores.assessments.pack,
    ),
  );
  await stores.assessments.replace(sheets);
  return judgeAlerts(context, indicator, sheetOf);
};
