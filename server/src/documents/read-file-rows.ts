import {
  applyCorrections,
  checkRows,
  layoutView,
  readLayout,
  sheetPreview,
} from '@zhibiao/shared/submission';
import type {
  Correction,
  FileRefusal,
  Grid,
  LayoutView,
  ReadSubmission,
  SheetLayout,
  SheetPreview,
  SubmissionContext,
} from '@zhibiao/shared/submission';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import { saysEverything } from '@zhibiao/shared/sample';
import { isChoicesSheet } from './choices-sheet';
import { identifyFile } from './identify-file';
import type { PackedRows } from './packed-rows';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { sampleSheets } from './sample-sheets';
import { isProblemList } from './write-marked';

/** What a file gave: checked rows, and the sheet as its uploader knows it. */
export interface ReadFile {
  readonly submission: ReadSubmission;
  /** The good rows as they crossed from the worker; then `submission.rows` are unpacked when asked for. */
  readonly packed?: PackedRows;
  readonly preview: SheetPreview;
  /** Questions and hints about the layout; absent for a plain template with known names. */
  readonly layout?: LayoutView;
  /** It is nothing but lists of samples that say everything: they are kept line by line instead. */
  readonly areSamples?: true;
}

/** From bytes to grids: the kind is decided by content, then read by the reader for it. */
export function readGrids(bytes: Uint8Array, name: string): Result<readonly Grid[], FileRefusal> {
  const kind = identifyFile(bytes, name);
  if (!kind.ok) return kind;
  if (kind.value !== 'workbook') return readCsv(bytes);
  const grids = readWorkbook(bytes);
  return grids.ok ? ok(grids.value.filter((grid) => !isChoicesSheet(grid) && !isProblemList(grid))) : grids;
}

/**
 * From bytes to checked rows, corrections applied. The worker runs it for the server; the command line, where nobody
 * else waits, calls it directly.
 */
export function readFileRows(
  file: { readonly bytes: Uint8Array; readonly name: string; readonly corrections?: readonly Correction[] },
  context: SubmissionContext,
): Result<ReadFile, FileRefusal> {
  const grids = readGrids(file.bytes, file.name);
  if (!grids.ok) return grids;
  const { corrections = [] } = file;
  const corrected = applyCorrections(grids.value, corrections);
  if (!corrected.ok) return refuse({ code: 'file.cell-outside', params: { cell: cellOf(corrections) } });
  const around = { ...context, fileName: file.name };
  const layouts = readLayout(corrected.value, around);
  const submission = checkRows(corrected.value, around, layouts);
  if (!submission.ok) return submission;
  const { issues } = submission.value;
  const layout = layoutView(corrected.value, layouts, issues, around);
  return ok({
    submission: submission.value,
    preview: sheetPreview(layouts, issues),
    ...(layout === null ? {} : { layout }),
    ...(areSamples(corrected.value, layouts, around) ? { areSamples: true } : {}),
  });
}

const areSamples = (
  grids: readonly Grid[],
  layouts: readonly SheetLayout[],
  { index, actor, fileName = '' }: SubmissionContext,
): boolean => {
  const read = layouts.filter(({ kind }) => kind !== 'none');
  if (read.length === 0 || read.some(({ kind }) => kind !== 'samples')) return false;
  const sheets = sampleSheets(grids, fileName, index);
  return sheets.length === read.length && sheets.every(({ list }) => saysEverything(list, actor));
};

const cellOf = (corrections: readonly Correction[]): string =>
  corrections
    .map(({ column, row }) => `${column}${row}`)
    .join(' ')
    .slice(0, 60);
