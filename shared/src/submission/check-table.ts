import { mayReport } from '../access';
import type { Basis } from '../calendar';
import type { Indicator, ReportingUnit } from '../programme';
import { hasControlCharacter, looksLikeFormula, quoted, withoutInvisible } from './cells/plain-text';
import { plainCount } from './cells/read-count';
import { readRate, type RateReading } from './cells/read-rate';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import type { FoundTable } from './find-table';
import { TEMPLATE_HEADING, type ColumnRole } from './headings';
import type { LooseIssue } from './issue-list';
import { readBasis } from './read-basis';
import { compareRate, readFigure, type FigureReading, type ReportFigure } from './read-figure';
import { isTotalWord } from './read-names';
import type { Reading } from './reading';
import { isRemark } from './remark-rows';
import type { CellKind, Grid, GridRow, IssueCode } from './types';

/** Longest note (rule P2). */
export const LONGEST_NOTE = 500;

/** Longest text a spreadsheet cell can hold (rule P2). */
export const LONGEST_CELL = 32_767;

/** Checks the rows below the heading of one table and adds what it finds to the reading. */
export function checkTable(
  grid: Grid,
  table: FoundTable,
  context: SubmissionContext,
  reading: Reading,
): void {
  const { columns, headings } = table;
  const { sheet } = grid;
  const { names, issues } = reading;
  const { indicators } = context.index.programme;
  const unitCount = context.index.register.units.length;
  const defaultIndicator = indicators.find(({ code }) => code === context.defaultIndicator) ?? null;
  const defaultIndicatorId = defaultIndicator === null ? -1 : indicators.indexOf(defaultIndicator);
  const ownSchemes = new Map<Indicator, Set<string>>();
  const roleOf = rolesByColumn(columns);
  const formulas = new Map<string, { count: number; row: number }>();
  const rates = new Map<string, RateReading>();

  // The row at hand; `report` closes over these so that nothing is allocated for an ordinary row.
  let number = 0;
  let texts: readonly string[] = [];
  let faulty = false;
  let erred: number[] = [];

  const add = (column: number | null, { code, level, params }: LooseIssue): void => {
    if (level === 'error') {
      faulty = true;
      // One error per cell is enough: a formula without result is not a missing count as well.
      if (column !== null && erred.includes(column)) return;
      if (column !== null) erred.push(column);
    }
    const heading = column === null ? '' : (headings[column] ?? '').trim();
    issues.add({
      code,
      level,
      cell: { sheet, row: number, column: column === null ? null : columnLetter(column) },
      params: heading === '' ? params : { column: quoted(heading), ...params },
    });
  };
  const report: ReportFigure = (role, code, level, params = {}) => {
    const column = columns[role] ?? null;
    add(column, {
      code,
      level,
      params: column === null ? { column: TEMPLATE_HEADING[role], ...params } : params,
    });
  };
  const textOf = (role: ColumnRole): string => {
    const column = columns[role];
    return column === undefined ? '' : (texts[column] ?? '');
  };
  const textOrNull = (role: 'passes' | 'total' | 'failures' | 'rate'): string | null => {
    const column = columns[role];
    return column === undefined ? null : (texts[column] ?? '');
  };

  /** What the sheet says about single cells: errors, formulas, widths, lengths, control characters. */
  const checkCells = (row: GridRow): void => {
    const { kinds } = row;
    for (let column = 0; column < texts.length; column += 1) {
      const text = texts[column] ?? '';
      if (text === '' && kinds === null) continue;
      const role = roleOf[column] ?? null;
      if (kinds !== null && role !== null) checkKind(column, kinds[column] ?? 'text', text);
      if (text.length > LONGEST_CELL)
        add(column, {
          code: 'submission.cell-too-long',
          level: 'error',
          params: { length: text.length, allowed: LONGEST_CELL, value: quoted(text) },
        });
      // The readers of names, periods and figures look for control characters themselves.
      else if ((role === null || role === 'scheme' || role === 'basis') && hasControlCharacter(text))
        add(column, {
          code: 'submission.control-characters',
          level: 'error',
          params: { value: quoted(text) },
        });
    }
  };

  const checkWidth = (): boolean => {
    const params = { found: texts.length, expected: headings.length };
    // Spreadsheets drop trailing empty fields now and then: a missing note or rate is no fault.
    if (texts.length < headings.length && NEEDED.some((role) => (columns[role] ?? -1) >= texts.length))
      add(null, { code: 'submission.too-few-fields', level: 'error', params });
    else if (
      texts.length > headings.length &&
      texts.slice(headings.length).some((text) => text.trim() !== '')
    )
      add(null, { code: 'submission.too-many-fields', level: 'error', params });
    return !faulty;
  };

  const checkKind = (column: number, kind: CellKind, text: string): void => {
    if (kind === 'error')
      add(column, { code: 'submission.error-value', level: 'error', params: { value: text } });
    if (kind === 'formula-without-result')
      add(column, { code: 'submission.formula-without-result', level: 'error', params: {} });
    if (kind === 'formula' || kind === 'formula-external') {
      const key = `${kind} ${column}`;
      const seen = formulas.get(key);
      if (seen === undefined) formulas.set(key, { count: 1, row: number });
      else seen.count += 1;
    }
  };

  const cachedRate = (text: string): RateReading => {
    const cached = rates.get(text);
    if (cached !== undefined) return cached;
    const rate = readRate(text);
    if (rates.size < 20_000) rates.set(text, rate);
    return rate;
  };

  /** Plain digits in both counts and a plain rate, which is nearly every row; everything else takes the long way. */
  const figureOf = (indicator: Indicator | null, unit: ReportingUnit | null): FigureReading => {
    const passes = plainCount(textOf('passes'));
    const total = plainCount(textOf('total'));
    if (
      total > 0 &&
      passes >= 0 &&
      passes <= total &&
      indicator?.measure !== 'score' &&
      !('failures' in columns)
    ) {
      const rate = cachedRate(textOf('rate'));
      if (rate.kind === 'blank' || (rate.kind === 'rate' && rate.remarks.length === 0)) {
        compareRate(rate, passes, total, report);
        return { kind: 'figure', figure: { kind: 'counts', passes, total }, at: 'total' };
      }
    }
    return readFigure(
      {
        passes: textOrNull('passes'),
        total: textOrNull('total'),
        failures: textOrNull('failures'),
        rate: textOrNull('rate'),
      },
      indicator,
      unit,
      report,
    );
  };

  const checkRow = (row: GridRow): void => {
    ({ number, texts } = row);
    faulty = false;
    if (erred.length > 0) erred = [];
    const unitCell = names.unit(textOf('unit'));
    const indicatorText = textOf('indicator');
    const indicatorCell = names.indicator(indicatorText);
    if (unitCell.isHeading || indicatorCell.isHeading) return;
    if (unitCell.found === null || indicatorCell.found === null) {
      const first = texts.find((text) => text.trim() !== '') ?? '';
      if (unitCell.isTotal || indicatorCell.isTotal || isTotalWord(first))
        return add(null, {
          code: 'submission.total-row-skipped',
          level: 'warning',
          params: { value: quoted(first) },
        });
      if (isRemark(first))
        return add(null, {
          code: 'submission.remark-skipped',
          level: 'warning',
          params: { value: quoted(first) },
        });
    }

    // Cut off or shifted: what its cells say cannot be trusted.
    if (grid.source === 'csv' && !checkWidth()) return reading.addRow({ sheet, number, key: -1, good: null });
    checkCells(row);
    const byDefault = indicatorText.trim() === '' ? defaultIndicator : null;
    const indicator = byDefault ?? indicatorCell.found;
    const unit = unitCell.found;
    if (byDefault === null) for (const issue of indicatorCell.issues) add(columns.indicator ?? null, issue);
    for (const issue of unitCell.issues) add(columns.unit ?? null, issue);

    const periodColumn = columns.period;
    const periodCell = reading.period(
      textOf('period'),
      periodColumn !== undefined && row.kinds?.[periodColumn] === 'date',
    );
    for (const issue of periodCell.issues) add(periodColumn ?? null, issue);
    const basis = basisOf(periodCell.basis);

    if (indicator !== null) checkScheme(indicator);
    if (indicator !== null && unit !== null && context.actor !== undefined)
      if (!mayReport(context.actor, indicator, unit.code))
        add(columns.unit ?? null, {
          code: 'submission.outside-scope',
          level: 'error',
          params: { indicator: indicator.name.zh, unit: unit.name.zh },
        });
    const note = noteOf();
    const figure = figureOf(indicator, unit);
    if (figure.kind === 'absent' && !faulty) {
      add(columns.total ?? columns.rate ?? null, {
        code: 'submission.missing-figure-skipped',
        level: 'warning',
        params: { unit: unit?.name.zh ?? '' },
      });
      return reading.addAbsentRow();
    }

    const key =
      indicator === null || unit === null || periodCell.period === null || basis === null
        ? -1
        : ((periodCell.id * 2 + (basis === 'single' ? 0 : 1)) * indicators.length +
            (byDefault === null ? indicatorCell.id : defaultIndicatorId)) *
            unitCount +
          unitCell.id;
    const isGood =
      !faulty &&
      figure.kind === 'figure' &&
      indicator !== null &&
      unit !== null &&
      periodCell.period !== null &&
      basis !== null;
    reading.addRow({
      sheet,
      number,
      key,
      good: isGood
        ? {
            indicator: indicator.code,
            unit: unit.code,
            period: periodCell.period,
            basis,
            figure: figure.figure,
            note,
            column: columns[figure.at] ?? 0,
          }
        : null,
    });
  };

  const basisOf = (said: Basis | null): Basis | null => {
    const text = textOf('basis');
    const written = readBasis(text);
    if (written === undefined) {
      report('basis', 'submission.basis-unreadable', 'error', { value: quoted(text) });
      return null;
    }
    if (written !== null && said !== null && written !== said) {
      report('basis', 'submission.basis-disagrees', 'error', {
        value: quoted(text),
        period: quoted(textOf('period')),
      });
      return null;
    }
    return written ?? said ?? context.defaultBasis ?? 'single';
  };

  const checkScheme = (indicator: Indicator): void => {
    const text = textOf('scheme');
    if (text === '' || indicator.scheme === null) return;
    const own = ownSchemes.get(indicator) ?? new Set();
    if (own.has(text)) return;
    if (context.index.isOwnScheme(indicator, text)) {
      ownSchemes.set(indicator, own.add(text));
      return;
    }
    report('scheme', 'submission.scheme-other', 'error', {
      value: quoted(text),
      allowed: indicator.scheme.name.zh,
      indicator: indicator.name.zh,
    });
  };

  const noteOf = (): string => {
    const text = textOf('note');
    if (text === '') return '';
    // An overlong cell has its issue already.
    if (text.length > LONGEST_CELL) return '';
    if (hasControlCharacter(text)) {
      report('note', 'submission.control-characters', 'error', { value: quoted(text) });
      return '';
    }
    const visible = withoutInvisible(text);
    if (visible !== text)
      report('note', 'submission.invisible-characters', 'warning', { value: quoted(text) });
    const note = visible.trim();
    if (note.length > LONGEST_NOTE)
      report('note', 'submission.note-too-long', 'error', {
        length: note.length,
        allowed: LONGEST_NOTE,
        value: quoted(note),
      });
    if (looksLikeFormula(text)) report('note', 'submission.formula-text', 'warning', { value: quoted(text) });
    return note;
  };

  for (let at = table.headerIndex + 1; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row !== undefined) checkRow(row);
  }
  for (const [key, { count, row }] of formulas) {
    const [kind = '', column = '0'] = key.split(' ');
    number = row;
    const code: IssueCode = kind === 'formula' ? 'submission.formula-used' : 'submission.formula-external';
    add(Number(column), { code, level: 'warning', params: { count } });
  }
}

/** Columns without which a row says nothing; a CSV row that is cut off before one of them is a fault. */
const NEEDED: readonly ColumnRole[] = ['indicator', 'unit', 'period', 'passes', 'total', 'failures'];

function rolesByColumn(columns: FoundTable['columns']): readonly (ColumnRole | undefined)[] {
  const roles: (ColumnRole | undefined)[] = [];
  // The keys of `columns` are roles by its type; Object.entries forgets that.
  for (const [role, column] of Object.entries(columns)) roles[column] = role as ColumnRole;
  return roles;
}
