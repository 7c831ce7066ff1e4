import { hasControlCharacter, looksLikeFormula, quoted, withoutInvisible } from './cells/plain-text';
import { LONGEST_CELL } from './check-cells';
import type { RowCursor } from './row-cursor';

/** Longest note (rule P2). */
export const LONGEST_NOTE = 500;

/** The note of a row as it is stored: plain text, nothing invisible, never run. */
export function readNote(cursor: RowCursor): string {
  const text = cursor.text('note');
  // An overlong cell has its issue already.
  if (text === '' || text.length > LONGEST_CELL) return '';
  const value = quoted(text);
  if (hasControlCharacter(text)) {
    cursor.report('note', 'submission.control-characters', 'error', { value });
    return '';
  }
  const visible = withoutInvisible(text);
  if (visible !== text) cursor.report('note', 'submission.invisible-characters', 'warning', { value });
  const note = visible.trim();
  if (note.length > LONGEST_NOTE)
    cursor.report('note', 'submission.note-too-long', 'error', {
      length: note.length,
      allowed: LONGEST_NOTE,
      value,
    });
  if (looksLikeFormula(text)) cursor.report('note', 'submission.formula-text', 'warning', { value });
  return note;
}
