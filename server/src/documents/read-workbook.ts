import type { FileRefusal, Grid } from '@zhibiao/shared/submission';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import { FileRefused } from './file-refused';
import { readNumberFormats } from './number-formats';
import { readSharedStrings } from './read-shared-strings';
import { readSheet, type SheetContent } from './read-sheet';
import { openWorkbookParts } from './workbook-parts';

/**
 * Reads a workbook as grids, hidden sheets by name only. Our own reader over bounded parts: the library we write with
 * (hucre) answers null for a shared string that does not exist and reads undefined entities as text, and unpacks up
 * to 2 GiB per part; a submission needs a refusal there, and the kind of every cell (dependencies.md, gotcha 11).
 */
export function readWorkbook(bytes: Uint8Array): Result<readonly Grid[], FileRefusal> {
  try {
    const parts = openWorkbookParts(bytes);
    const strings = readSharedStrings(parts.sharedStrings);
    const formats = readNumberFormats(parts.styles);
    let rowsBefore = 0;
    const grids = parts.sheets.map(({ name, hidden, xml }): Grid => {
      const content: SheetContent = hidden
        ? { rows: [] }
        : readSheet(xml(), {
            sheet: name,
            strings,
            formats,
            date1904: parts.date1904,
            hasExternalLinks: parts.hasExternalLinks,
            rowsBefore,
          });
      rowsBefore += content.rows.length;
      return { sheet: name, hidden, source: 'sheet', ...content };
    });
    return ok(grids);
  } catch (error) {
    if (error instanceof FileRefused) return refuse(error.refusal);
    throw error;
  }
}
