import type { IndicatorCode, UnitCode } from '../programme';
import type { Basis, PeriodCode } from '../calendar';
import type { Figure } from '../observation';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import { issueList, type IssueList } from './issue-list';
import { nameReaders, type NameReaders } from './read-names';
import { periodReader, type PeriodCell } from './read-period-cell';
import type { ReadSubmission, SubmittedRow } from './types';

/** What grows while the sheets of one file are read. */
export interface Reading {
  readonly issues: IssueList;
  readonly names: NameReaders;
  readonly period: (text: string, isDate: boolean) => PeriodCell;
  /** Says which sheets hold tables, in order, before their rows come. */
  readonly openSheet: (sheet: string) => void;
  /** A row with its key and, when it is good, its figure. Rows without a readable key come with `key` -1. */
  readonly addRow: (row: RowOutcome) => void;
  /** A data row that says that there is no figure (—): seen, neither good nor refused. */
  readonly addAbsentRow: () => void;
  readonly finish: () => ReadSubmission;
}

/** What became of one data row. */
export interface RowOutcome {
  readonly sheet: string;
  readonly number: number;
  /** One number per indicator × unit × period × basis; -1 when the row does not say what it is about. */
  readonly key: number;
  readonly good: GoodRow | null;
}

/** What a good row says. */
export interface GoodRow {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure;
  readonly note: string;
  /** Zero-based column of the total, or of the rate where only a rate is known. */
  readonly column: number;
}

/** Row numbers named in the message about one repeated key. */
const NAMED_ROWS = 12;

/** A reading with nothing read yet. `manySheets`: messages about other rows then name their sheet. */
export function newReading(context: SubmissionContext, manySheets: boolean): Reading {
  const issues = issueList();
  const sheets: string[] = [];
  const rows: RowOutcome[] = [];
  const firstByKey = new Map<number, number>();
  const repeated = new Map<number, number[]>();
  let absent = 0;

  const place = ({ sheet, number }: RowOutcome): string =>
    manySheets && sheet !== '' ? `${sheet}!${number}` : String(number);

  /** The same key twice is refused on every row concerned: nobody can say which one is meant (rule P9). */
  const refuseRepeated = (): ReadonlySet<number> => {
    const refused = new Set<number>();
    for (const members of repeated.values()) {
      const named = members.slice(0, NAMED_ROWS).flatMap((at) => {
        const row = rows[at];
        return row === undefined ? [] : [place(row)];
      });
      const list = named.join('、') + (members.length > NAMED_ROWS ? '…' : '');
      for (const at of members) {
        const row = rows[at];
        if (row === undefined) continue;
        refused.add(at);
        issues.add({
          code: 'submission.duplicate-key',
          level: 'error',
          cell: { sheet: row.sheet, row: row.number, column: null },
          params: { rows: list, count: members.length },
        });
      }
    }
    return refused;
  };

  return {
    issues,
    names: nameReaders(context.index),
    period: periodReader(context),
    openSheet: (sheet) => sheets.push(sheet),
    addRow: (row) => {
      const at = rows.push(row) - 1;
      if (row.key < 0) return;
      const first = firstByKey.get(row.key);
      if (first === undefined) {
        firstByKey.set(row.key, at);
        return;
      }
      const members = repeated.get(row.key);
      if (members === undefined) repeated.set(row.key, [first, at]);
      else members.push(at);
    },
    addAbsentRow: () => {
      absent += 1;
    },
    finish: () => {
      const refused = refuseRepeated();
      const good: SubmittedRow[] = [];
      for (const [at, { good: row, sheet, number }] of rows.entries()) {
        if (row === null || refused.has(at)) continue;
        const letter = columnLetter(row.column);
        good.push({
          indicator: row.indicator,
          unit: row.unit,
          period: row.period,
          basis: row.basis,
          figure: row.figure,
          note: row.note,
          sheet,
          row: number,
          cell: sheet === '' ? `${letter}${number}` : `${sheet}!${letter}${number}`,
        });
      }
      return {
        rows: good,
        issues: issues.kept(sheets),
        errors: issues.errors(),
        warnings: issues.warnings(),
        rowsSeen: rows.length + absent,
        rowsRefused: rows.length - good.length,
      };
    },
  };
}
