import { quoted } from '../cells/plain-text';
import { readCount } from '../cells/read-count';
import { readRate } from '../cells/read-rate';
import type { ColumnRole } from '../headings';
import type { LooseIssue } from '../issue-list';
import type { CellAt, CellKind, GridRow } from '../types';
import type { HeadingBand } from './find-band';
import type { FigureGroup, FigureRole } from './plan-columns';
import type { Said } from './types';
import { isMissingWord, passesRateOf, readFraction, readValueCell } from './value-cell';

/** What the figure columns of one group say in one row. */
export type FoundFigure =
  | {
      readonly kind: 'figure';
      readonly cells: Partial<Record<ColumnRole, Said>>;
      readonly flag: string | null;
      /** As numbers, for sums; null where a cell holds none. Rate in percent. */
      readonly numbers: {
        readonly passes: number | null;
        readonly total: number | null;
        readonly rate: number | null;
      };
      readonly issues: readonly { readonly at: CellAt; readonly issue: LooseIssue }[];
    }
  | { readonly kind: 'missing'; readonly at: CellAt; readonly text: string }
  | { readonly kind: 'fault'; readonly at: CellAt; readonly issue: LooseIssue };

/** Reads one group of figure columns of a row. Cells with digits typed as text are added to `textNumbers`. */
export function figureCells(
  row: GridRow,
  group: FigureGroup,
  band: HeadingBand,
  textNumbers: CellAt[],
): FoundFigure {
  const { columns } = group;
  const cellOf = (role: FigureRole): Said | null => {
    const column = columns[role];
    if (column === undefined) return null;
    const heading = band.paths[column]?.at(-1) ?? '';
    return {
      text: row.texts[column] ?? '',
      kind: row.kinds?.[column] ?? 'text',
      at: { row: row.number, column, heading },
    };
  };
  const own = cellOf('value') ?? cellOf('fraction');
  const [passes, total, failures] = [cellOf('passes'), cellOf('total'), cellOf('failures')];
  const rate = cellOf('rate') ?? cellOf('failingRate');
  const all = [own, passes, total, failures, rate].filter((cell) => cell !== null);
  const at = (own ?? total ?? rate)?.at ?? { row: row.number, column: 0, heading: '' };
  if (all.every(saysNothing))
    return {
      kind: 'missing',
      at,
      text: (all.find(({ text }) => text.trim() !== '') ?? all[0])?.text.trim() ?? '',
    };

  if (columns.value !== undefined && own !== null) return valueFigure(own);
  if (columns.fraction !== undefined && own !== null) return fractionFigure(own, rate, at);
  for (const cell of [passes, total, failures])
    if (cell?.at !== null && cell !== null && row.kinds !== null && isTextNumber(cell))
      textNumbers.push(cell.at);
  const cells: Partial<Record<ColumnRole, Said>> = {
    ...(passes === null ? {} : { passes }),
    ...(total === null ? {} : { total }),
    ...(failures === null ? {} : { failures }),
  };
  const numbers = { total: numberOf(total), passes: numberOf(passes) };
  const failed = numberOf(failures);
  const known = numbers.passes ?? (numbers.total === null || failed === null ? null : numbers.total - failed);
  return withRate({ cells, passes: known, total: numbers.total }, rate, columns.failingRate !== undefined);
}

const saysNothing = ({ text, kind }: Said): boolean =>
  kind !== 'error' && kind !== 'formula-without-result' && (text.trim() === '' || isMissingWord(text));

const isTextNumber = ({ text, kind }: Said): boolean => kind === 'text' && /^[\d０-９]+\s*$/.test(text);

const numberOf = (cell: Said | null): number | null => {
  const count = cell === null ? null : readCount(cell.text);
  return count?.kind === 'count' ? count.value : null;
};

interface Counted {
  readonly cells: Partial<Record<ColumnRole, Said>>;
  readonly passes: number | null;
  readonly total: number | null;
  readonly flag?: string | null;
}

/**
 * The rate beside counts. Counts win (rule P4): a rate that a spreadsheet never worked out, that shows an error or
 * that has a space in it is told and not needed. Without counts it is left for the rules to judge.
 */
function withRate(counted: Counted, rate: Said | null, isFailing: boolean): FoundFigure {
  const issues: { at: CellAt; issue: LooseIssue }[] = [];
  const { passes, total } = counted;
  const hasCounts = passes !== null && total !== null;
  let used = rate;
  const drop = (code: LooseIssue['code'], cell: Said): void => {
    const percent =
      total === null || passes === null || total === 0 ? '—' : ((100 * passes) / total).toFixed(2);
    const params = { value: quoted(cell.text), percent };
    if (cell.at !== null) issues.push({ at: cell.at, issue: { code, level: 'warning', params } });
    used = null;
  };
  if (rate !== null && hasCounts && rate.kind === 'formula-without-result')
    drop('submission.rate-not-computed', rate);
  else if (rate !== null && hasCounts && rate.kind === 'error') drop('submission.rate-error-value', rate);
  else if (rate !== null && hasCounts && hasInnerSpace(rate.text)) drop('submission.rate-with-space', rate);
  if (used !== null && isFailing) {
    const text = passesRateOf(used.text);
    if (text !== null) used = { ...used, text, printed: used.text };
  }
  const value = used === null ? null : readRate(used.text);
  return {
    kind: 'figure',
    cells: { ...counted.cells, ...(used === null ? {} : { rate: used }) },
    flag: counted.flag ?? null,
    numbers: { passes, total, rate: value?.kind === 'rate' ? value.value : null },
    issues,
  };
}

const hasInnerSpace = (text: string): boolean => {
  const trimmed = text.trim();
  return (
    /\s/.test(trimmed) &&
    readRate(trimmed).kind === 'fault' &&
    readRate(trimmed.replace(/\s+/g, '')).kind === 'rate'
  );
};

function valueFigure(cell: Said): FoundFigure {
  const isPercent = cell.kind === 'date' || cell.kind === 'error' || cell.kind === 'formula-without-result';
  const { value, flag } = isPercent
    ? { value: { kind: 'other' } as const, flag: null }
    : readValueCell(cell.text);
  switch (value.kind) {
    case 'counts': {
      const cells = {
        passes: { ...cell, text: value.passes, printed: cell.text },
        total: { ...cell, text: value.total, printed: cell.text },
      };
      const rate = value.rate === '' ? null : { ...cell, text: value.rate, printed: cell.text };
      return withRate({ cells, passes: Number(value.passes), total: Number(value.total), flag }, rate, false);
    }
    case 'rate':
      return withRate(
        { cells: {}, passes: null, total: null, flag },
        { ...cell, text: value.rate, printed: cell.text },
        false,
      );
    case 'missing':
    case 'other':
      return withRate({ cells: {}, passes: null, total: null }, cell, false);
  }
}

function fractionFigure(cell: Said, rate: Said | null, at: CellAt): FoundFigure {
  if (cell.kind === 'date') {
    const [, month = '', day = ''] = /^\d{4}-(\d\d)-(\d\d)/.exec(cell.text) ?? [];
    const shown = `${Number(month)}/${Number(day)}`;
    return {
      kind: 'fault',
      at,
      issue: {
        code: 'submission.fraction-is-date',
        level: 'error',
        params: { value: quoted(cell.text), shown },
      },
    };
  }
  const counts = readFraction(cell.text);
  if (counts === null) {
    const kind: CellKind = cell.kind;
    return {
      kind: 'fault',
      at,
      issue: {
        code: kind === 'error' ? 'submission.error-value' : 'submission.fraction-unreadable',
        level: 'error',
        params: { value: quoted(cell.text) },
      },
    };
  }
  const cells = {
    passes: { ...cell, text: counts.passes, printed: cell.text },
    total: { ...cell, text: counts.total, printed: cell.text },
  };
  return withRate({ cells, passes: Number(counts.passes), total: Number(counts.total) }, rate, false);
}
