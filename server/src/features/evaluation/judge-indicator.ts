import { observationSpan, yearOfDay, type PlainDate, type YearStart } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator, ProgrammeIndex } from '@zhibiao/shared/programme';

/** The newest cumulative assessment of an indicator and unit in a year: what alerts listen to. */
export interface NewestAssessment {
  readonly year: number;
  readonly assessment: Assessment;
}

/** What judging the sheets of an indicator gave. */
export interface JudgedIndicator {
  /** Every sheet, each with all its units. */
  readonly sheets: readonly (readonly Assessment[])[];
  /** The headline of each year that alerts still follow. */
  readonly newest: readonly NewestAssessment[];
}

/** The years to judge anew: those whose figures changed, and the year after where a target compares with them. */
export const judgedYears = (
  indicator: Indicator,
  index: ProgrammeIndex,
  changed: ReadonlySet<number>,
): ReadonlySet<number> => {
  const judged = new Set(changed);
  for (const year of changed) {
    const next = index.target(indicator.code, year + 1);
    if (next?.comparators.some((comparator) => comparator.kind === 'rising') === true) judged.add(year + 1);
  }
  return judged;
};

/** First of the years that alerts follow: the running programme year and the one before it. */
export const firstFollowedYear = (today: PlainDate, yearStart: YearStart): number =>
  yearOfDay(today, yearStart) - 1;

/** Judges every sheet of an indicator in some years. */
export const judgeIndicator = (
  context: EvaluationContext,
  indicator: Indicator,
  years: Iterable<number>,
): JudgedIndicator => {
  const followed = firstFollowedYear(context.today, context.index.programme.yearStart);
  const sheets: (readonly Assessment[])[] = [];
  const newest: NewestAssessment[] = [];
  for (const year of years) {
    const judged = judgeYear(context, indicator, year);
    for (const sheet of judged.sheets) sheets.push(sheet);
    if (year < followed) continue;
    for (const assessment of judged.newest) newest.push({ year, assessment });
  }
  return { sheets, newest };
};

/** Every sheet of a year, the newest cumulative one kept aside. */
const judgeYear = (context: EvaluationContext, indicator: Indicator, year: number) => {
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
