import { observationSpan, yearOfDay, type PlainDate } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator, IndicatorCode, ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Stores } from '../../stores';
import { loadLedger } from './load-ledger';

/** The programme years in which figures of an indicator have changed. */
export type Touched = ReadonlyMap<IndicatorCode, ReadonlySet<number>>;

/** The newest cumulative assessment of an indicator and unit in a year: what alerts listen to. */
export interface NewestAssessment {
  readonly year: number;
  readonly assessment: Assessment;
}

const judgedYears = (
  indicator: Indicator,
  index: ProgrammeIndex,
  years: ReadonlySet<number>,
): Set<number> => {
  const judged = new Set(years);
  for (const year of years) {
    const next = index.target(indicator.code, year + 1);
    // The year after a changed figure is compared with it.
    if (next?.comparators.some((comparator) => comparator.kind === 'rising') === true) judged.add(year + 1);
  }
  return judged;
};

/** Every sheet of an indicator in a year, the newest cumulative one kept aside for the alerts. */
const assessYear = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
): { readonly sheets: readonly (readonly Assessment[])[]; readonly newest: readonly Assessment[] } => {
  const { yearStart } = context.index.programme;
  const sheets: (readonly Assessment[])[] = [];
  let newest: readonly Assessment[] = [];
  let newestEnd = '';
  for (const { period, basis } of sheetKeys(context, indicator, year)) {
    const sheet = assessSheet(context, indicator, period, basis);
    sheets.push(sheet);
    const { end } = observationSpan(period, basis, yearStart);
    if (basis === 'cumulative' && end >= newestEnd) {
      newest = sheet;
      newestEnd = end;
    }
  }
  return { sheets, newest };
};

/**
 * Judges anew every period of the indicators and years whose figures changed, and stores the assessments in
 * the caller's transaction. Answers the newest cumulative assessment of each unit for years that alerts
 * still follow: the running programme year and the one before it.
 */
export const assessAffected = async (
  stores: Pick<Stores, 'observations' | 'assessments'>,
  index: ProgrammeIndex,
  today: PlainDate,
  touched: Touched,
): Promise<readonly NewestAssessment[]> => {
  const followed = yearOfDay(today, index.programme.yearStart) - 1;
  const newest: NewestAssessment[] = [];
  for (const [code, changed] of touched) {
    const indicator = index.indicator(code);
    if (indicator === undefined) continue;
    const years = judgedYears(indicator, index, changed);
    const ledger = await loadLedger(stores, index, [code], {
      from: Math.min(...years),
      to: Math.max(...years),
    });
    const context: EvaluationContext = { index, ledger, today };
    for (const year of years) {
      const judged = assessYear(context, indicator, year);
      await stores.assessments.replace(judged.sheets.map((sheet) => stores.assessments.pack(sheet)));
      if (year >= followed) newest.push(...judged.newest.map((assessment) => ({ year, assessment })));
    }
  }
  return newest;
};
