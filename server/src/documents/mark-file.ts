import { ok, refuse, type Result } from '@zhibiao/shared/result';
import {
  applyCorrections,
  readLayout,
  type FileRefusal,
  type SubmissionContext,
} from '@zhibiao/shared/submission';
import { readGrids } from './read-file-rows';
import type { MarkRequest } from './worker-messages';
import { writeMarked } from './write-marked';

/** Writes a file again as a workbook with its problems marked; columns about persons in a list of samples stay empty. */
export const markFile = async (
  { bytes, name, corrections = [], issues, language }: MarkRequest,
  context: SubmissionContext,
): Promise<Result<Uint8Array<ArrayBuffer>, FileRefusal>> => {
  const read = readGrids(bytes, name);
  if (!read.ok) return read;
  const corrected = applyCorrections(read.value, corrections);
  // They were applied when the draft was kept.
  if (!corrected.ok) return refuse({ code: 'file.cell-outside', params: { cell: '' } });
  const grids = corrected.value;
  const personal = new Map(
    readLayout(grids, context).flatMap((layout) =>
      layout.kind === 'samples' ? [[layout.grid.sheet, layout.found.personal] as const] : [],
    ),
  );
  // A copy of its own memory, which is handed over whole.
  return ok(Uint8Array.from(await writeMarked({ grids, issues, personal, language })));
};
