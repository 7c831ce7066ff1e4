import { observationSpan, yearOfDay, type PlainDate, type YearStart } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import type { Indicator, ProgrammeIndex } from '@zhibiao/shared/programme';

/** The newest cumulative assessment of an indicator and unit in a year: what alerts listen to. */
export interface NewestAssessment {
  readonly year: number;
  readonly assessment: Assessment;
}

/** What judging the sheets of an indicator gave. */
export interface JudgedIndicator<Kept> {
  /** What was kept of each sheet. */
  readonly sheets: readonly Kept[];
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

/** What is to be judged. */
export interface JudgingTask {
  readonly context: EvaluationContext;
  readonly indicator: Indicator;
  readonly years: Iterable<number>;
  /** Sheets that are judged already, by `sheetName`. */
  readonly known?: ReadonlyMap<string, readonly Assessment[]>;
}

/** Names a sheet of one indicator. */
export const sheetName = ({ period, basis }: Pick<Assessment, 'period' | 'basis'>): string =>
  `${basis} ${period}`;

/**
 * Judges every sheet of an indicator in some years. Each is handed to `keep` as soon as it is judged and then
 * forgotten: a bulk import judges a hundred thousand assessments, and what lives long is dear to collect.
 */
export const judgeIndicator = <Kept>(
  task: JudgingTask,
  keep: (sheet: readonly Assessment[]) => Kept,
): JudgedIndicator<Kept> => {
  const { context, years } = task;
  const followed = firstFollowedYear(context.today, context.index.programme.yearStart);
  const sheets: Kept[] = [];
  const newest: NewestAssessment[] = [];
  for (const year of years) {
    const headline = judgeYear(task, year, (sheet) => sheets.push(keep(sheet)));
    if (year < followed) continue;
    for (const assessment of headline) newest.push({ year, assessment });
  }
  return { sheets, newest };
};

/** Hands on every sheet of a year; answers the newest cumulative one. */
const judgeYear = (
  { context, indicator, known }: JudgingTask,
  year: number,
  handOn: (sheet: readonly Assessment[]) => void,
): readonly Assessment[] => {
  const { yearStart } = context.index.programme;
  let newest: readonly Assessment[] = [];
  let newestEnd = '';
  for (const { period, basis } of sheetKeys(context, indicator, year)) {
    const sheet = known?.get(sheetName({ period, basis })) ?? assessSheet(context, indicator, period, basis);
    handOn(sheet);
    const { end } = observationSpan(period, basis, yearStart);
    if (basis === 'cumulative' && end >= newestEnd) {
      newest = sheet;
      newestEnd = end;
    }
  }
  return newest;
};
