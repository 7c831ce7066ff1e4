import { expect } from 'vitest';
import { observationSpan, readPeriodText } from '@zhibiao/shared/calendar';
import { programmeIndex } from '@zhibiao/shared/programme';
import {
  columnLetter,
  readLayout,
  type CellAt,
  type Issue,
  type LayoutAnswers,
  type SheetLayout,
} from '@zhibiao/shared/submission';
import { fixture, shanwei, statistician } from './a-reader.fixture';
import { readFileRows, readGrids } from './read-file-rows';

interface ExpectedRecord {
  readonly area: string;
  readonly indicator: string;
  readonly category?: string;
  readonly part_of?: string;
  readonly method?: string;
  readonly period: { readonly start: string; readonly end: string; readonly cumulative: boolean };
  readonly passes: number | null;
  readonly total: number | null;
  readonly rate_percent: number;
  readonly rate_printed?: string;
  readonly at: string;
  readonly published_on?: string;
  readonly flag?: string;
}

interface Expectation {
  readonly records: readonly ExpectedRecord[];
  readonly other_method_records?: readonly ExpectedRecord[];
  readonly sheets?: readonly {
    readonly name: string;
    readonly use: boolean;
    readonly unique_samples?: number;
  }[];
  readonly warnings?: readonly {
    readonly code: string;
    readonly at?: string;
    readonly sheet?: string;
    readonly count?: number;
  }[];
  readonly refused?: readonly { readonly at: string }[];
  readonly ask?: readonly { readonly at: string }[];
  readonly missing?: readonly (string | { readonly at: string })[];
  readonly not_records?: readonly { readonly at: string; readonly reason: string }[];
  readonly total_row?: unknown;
  readonly fails?: readonly { readonly sample: string; readonly items: number; readonly category: string }[];
}

export const expected = (file: string): Expectation =>
  // The expectations come with the workbooks; what they hold is compared, not trusted.
  (JSON.parse(fixture(`workbooks/${file}.expected.json`).toString()) as { readonly expect: Expectation })
    .expect;

const ours = shanwei();
// wording-ok: names that stand in the workbooks
const foreign = ['全国', '广宁县', '梅江区', '东莞市'].map((zh, at) => ({
  code: `elsewhere-${at}`,
  name: { zh, en: zh },
  shortName: { zh, en: zh },
  aliases: [],
  kind: 'reference' as const,
  parent: null,
  within: null,
  tile: null,
}));
export const index = programmeIndex(ours.programme, {
  ...ours.register,
  units: [...ours.register.units, ...foreign],
});

const ANSWERS: Readonly<Record<string, LayoutAnswers>> = {
  '01': { subjects: { '*': { unit: '440000' } } },
  '02': { subjects: { '*': { unit: 'elsewhere-0' } } },
  '05': { subjects: { '*': { period: '2024-Q1' } } },
  '11': { subjects: { '*': { period: '2023-Q4' } } },
};

export const contextOf = (name: string, answered = true) => ({
  index,
  today: '2025-10-16',
  actor: statistician,
  answers: answered ? (ANSWERS[name.slice(0, 2)] ?? {}) : {},
});

export const readBytes = (bytes: Uint8Array, name: string) => {
  const grids = readGrids(bytes, name);
  const read = readFileRows({ bytes, name }, contextOf(name));
  if (!grids.ok || !read.ok) throw new Error('refused');
  return { layouts: readLayout(grids.value, contextOf(name)), ...read.value };
};
export const readFile = (name: string) => readBytes(fixture(`workbooks/${name}`), name);

const place = (sheet: string, at: Pick<CellAt, 'row' | 'column'>) =>
  `${sheet}!${columnLetter(at.column)}${at.row}`;
export const isTidy = (layout: SheetLayout) => layout.kind === 'tidy';

type Cells = Extract<SheetLayout, { kind: 'tidy' }>['tidy']['records'][number]['cells'];

/** Passes, total and rate as the texts say them; passes from failures where only those are typed. */
const figureOf = (cells: Cells) => {
  const numberOf = (role: 'passes' | 'total' | 'failures') => {
    const text = cells[role]?.text.normalize('NFKC').replace(/[\s,]/g, '') ?? '';
    return text === '' ? null : Number(text);
  };
  const total = numberOf('total');
  const failures = numberOf('failures');
  const passes = numberOf('passes') ?? (total === null || failures === null ? null : total - failures);
  const rate = Number.parseFloat(cells.rate?.text.normalize('NFKC') ?? 'NaN');
  return { passes, total, rate: passes !== null && total !== null ? (100 * passes) / total : rate };
};

/** Every record of the tidied sheets in the shape of the expectation; `at` is the cell of the role asked for. */
export const recordsOf = (layouts: readonly SheetLayout[], atRole: 'total' | 'period' = 'total') =>
  layouts.filter(isTidy).flatMap(({ grid, tidy }) =>
    tidy.records.map(({ cells, category, partOf, published, flag }) => {
      const read = readPeriodText(cells.period?.text ?? '');
      const basis =
        cells.basis?.text === 'cumulative' ? 'cumulative' : read.ok ? (read.basis ?? 'single') : 'single';
      const at = (atRole === 'period' ? cells.period?.at : (cells.total?.at ?? cells.rate?.at)) ?? null;
      const indicator = index.indicatorNamed(cells.indicator?.text ?? '');
      return {
        area: index.unitNamed(cells.unit?.text ?? '')?.name.zh,
        indicator: indicator?.code,
        category,
        part: partOf,
        isOwnWay: indicator !== undefined && index.isOwnScheme(indicator, cells.scheme?.text ?? ''),
        ...(read.ok ? observationSpan(read.period, basis, '01-01') : {}),
        cumulative: basis === 'cumulative' || (read.ok && read.period.endsWith('-S1')),
        ...figureOf(cells),
        printed: cells.rate?.printed ?? cells.rate?.text ?? null,
        at: at === null ? null : place(grid.sheet, at),
        published,
        flag,
        isRead: read.ok,
      };
    }),
  );
type GotRecord = ReturnType<typeof recordsOf>[number];

/** The rate as the sheet shows it: 0.9796 formatted as percent is 97.96% for whoever looks at it. */
const shown = (printed: string, isShare: boolean): string => {
  const text = printed
    .replace(/^不合格率\s*/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '');
  return isShare && /^[01](?:\.\d+)?$/.test(text) ? `${Number((Number(text) * 100).toFixed(6))}%` : text;
};

export const comparable = (record: GotRecord) => ({
  area: record.area,
  start: 'start' in record ? record.start : null,
  end: 'end' in record ? record.end : null,
  cumulative: record.cumulative,
  passes: record.passes,
  total: record.total,
  rate: Number(record.rate.toFixed(4)),
  at: record.at,
});
export const wanted = ({ area, period, passes, total, rate_percent, at }: ExpectedRecord) => ({
  area,
  start: period.start,
  end: period.end,
  cumulative: period.cumulative,
  passes,
  total,
  rate: rate_percent,
  at,
});

/** Codes of the expectations, as ours. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'number-stored-as-text': ['submission.number-as-text'],
  'passes-exceed-total': ['submission.passes-exceed-total'],
  'total-row-disagrees': ['submission.total-row-disagrees'],
  'bad-percent-text': ['submission.rate-with-space'],
  'duplicate-key': ['submission.duplicate-key'],
  'duplicate-sample': ['submission.duplicate-sample'],
  'hidden-sheet-skipped': ['submission.hidden-sheet-skipped'],
  'total-rate-is-average-of-rates': ['submission.total-rate-is-average'],
  'hidden-row': ['submission.hidden-row-read', 'submission.hidden-row-skipped'],
  'date-like-fraction': ['submission.fraction-like-date'],
  'formula-without-value': ['submission.rate-not-computed'],
  'error-value': ['submission.rate-error-value'],
  'date-where-fraction-expected': ['submission.fraction-is-date'],
  'printed-rate-disagrees': ['submission.rate-rounded'],
  'overlap-disagrees': ['submission.periods-do-not-add-up'],
};

/** Rows that are no records: each is told, none is an error. */
export const PASSED_OVER = new Set([
  'submission.total-row-skipped',
  'submission.remark-skipped',
  'submission.part-row-skipped',
  'submission.missing-figure-skipped',
  'submission.total-zero',
]);

export const cellOf = ({ cell }: Issue) => `${cell.sheet}!${cell.column ?? ''}${cell.row}`;

/** Every warning asked for is there, at its cell; what else is said is returned, rows passed over apart. */
export const beyondExpected = (
  issues: readonly Issue[],
  asked: Expectation['warnings'] = [],
): readonly string[] => {
  const met = new Set<Issue>();
  for (const { code, at, sheet, count } of asked) {
    const first = at?.split(':')[0];
    const found = issues.filter(
      (issue) =>
        CODES[code]?.includes(issue.code) === true &&
        (first === undefined || cellOf(issue) === first) &&
        (sheet === undefined || issue.cell.sheet === sheet) &&
        (count === undefined || issue.params['count'] === count),
    );
    expect(found.length, `${code} ${at ?? ''}`).toBeGreaterThan(0);
    for (const issue of found) met.add(issue);
  }
  return issues
    .filter((issue) => !met.has(issue) && !PASSED_OVER.has(issue.code))
    .map((issue) => `${issue.level} ${issue.code.replace('submission.', '')} ${cellOf(issue)}`);
};

/** Cells that say that there is no figure, 0 of 0 among them. */
export const missingOf = (layouts: readonly SheetLayout[]): readonly string[] => [
  ...layouts.filter(isTidy).flatMap(({ grid, tidy }) => tidy.missing.map(({ at }) => place(grid.sheet, at))),
  ...recordsOf(layouts)
    .filter(({ total }) => total === 0)
    .map(({ at }) => at ?? ''),
];

/** `调度表!E13:G13 0/0 no such firm` as its cells. */
export const cellsOf = (text: string): readonly string[] => {
  const [, sheet = '', left = '', top = '', right = left, bottom = top] =
    /^(.+)!([A-Z])(\d+)(?::([A-Z])(\d+))?/.exec(text) ?? [];
  const cells: string[] = [];
  for (let row = Number(top); row <= Number(bottom); row += 1)
    for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1)
      cells.push(`${sheet}!${String.fromCharCode(column)}${row}`);
  return cells;
};

export const codeNamed = (name: string) => index.indicatorNamed(name)?.code;

/** Records of a file beside those expected, in the order of the sheet; figures that do not exist are no records. */
export const compareRecords = (got: readonly GotRecord[], records: readonly ExpectedRecord[]) => {
  const real = got.filter(({ total, isRead }) => total !== 0 && isRead);
  expect(real.map(comparable)).toEqual(records.map(wanted));
  expect(real.map(({ indicator }) => indicator)).toEqual(
    records.map(({ indicator }) => codeNamed(indicator)),
  );
  expect(real.map(({ category }) => category ?? undefined)).toEqual(records.map(({ category }) => category));
  for (const [at, { rate_printed: printed, published_on: published }] of records.entries()) {
    const record = real[at];
    if (printed !== undefined) {
      const isShare = record?.printed?.endsWith('%') === true && !printed.includes('%');
      if (record?.printed !== null) expect(shown(record?.printed ?? '', false)).toBe(shown(printed, isShare));
    }
    if (published !== undefined) expect(record?.published).toBe(published);
  }
};

/** The part of a total row that ours holds too. */
export const atless = (row: unknown): Readonly<Record<string, number>> => {
  const { total, passes } = row as { readonly total: number; readonly passes: number };
  return { total, passes };
};
