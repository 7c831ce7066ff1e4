import { observationSpan } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';

/** The newest cumulative sheet of an indicator in a year: the headline of that year. Empty without figures. */
export const newestSheet = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
): readonly Assessment[] => {
  const { yearStart } = context.index.programme;
  let newest: string | null = null;
  let newestEnd = '';
  for (const { period, basis } of sheetKeys(context, indicator, year)) {
    if (basis !== 'cumulative') continue;
    const { end } = observationSpan(period, basis, yearStart);
    if (end >= newestEnd) [newest, newestEnd] = [period, end];
  }
  return newest === null ? [] : assessSheet(context, indicator, newest, 'cumulative');
};
