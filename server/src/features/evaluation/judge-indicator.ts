import {
  yearOfDay,
  type Basis,
  type PeriodCode,
  type PlainDate,
  type YearStart,
} from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator, ProgrammeIndex } from '@zhibiao/shared/programme';

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

/** What is to be judged. */
export interface JudgingTask {
  readonly context: EvaluationContext;
  readonly indicator: Indicator;
  readonly years: Iterable<number>;
  /** Judges a sheet, where some are judged already; `assessSheet` when absent. */
  readonly sheetOf?: (period: PeriodCode, basis: Basis) => readonly Assessment[];
}

/** Names a sheet of one indicator. */
export const sheetName = ({ period, basis }: Pick<Assessment, 'period' | 'basis'>): string =>
  `${basis} ${period}`;

/**
 * Judges every sheet of an indicator in some years and answers what was kept of each. Each is handed to `keep` as
 * soon as it is judged and then forgotten: a bulk import judges a hundred thousand assessments, and what lives long is dear to collect.
 */
export const judgeIndicator = <Kept>(
  { context, indicator, years, sheetOf }: JudgingTask,
  keep: (sheet: readonly Assessment[]) => Kept,
): readonly Kept[] => {
  const sheets: Kept[] = [];
  for (const year of years) {
    for (const { period, basis } of sheetKeys(context, indicator, year)) {
      sheets.push(keep(sheetOf?.(period, basis) ?? assessSheet(context, indicator, period, basis)));
    }
  }
  return sheets;
};
