import { observationSpan, type Basis, type PeriodCode } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';

/** Judges a sheet of the indicator, or hands out one that is judged already. */
type SheetOf = (period: PeriodCode, basis: Basis) => readonly Assessment[];

/** The newest cumulative sheet of an indicator in a year: the headline of that year. Empty without figures. */
export const newestSheet = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
  sheetOf: SheetOf = (period, basis) => assessSheet(context, indicator, period, basis),
): readonly Assessment[] => {
  const { yearStart } = context.index.programme;
  let newest: string | null = null;
  let newestEnd = '';
  for (const { period, basis } of sheetKeys(context, indicator, year)) {
    if (basis !== 'cumulative') continue;
    const { end } = observationSpan(period, basis, yearStart);
    if (end >= newestEnd) [newest, newestEnd] = [period, end];
  }
  return newest === null ? [] : sheetOf(newest, 'cumulative');
};
