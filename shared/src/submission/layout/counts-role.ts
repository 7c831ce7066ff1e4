import type { Grid } from '../types';
import type { ColumnPlan, FigureRole } from './plan-columns';

/** Cells that are looked at. */
const SEEN = 50;

/**
 * What a column of whole numbers may be beside the counts that are known: never more than the total, it is passes (or,
 * where it is mostly less than half, failures); never less than the passes, it is the total. Null: nothing speaks.
 */
export function countsRole(
  rows: Grid['rows'],
  column: number,
  plan: Pick<ColumnPlan, 'groups'>,
): 'passes' | 'failures' | 'total' | null {
  const known = (role: FigureRole): number | undefined =>
    plan.groups.find(({ columns }) => columns[role] !== undefined)?.columns[role];
  const other = known('total') ?? known('passes');
  if (other === undefined || (known('total') !== undefined && known('passes') !== undefined)) return null;
  const pairs = rows.slice(0, SEEN).flatMap(({ texts }): readonly (readonly [number, number])[] => {
    const [own, beside] = [wholeNumber(texts[column]), wholeNumber(texts[other])];
    return own === null || beside === null ? [] : [[own, beside]];
  });
  if (pairs.length === 0) return null;
  if (known('total') === undefined) return pairs.every(([own, passes]) => own >= passes) ? 'total' : null;
  if (pairs.some(([own, total]) => own > total)) return null;
  return pairs.filter(([own, total]) => own * 2 >= total).length * 2 >= pairs.length ? 'passes' : 'failures';
}

/** Whether most filled cells of a column are numbers, of any form. */
export const holdsNumbers = (rows: Grid['rows'], column: number): boolean => {
  const filled = rows
    .slice(0, SEEN)
    .map(({ texts }) => (texts[column] ?? '').normalize('NFKC').trim())
    .filter((text) => text !== '');
  const numbers = filled.filter((text) => /^\d+(?:[.,]\d+)*%?$/.test(text));
  return numbers.length > 0 && numbers.length * 2 > filled.length;
};

const wholeNumber = (text = ''): number | null => {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
};
