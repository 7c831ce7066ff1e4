import { refuse, ok, type Refusal, type Result } from '@zhibiao/shared/result';
import { rowOf, type PackedRows } from '../../documents/packed-rows';
import type { Said } from './submission.store';

/** The explanation of each strange row by its place; refused while one has none. */
export const explainRows = (
  rows: PackedRows,
  places: Int32Array,
  { explanation = '', explanations = [] }: Pick<Said, 'explanation' | 'explanations'>,
): Result<ReadonlyMap<number, string>, Refusal> => {
  const general = explanation.trim();
  const own = new Map(explanations.map(({ sheet, row, text }) => [`${sheet}!${row}`, text.trim()]));
  const explained = new Map<number, string>();
  for (const place of places) {
    const row = rowOf(rows, place);
    const text = (own.get(`${row.sheet}!${row.row}`) ?? '') || general;
    if (text !== '') explained.set(place, text);
  }
  const count = places.length - explained.size;
  return count > 0 ? refuse({ code: 'submission.explanation-missing', count }) : ok(explained);
};
