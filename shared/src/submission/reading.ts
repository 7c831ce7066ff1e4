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
  /**
   * A data row: where it stands, its key (one number per indicator × unit × period × basis; -1 when the row does not
   * say what it is about), and what it says when it is good.
   */
  readonly addRow: (place: RowPlace, key: number, good: SubmittedRow | null) => void;
  /** A data row that says that there is no figure (—): seen, neither good nor refused. */
  readonly addAbsentRow: () => void;
  readonly finish: () => ReadSubmission;
}

/** Where a row stands. */
export interface RowPlace {
  readonly sheet: string;
  readonly number: number;
}

/** Row numbers named in the message about one repeated key. */
const NAMED_ROWS = 12;

/** A reading with nothing read yet. `manySheets`: messages about other rows then name their sheet. */
export function newReading(context: SubmissionContext, manySheets: boolean): Reading {
  const issues = issueList();
  const sheets: string[] = [];
  const places: RowPlace[] = [];
  const goods: (SubmittedRow | null)[] = [];
  const firstByKey = new Map<number, number>();
  const repeated = new Map<number, number[]>();
  let absent = 0;

  const placeText = ({ sheet, number }: RowPlace): string =>
    manySheets && sheet !== '' ? `${sheet}!${number}` : String(number);

  /** The same key twice is refused on every row concerned: nobody can say which one is meant (rule P9). */
  const refuseRepeated = (): ReadonlySet<number> => {
    const refused = new Set<number>();
    for (const members of repeated.values()) {
      const named = members.slice(0, NAMED_ROWS).flatMap((at) => {
        const place = places[at];
        return place === undefined ? [] : [placeText(place)];
      });
      const list = named.join('、') + (members.length > NAMED_ROWS ? '…' : '');
      for (const at of members) {
        const place = places[at];
        if (place === undefined) continue;
        refused.add(at);
        issues.add({
          code: 'submission.duplicate-key',
          level: 'error',
          cell: { sheet: place.sheet, row: place.number, column: null },
          params: { rows: list, count: members.length },
        });
      }
    }
    return refused;
  };

  return {
    issues,
    names: nameReaders(context.index, context.answers),
    period: periodReader(context),
    openSheet: (sheet) => sheets.push(sheet),
    addRow: (place, key, good) => {
      const at = places.push(place) - 1;
      goods.push(good);
      if (key < 0) return;
      const first = firstByKey.get(key);
      if (first === undefined) {
        firstByKey.set(key, at);
        return;
      }
      const members = repeated.get(key);
      if (members === undefined) repeated.set(key, [first, at]);
      else members.push(at);
    },
    addAbsentRow: () => {
      absent += 1;
    },
    finish: () => {
      const refused = refuseRepeated();
      const rows = goods.filter((row, at): row is SubmittedRow => row !== null && !refused.has(at));
      return {
        rows,
        issues: issues.kept(sheets),
        errors: issues.errors(),
        warnings: issues.warnings(),
        rowsSeen: goods.length + absent,
        rowsRefused: goods.length - rows.length,
      };
    },
  };
}
