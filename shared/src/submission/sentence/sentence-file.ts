import type { Basis, PeriodCode } from '../../calendar';
import { withoutInvisible } from '../cells/plain-text';
import { TEMPLATE_COLUMNS, TEMPLATE_HEADING, TEMPLATE_WORDS, type ColumnRole } from '../headings';
import { joinCsv } from '../join-csv';
import { LONGEST_NOTE } from '../read-note';

/** A row of a notice as a person confirmed it. */
export interface ConfirmedRow {
  /** Code or name: the file is read like any other. */
  readonly indicator: string;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly passes: number;
  readonly total: number;
  /** In percent as printed; empty where none was. */
  readonly rate: string;
  /** The words it was read from; they travel as the row's note. */
  readonly text: string;
}

/**
 * The confirmed rows as a file of the plain template, so that a pasted sentence is checked, kept and approved by the
 * very rules of a file. A note longer than a note may be is cut with an ellipsis.
 */
export const sentenceFile = (rows: readonly ConfirmedRow[]): string =>
  joinCsv([
    TEMPLATE_COLUMNS.map((role) => TEMPLATE_HEADING[role]),
    ...rows.map((row) => TEMPLATE_COLUMNS.map((role) => cell(row, role))),
  ]);

const cell = (row: ConfirmedRow, role: ColumnRole): string => {
  switch (role) {
    case 'basis':
      return TEMPLATE_WORDS[row.basis];
    case 'note':
      return noteOf(row.text);
    case 'passes':
    case 'total':
      return String(row[role]);
    case 'indicator':
    case 'unit':
    case 'period':
    case 'rate':
      return row[role];
    case 'scheme':
    case 'failures':
      return '';
  }
};

/** A sentence may begin with = or hold line breaks; as a note it is one plain line. */
const noteOf = (text: string): string => {
  const line = withoutInvisible(text)
    .replace(/\s+/g, ' ')
    .replace(/^[=+\-@＝＋－＠ ]+/u, '')
    .trim();
  return line.length > LONGEST_NOTE ? `${line.slice(0, LONGEST_NOTE - 1)}…` : line;
};
