import {
  findSampleList,
  sampleRowReader,
  type HeadRow,
  type SampleList,
  type SampleRow,
} from '@zhibiao/shared/sample';
import { refuse, ok } from '@zhibiao/shared/result';
import {
  columnLetter,
  issueList,
  splitCsv,
  type IssueList,
  type SheetPreview,
  type SubmissionContext,
  type SubmittedRow,
} from '@zhibiao/shared/submission';
import { sampledNote } from '@zhibiao/shared/wording';
import { csvParts, encodingOfHead, openTextParts } from '../../documents';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { SampleAnswer, SampleProgress, SampleWork } from './sample-desk.store';
import type { SampleStaging, StagedOutcome } from './sample-staging.store';

/** What staging needs beside the list: a turn in the line of writers for each slice, and somebody to tell. */
export interface StagingGround {
  readonly staging: SampleStaging;
  readonly index: ProgrammeIndex;
  /** Runs one short write when nobody else writes; answers false when the list is to be given up. */
  readonly turn: (write: () => void) => Promise<boolean>;
  readonly progress: (progress: SampleProgress) => void;
}

/** Data lines of one list: a year of samples of a province, with room. */
const mostRows = 1_200_000;
/** Rows that are written in one turn: some fifty milliseconds. */
const sliceRows = 16_384;
const shownRows = 50;
const shownWithIssues = 150;

/** The list of samples that the first bytes of a file begin; null where it is none, and is read as a table of figures. */
export const sampleListOf = (
  head: Uint8Array,
  name: string,
  index: ProgrammeIndex,
): { readonly list: SampleList; readonly delimiter: string } | null => {
  const encoding = encodingOfHead(head);
  if (encoding === null || !/\.(?:csv|txt)$/i.test(name)) return null;
  let text = '';
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
  for (const delimiter of [',', '\t', ';']) {
    const rows: HeadRow[] = [];
    splitCsv(
      text,
      (texts, number) => {
        rows.push({ number, texts });
        return rows.length < 30;
      },
      { delimiter },
    );
    const list = findSampleList(rows, name, index);
    if (list !== null) return { list, delimiter };
  }
  return null;
};

/** Bytes that `sampleListOf` is shown. */
export const headBytes = 65_536;

/**
 * Reads a list of samples from disk, a part at a time, checks every line and stages what is good. A list that is refused
 * or given up leaves a batch to be removed by whoever asked.
 */
export const stageSamples = async (
  work: SampleWork,
  ground: StagingGround,
  begun: (batch: number) => void,
): Promise<SampleAnswer> => {
  const { path, name, today, actor, submission } = work;
  const { staging, index, turn } = ground;
  const source = openTextParts(path);
  try {
    if (source.encoding === null) return refuse({ code: 'file.unreadable-text', params: {} });
    const parts = source.parts();
    let part = parts.next();
    const found = sampleListOf(headOf(part.done === true ? '' : part.value.text), name, index);
    if (found === null) return refuse({ code: 'file.no-header', params: {} });
    const { list, delimiter } = found;
    const context: SubmissionContext = { index, today, ...(actor === undefined ? {} : { actor }) };
    const issues = issueList();
    const shown = shownOf(list);
    const reader = sampleRowReader({ list, sheet: '' }, context, (issue) => {
      issues.add(issue);
      shown.mark(issue.cell.row);
    });
    tellPersonal(list, issues);
    let batch = 0;
    const began = await turn(() => {
      batch = staging.begin(submission);
    });
    if (!began) return 'cancelled';
    begun(batch);

    let slice: SampleRow[] = [];
    let [rowsSeen, rowsRefused] = [0, 0];
    const splitter = csvParts(delimiter, (texts, line) => {
      if (line <= list.headerLine || isBlank(texts)) return true;
      rowsSeen += 1;
      if (rowsSeen > mostRows) return false;
      const row = reader.read(texts, line);
      shown.see(texts, line);
      if (row === null) rowsRefused += 1;
      else slice.push(row);
      return true;
    });
    const write = async (): Promise<boolean> => {
      for (let at = 0; at < slice.length; at += sliceRows) {
        const rows = slice.slice(at, at + sliceRows);
        const goes = await turn(() => {
          for (const { kind, number, line, first } of staging.write(batch, rows, reader.groups)) {
            if (kind === 'joined') continue;
            const code = kind === 'repeated' ? 'submission.sample-repeated' : 'submission.sample-contradicts';
            const level = kind === 'repeated' ? 'warning' : 'error';
            if (kind === 'contradicts') rowsRefused += 1;
            const column = columnLetter(list.columns.number);
            issues.add({
              code,
              level,
              cell: { sheet: '', row: line, column },
              params: { number, row: first },
            });
          }
        });
        if (!goes) return false;
      }
      slice = [];
      return true;
    };

    while (part.done !== true) {
      const { text, bytes } = part.value;
      const fault = splitter.take(text, bytes >= source.size);
      if (fault !== null)
        return refuse(
          fault.kind === 'unclosed-quote'
            ? { code: 'file.unclosed-quote', params: { row: fault.row } }
            : { code: 'file.too-many-columns', params: { row: fault.row, found: 16_385, allowed: 100 } },
        );
      if (rowsSeen > mostRows)
        return refuse({ code: 'file.too-many-rows', params: { found: rowsSeen, allowed: mostRows } });
      if (slice.length >= sliceRows && !(await write())) return 'cancelled';
      ground.progress({ rows: rowsSeen, bytes, size: source.size });
      part = parts.next();
    }
    if (!(await write())) return 'cancelled';
    if (rowsSeen === 0) return refuse({ code: 'file.no-rows', params: {} });
    const { outcome, keep } = staging.reconcile(batch);
    if (!(await turn(keep))) return 'cancelled';
    const { observations, ...samples } = outcome;
    return ok({
      submission: {
        rows: sampledRows(observations),
        issues: issues.kept(['']),
        errors: issues.errors(),
        warnings: issues.warnings(),
        rowsSeen,
        rowsRefused,
      },
      preview: shown.preview(),
      samples: { ...samples, batch, personal: list.personal.map((column) => list.headings[column] ?? '') },
    });
  } catch (error) {
    // The decoder's word for bytes that are not of its encoding.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return refuse({ code: 'file.unreadable-text', params: {} });
    throw error;
  } finally {
    source.close();
  }
};

/** Observations as rows of a submission: in the order of the list, each with how many samples it counts. */
export const sampledRows = (observations: StagedOutcome['observations']): readonly SubmittedRow[] =>
  observations.map(({ indicator, unit, period, figure, firstLine }) => ({
    indicator,
    unit,
    period,
    basis: 'single',
    figure,
    note: sampledNote(figure.total),
    sheet: '',
    row: firstLine,
    cell: `A${firstLine}`,
  }));

const headOf = (text: string): Uint8Array => Buffer.from(text.slice(0, headBytes), 'utf8');

const tellPersonal = (list: SampleList, issues: IssueList): void => {
  for (const column of list.personal) {
    issues.add({
      code: 'submission.sample-personal-dropped',
      level: 'warning',
      cell: { sheet: '', row: list.headerLine, column: columnLetter(column) },
      params: { column: (list.headings[column] ?? '').trim().slice(0, 50) },
    });
  }
};

const isBlank = (texts: readonly string[]): boolean => {
  for (const text of texts) if (text !== '' && text.trim() !== '') return false;
  return true;
};

/** The rows that the check step shows: the first ones, and those with issues; never a person's. */
const shownOf = (list: SampleList) => {
  const rows: { row: number; cells: readonly string[] }[] = [];
  let marked = 0;
  let withIssues = 0;
  const columns = list.headings.slice(0, 100).map((heading, column) => ({
    letter: columnLetter(column),
    heading: heading.trim().slice(0, 100),
  }));
  return {
    mark: (row: number) => {
      marked = row;
    },
    see: (texts: readonly string[], row: number) => {
      const hasIssue = marked === row;
      if (rows.length - withIssues >= shownRows && (!hasIssue || withIssues >= shownWithIssues)) return;
      if (hasIssue) withIssues += 1;
      // A copy: a piece of a part would keep all of it in memory.
      const cells = columns.map((_, column) =>
        list.personal.includes(column) ? '' : Buffer.from((texts[column] ?? '').slice(0, 200)).toString(),
      );
      rows.push({ row, cells });
    },
    preview: (): SheetPreview => ({
      columns,
      sheetRows: rows.map(({ row, cells }) => ({ sheet: '', row, cells })),
      figureColumns: [],
    }),
  };
};
