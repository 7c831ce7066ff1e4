import { parsePeriod, periodSpan, readPeriodText, yearOf, type Basis, type PeriodCode } from '../calendar';
import { hasControlCharacter, quoted, withoutAnyInvisible } from './cells/plain-text';
import type { SubmissionContext } from './context';
import type { LooseIssue } from './issue-list';
import { remembered } from './remembered';

/** What a period cell says: the period, the basis where its words decide it, and what is wrong with it. */
export interface PeriodCell {
  readonly period: PeriodCode | null;
  readonly basis: Basis | null;
  /** Small number of the period, for keys; -1 when there is none. */
  readonly id: number;
  readonly issues: readonly LooseIssue[];
}

/** First year that figures are kept for (rule P7). */
const FIRST_YEAR = 2000;

/** A reader of period cells, cached by text. `isDate`: the sheet holds a real date, which is refused, not guessed. */
export function periodReader(context: SubmissionContext): (text: string, isDate: boolean) => PeriodCell {
  const ids = new Map<PeriodCode, number>();
  const { yearStart } = context.index.programme;
  const thisYear = Number(context.today.slice(0, 4));

  const judge = (period: PeriodCode, basis: Basis | null, value: string): PeriodCell => {
    const { start, end } = periodSpan(period, yearStart);
    if (yearOf(period, yearStart) < FIRST_YEAR) return refused('submission.period-year-range', range(value));
    if (start > context.today) return refused('submission.period-future', { value, today: context.today });
    const id = ids.get(period) ?? ids.size;
    ids.set(period, id);
    // A running year is reported all the time (2025年); a running quarter or month is a slip more often than not.
    const partial = end > context.today && parsePeriod(period)?.kind !== 'year';
    const issues: LooseIssue[] = partial
      ? [{ code: 'submission.period-not-ended', level: 'warning', params: { value, end } }]
      : [];
    return { period, basis, id, issues };
  };

  const range = (value: string): LooseIssue['params'] => ({ value, first: FIRST_YEAR, last: thisYear });

  const read = (text: string): PeriodCell => {
    const value = quoted(text);
    if (hasControlCharacter(text)) return refused('submission.control-characters', { value });
    const visible = withoutAnyInvisible(text);
    if (visible.trim() === '') {
      return context.defaultPeriod === undefined
        ? refused('submission.period-missing', {})
        : judge(context.defaultPeriod, null, context.defaultPeriod);
    }
    const reading = readPeriodText(visible, { yearStart });
    if (!reading.ok) {
      switch (reading.reason) {
        case 'date':
          return refused('submission.period-is-date', { value });
        case 'unreadable':
          return refused('submission.period-unreadable', { value });
        case 'year-range':
          // 2205Q1 and 2099Q1 are both slips or dreams; saying that they lie ahead is true of both.
          return Number(/\d{4}/.exec(visible.normalize('NFKC'))?.[0] ?? 0) > thisYear
            ? refused('submission.period-future', { value, today: context.today })
            : refused('submission.period-year-range', range(value));
      }
    }
    const cell = judge(reading.period, reading.basis, value);
    if (visible === text) return cell;
    const warning: LooseIssue = {
      code: 'submission.invisible-characters',
      level: 'warning',
      params: { value },
    };
    return { ...cell, issues: [...cell.issues, warning] };
  };

  const readText = remembered(read);
  return (text, isDate) =>
    isDate ? refused('submission.period-is-date', { value: quoted(text) }) : readText(text);
}

const refused = (code: LooseIssue['code'], params: LooseIssue['params']): PeriodCell => ({
  period: null,
  basis: null,
  id: -1,
  issues: [{ code, level: 'error', params }],
});
