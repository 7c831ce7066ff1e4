import { cellText } from './cell-text';
import type { RowSubject } from './subject-cells';
import type { TidyRecord } from './types';

/**
 * The figure that an 其中 row is a part of, and the category it gets: the last one above of the same unit, period and
 * indicator, and of the same category where the row names one. Null: there is none, so the row may be a slip.
 */
export function wholeOf(
  records: readonly TidyRecord[],
  { cells, category }: RowSubject,
  written: string,
): Pick<TidyRecord, 'category' | 'partOf'> | null {
  const rest = written.replace(/^[\s\u3000]*其中\s*[:：]?\s*/, '').trim();
  const isMarked = rest !== written.trim();
  const whole = records.findLast(
    (record) =>
      record.partOf === null &&
      record.cells.unit?.text === cells.unit?.text &&
      record.cells.period?.text === cells.period?.text &&
      (isMarked || record.category === category),
  );
  if (whole === undefined) return null;
  const at = whole.cells.total?.at ?? whole.cells.rate?.at ?? null;
  return {
    category: isMarked && whole.category !== null ? `${whole.category}/${rest}` : category,
    partOf: { category: whole.category, cell: at === null ? null : cellText(at) },
  };
}
