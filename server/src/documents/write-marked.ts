import { columnIndex, columnLetter, type CellKind, type Grid, type Issue } from '@zhibiao/shared/submission';
import { issueText, markedWords, type Language } from '@zhibiao/shared/wording';
import { writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx';

/** What is written into a workbook, in whose words. */
export interface MarkedWorkbook {
  /** As read, corrections applied; hidden sheets stay out. */
  readonly grids: readonly Grid[];
  readonly issues: readonly Issue[];
  /** Columns about persons by sheet, left empty. */
  readonly personal: ReadonlyMap<string, readonly number[]>;
  readonly language: Language;
}

/**
 * The workbook that was read with its problems marked where they are: each cell coloured by its worst issue and with the
 * sentences as its comment, and a list of all of them on a sheet of its own, which readers pass over. Numbers and percent
 * cells stay what they are; every other text is written as text, so that nothing in it is a formula.
 */
export const writeMarked = ({ grids, issues, personal, language }: MarkedWorkbook): Promise<Uint8Array> => {
  const words = markedWords[language];
  const sheets = grids.filter(({ hidden }) => !hidden);
  const nameOf = (sheet: string): string => (sheet === '' ? words.sheet : sheet);
  return writeXlsx({
    sheets: [
      ...sheets.map((grid) => ({
        ...sheetOf(grid, personal.get(grid.sheet) ?? []),
        name: nameOf(grid.sheet),
        cells: new Map([...percentCells(grid), ...marksOf(grid, issues, language)]),
      })),
      listOf(issues, { language, nameOf, taken: new Set(sheets.map(({ sheet }) => sheet)) }),
    ],
  });
};

const sheetOf = (
  { rows, merges = [], hiddenColumns = [], hiddenRows }: Grid,
  personal: readonly number[],
): Omit<WriteSheet, 'name'> => {
  const lines: CellValue[][] = [];
  for (const { number, texts, kinds } of rows) {
    while (lines.length < number) lines.push([]);
    lines[number - 1] = texts.map((text, column) =>
      personal.includes(column) ? null : valueOf(text, kinds?.[column] ?? 'text'),
    );
  }
  const width = Math.max(0, ...rows.map(({ texts }) => texts.length));
  return {
    rows: lines,
    columns: Array.from({ length: width }, (_, column) => ({
      width: widthOf(rows, column),
      ...(hiddenColumns.includes(column) ? { hidden: true } : {}),
    })),
    merges: merges.map(({ top, bottom, left, right }) => ({
      startRow: top - 1,
      endRow: bottom - 1,
      startCol: left,
      endCol: right,
    })),
    ...(hiddenRows === undefined
      ? {}
      : { rowDefs: new Map([...hiddenRows].map((row) => [row - 1, { hidden: true }])) }),
  };
};

/** As wide as its texts, a Chinese character counted twice. */
const widthOf = (rows: Grid['rows'], column: number): number => {
  let widest = 8;
  for (const { texts } of rows.slice(0, 60)) {
    const text = texts[column] ?? '';
    widest = Math.max(widest, Math.min(36, text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0) + 2));
  }
  return widest;
};

const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const isNumeric = (kind: CellKind): boolean => kind === 'number' || kind === 'formula';

const valueOf = (text: string, kind: CellKind): CellValue => {
  if (text === '') return null;
  if (isNumeric(kind) && plainNumber.test(text)) return Number(text);
  if (kind === 'percent' && plainNumber.test(text.replace(/%$/, ''))) return percentOf(text);
  return text;
};

/** Fifteen digits, as a spreadsheet keeps them: 97.62 % is 0.9762 and nothing behind it. */
const percentOf = (text: string): number => Number((Number(text.replace(/%$/, '')) / 100).toPrecision(15));

type CellEntry = readonly [string, Partial<Cell>];

/** Formats of percent cells that no issue marks. */
const percentCells = ({ rows }: Grid): readonly CellEntry[] =>
  rows.flatMap(({ number, texts, kinds }) =>
    (kinds ?? []).flatMap((kind, column): readonly CellEntry[] =>
      kind === 'percent'
        ? [[`${number - 1},${column}`, { style: { numFmt: percentFormat(texts[column] ?? '') } }]]
        : [],
    ),
  );

const percentFormat = (text: string): string => {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
};

const fills = {
  error: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F9D5D3' } },
  warning: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FCEBC8' } },
} as const;

/** Cells with issues; one of a whole row stands at its first cell. */
const marksOf = (grid: Grid, issues: readonly Issue[], language: Language): readonly CellEntry[] => {
  const byCell = new Map<string, Issue[]>();
  for (const issue of issues) {
    const { sheet, row, column } = issue.cell;
    if (sheet !== grid.sheet || row === 0) continue;
    const key = `${row - 1},${column === null ? 0 : (columnIndex(column) ?? 0)}`;
    byCell.set(key, [...(byCell.get(key) ?? []), issue]);
  }
  const percent = new Map(percentCells(grid));
  return [...byCell].map(([key, own]): CellEntry => {
    const level = own.some((issue) => issue.level === 'error') ? 'error' : 'warning';
    const text = own.map((issue) => issueText(issue, language)).join('\n');
    return [key, { style: { ...percent.get(key)?.style, fill: fills[level] }, comment: { text } }];
  });
};

const listOf = (
  issues: readonly Issue[],
  {
    language,
    nameOf,
    taken,
  }: {
    readonly language: Language;
    readonly nameOf: (sheet: string) => string;
    readonly taken: ReadonlySet<string>;
  },
): WriteSheet => {
  const words = markedWords[language];
  const name = (at: number): string => (at === 0 ? words.list : `${words.list} ${at + 1}`);
  let place = 0;
  while (taken.has(name(place))) place += 1;
  return {
    name: name(place),
    columns: [{ width: 8 }, { width: 20 }, { width: 10 }, { width: 100 }],
    freezePane: { rows: 1 },
    rows: [
      [...words.headings],
      ...issues.map((issue): CellValue[] => {
        const { sheet, row, column } = issue.cell;
        const address = row === 0 ? '' : `${column ?? ''}${row}`;
        return [words.levels[issue.level], nameOf(sheet), address, issueText(issue, language)];
      }),
    ],
    cells: new Map(
      issues.flatMap((issue, at): readonly CellEntry[] => {
        const { sheet, row, column } = issue.cell;
        if (row === 0) return [];
        const location = `'${nameOf(sheet).replaceAll("'", "''")}'!${column ?? columnLetter(0)}${row}`;
        return [
          [`${at + 1},0`, { style: { fill: fills[issue.level] } }],
          [`${at + 1},2`, { hyperlink: { target: '', location } }],
        ];
      }),
    ),
  };
};

const headings: ReadonlySet<string> = new Set(
  (['zh', 'en'] as const).map((language) => markedWords[language].headings.join('\n')),
);

/** Whether a sheet is our own list of problems: it holds no figures, and a mended workbook brings it along. */
export const isProblemList = ({ rows }: Pick<Grid, 'rows'>): boolean => {
  const [first] = rows;
  return first?.number === 1 && headings.has(first.texts.join('\n'));
};
