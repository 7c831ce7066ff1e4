import { ok, refuse } from '@zhibiao/shared/result';
import { sampleRowReader, type SampleRow } from '@zhibiao/shared/sample';
import {
  columnLetter,
  issueList,
  type CellPlace,
  type IssueList,
  type PreviewSheetRow,
  type SheetPreview,
  type SubmissionContext,
  type SubmittedRow,
} from '@zhibiao/shared/submission';
import { sampledNote } from '@zhibiao/shared/wording';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { openListSource, type EarlyEnd, type ListTable } from './list-source';
import type { SampleAnswer, SampleProgress, SampleWork } from './sample-desk.store';
import type { SampleStaging, SecondLineFound, StagedOutcome } from './sample-staging.store';

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
  const opened = openListSource(path, name, index);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const context: SubmissionContext = { index, today, ...(actor === undefined ? {} : { actor }) };
    const issues = issueList();
    const shown = shownOf(source.tables);
    const readers = source.tables.map((table) =>
      sampleRowReader(table, context, (issue) => {
        issues.add(issue);
        shown.mark(issue.cell);
      }),
    );
    for (const sheet of source.hidden) tellHidden(sheet, issues);
    for (const table of source.tables) tellPersonal(table, issues);
    let batch = 0;
    const began = await turn(() => {
      batch = staging.begin(submission);
    });
    if (!began) return 'cancelled';
    begun(batch);

    let slices: SampleRow[][] = readers.map(() => []);
    let [rowsSeen, rowsRefused, waiting] = [0, 0, 0];
    const tellSecond = (table: number, { kind, number, line, first }: SecondLineFound): void => {
      if (kind === 'joined') return;
      const code = kind === 'repeated' ? 'submission.sample-repeated' : 'submission.sample-contradicts';
      const level = kind === 'repeated' ? 'warning' : 'error';
      if (kind === 'contradicts') rowsRefused += 1;
      const { sheet, list } = tableAt(source.tables, table);
      const column = columnLetter(list.columns.number);
      issues.add({ code, level, cell: { sheet, row: line, column }, params: { number, row: first } });
    };
    const write = async (): Promise<EarlyEnd | null> => {
      for (const [table, reader] of readers.entries()) {
        const slice = slices[table] ?? [];
        for (let at = 0; at < slice.length; at += sliceRows) {
          const rows = slice.slice(at, at + sliceRows);
          const goes = await turn(() => {
            for (const second of staging.write(batch, rows, reader.groups)) tellSecond(table, second);
          });
          if (!goes) return 'cancelled';
        }
      }
      slices = readers.map(() => []);
      waiting = 0;
      return null;
    };

    const end = await source.feed(
      (table, texts, line) => {
        if (isBlank(texts)) return true;
        rowsSeen += 1;
        if (rowsSeen > mostRows) return false;
        const row = readers[table]?.read(texts, line) ?? null;
        shown.see(table, texts, line);
        if (row === null) rowsRefused += 1;
        else waiting = slices[table]?.push(row) ?? 0;
        return true;
      },
      async (bytes) => {
        if (rowsSeen > mostRows)
          return { code: 'file.too-many-rows', params: { found: rowsSeen, allowed: mostRows } };
        const stop = waiting >= sliceRows ? await write() : null;
        ground.progress({ rows: rowsSeen, bytes, size: source.size });
        return stop;
      },
    );
    const stop = end ?? (await write());
    if (stop === 'cancelled') return stop;
    if (stop !== null) return refuse(stop);
    if (rowsSeen === 0) return refuse({ code: 'file.no-rows', params: {} });
    const { outcome, keep } = staging.reconcile(batch);
    if (!(await turn(keep))) return 'cancelled';
    const { observations, ...samples } = outcome;
    const sheet = source.tables.length === 1 ? tableAt(source.tables, 0).sheet : '';
    return ok({
      submission: {
        rows: sampledRows(observations, sheet),
        issues: issues.kept(source.tables.map(({ sheet }) => sheet)),
        errors: issues.errors(),
        warnings: issues.warnings(),
        rowsSeen,
        rowsRefused,
      },
      preview: shown.preview(),
      samples: { ...samples, batch, sheet, personal: personalOf(source.tables) },
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

const tableAt = (tables: readonly ListTable[], place: number): ListTable => {
  const table = tables[place];
  if (table === undefined) throw new Error(`there is no list ${place}`);
  return table;
};

/**
 * Observations as rows of a submission: in the order of the list, each with how many samples it counts. `sheet`: the one
 * with the list; empty for a text, and where several sheets hold it together.
 */
export const sampledRows = (
  observations: StagedOutcome['observations'],
  sheet: string,
): readonly SubmittedRow[] =>
  observations.map(({ indicator, unit, period, figure, firstLine }) => ({
    indicator,
    unit,
    period,
    basis: 'single',
    figure,
    note: sampledNote(figure.total),
    sheet,
    row: firstLine,
    cell: `${sheet === '' ? '' : `${sheet}!`}A${firstLine}`,
  }));

const tellHidden = (sheet: string, issues: IssueList): void =>
  issues.add({
    code: 'submission.hidden-sheet-skipped',
    level: 'warning',
    cell: { sheet, row: 0, column: null },
    params: { sheet },
  });

const tellPersonal = ({ list, sheet }: ListTable, issues: IssueList): void => {
  for (const column of list.personal) {
    issues.add({
      code: 'submission.sample-personal-dropped',
      level: 'warning',
      cell: { sheet, row: list.headerLine, column: columnLetter(column) },
      params: { column: headingOf(list, column).slice(0, 50) },
    });
  }
};

const headingOf = ({ headings }: ListTable['list'], column: number): string =>
  (headings[column] ?? '').trim();

const personalOf = (tables: readonly ListTable[]): readonly string[] => [
  ...new Set(tables.flatMap(({ list }) => list.personal.map((column) => headingOf(list, column)))),
];

const isBlank = (texts: readonly string[]): boolean => {
  for (const text of texts) if (text !== '' && text.trim() !== '') return false;
  return true;
};

/** The rows that the check step shows: the first ones, and those with issues; never a person's. */
const shownOf = (tables: readonly ListTable[]) => {
  const rows: PreviewSheetRow[] = [];
  let marked: CellPlace | null = null;
  let withIssues = 0;
  const { list } = tableAt(tables, 0);
  const columns = list.headings.slice(0, 100).map((heading, column) => ({
    letter: columnLetter(column),
    heading: heading.trim().slice(0, 100),
  }));
  return {
    mark: (place: CellPlace) => {
      marked = place;
    },
    see: (table: number, texts: readonly string[], row: number) => {
      const isFull = rows.length - withIssues >= shownRows;
      if (isFull && (withIssues >= shownWithIssues || marked?.row !== row)) return;
      const { sheet, list: own } = tableAt(tables, table);
      const hasIssue = marked?.row === row && marked.sheet === sheet;
      if (isFull && !hasIssue) return;
      if (hasIssue) withIssues += 1;
      // A copy: a piece of a part would keep all of it in memory.
      const cells = columns.map((_, column) =>
        own.personal.includes(column) ? '' : Buffer.from((texts[column] ?? '').slice(0, 200)).toString(),
      );
      rows.push({ sheet, row, cells });
    },
    preview: (): SheetPreview => ({ columns, sheetRows: rows, figureColumns: [] }),
  };
};
