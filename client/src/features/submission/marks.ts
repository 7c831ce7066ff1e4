import type {
  CellPlace,
  Issue,
  KeptCorrection,
  PreviewSheetRow,
  PreviewView,
} from '@zhibiao/shared/submission';

/** How a row stands: its worst issue decides. */
export type RowState = 'error' | 'warning' | 'passed';

/** What a mark needs of a preview. */
export type Marked = Pick<
  PreviewView,
  'columns' | 'sheetRows' | 'corrections' | 'rowsSeen' | 'rowsRefused' | 'rowsGood'
> & {
  readonly issues: readonly Issue[];
  readonly returned?: PreviewView['returned'];
  readonly samples?: PreviewView['samples'];
};

/** The issues and corrections of a sheet, found by place. */
export interface Marks {
  /** Positions in the list of issues that sit at a cell; with column null, those of the row as a whole. */
  readonly at: (place: CellPlace) => readonly number[];
  readonly state: (row: Pick<PreviewSheetRow, 'sheet' | 'row'>) => RowState;
  readonly corrected: (place: CellPlace) => KeptCorrection | undefined;
  /** What the reviewer says of a cell of a returned submission. */
  readonly pointed: (place: CellPlace) => string | undefined;
  /** Whether a place is among the rows and columns that are shown. */
  readonly isShown: (place: CellPlace) => boolean;
  /** Rows by state. Of a long sheet only the first rows are shown, so the counts come from the server there. */
  readonly counts: Readonly<Record<RowState | 'all', number>>;
  /** Columns that hold numbers, which are set to the right. */
  readonly numeric: ReadonlySet<string>;
}

/** Looks every mark of a preview up once, so that drawing a cell costs nothing. */
export const marksOf = (view: Marked): Marks => {
  const issues = grouped(view.issues, ({ cell }) => placeKey(cell));
  const states = new Map<string, RowState>();
  for (const { cell, level } of view.issues) {
    const key = rowKey(cell);
    if (states.get(key) !== 'error') states.set(key, level);
  }
  const corrections = new Map(view.corrections.map((correction) => [placeKey(correction), correction]));
  const pointed = new Map(view.returned?.cells.map((cell) => [placeKey(cell), cell.text]) ?? []);
  const rows = new Set(view.sheetRows.map(rowKey));
  const letters = new Set(view.columns.map(({ letter }) => letter));
  const state: Marks['state'] = (row) => states.get(rowKey(row)) ?? 'passed';
  return {
    at: (place) => issues.get(placeKey(place)) ?? [],
    state,
    corrected: (place) => corrections.get(placeKey(place)),
    pointed: (place) => pointed.get(placeKey(place)),
    isShown: (place) => rows.has(rowKey(place)) && (place.column === null || letters.has(place.column)),
    counts: countRows(view, state),
    numeric: numericColumns(view),
  };
};

/** The next place with an issue after a place, in the order of the list, round to the first. */
export const nextIssue = (
  issues: readonly Issue[],
  from: CellPlace | null,
  step: 1 | -1,
): CellPlace | null => {
  const places = issues.map(({ cell }) => cell).filter(({ row }) => row > 0);
  const here = from === null ? -1 : places.findIndex((place) => placeKey(place) === placeKey(from));
  if (here === -1) return (step === 1 ? places[0] : places[places.length - 1]) ?? null;
  return places[(here + step + places.length) % places.length] ?? null;
};

/** One text per cell, for maps and comparisons. */
export const placeKey = ({ sheet, row, column }: CellPlace): string => `${sheet}!${column ?? ''}${row}`;

const rowKey = ({ sheet, row }: Pick<CellPlace, 'sheet' | 'row'>): string => `${sheet}!${row}`;

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return groups;
};

const countRows = (view: Marked, state: Marks['state']): Marks['counts'] => {
  const { sheetRows, rowsSeen, rowsRefused, rowsGood, samples = null } = view;
  const counts = { all: sheetRows.length, error: 0, warning: 0, passed: 0 };
  for (const row of sheetRows) counts[state(row)] += 1;
  if (sheetRows.length >= rowsSeen) return counts;
  // The good rows of a list of samples are the figures that its lines add up to.
  const good = samples === null ? rowsGood : rowsSeen - rowsRefused;
  return { all: rowsSeen, error: rowsRefused, warning: counts.warning, passed: good - counts.warning };
};

const numericColumns = ({ columns, sheetRows }: Marked): ReadonlySet<string> =>
  new Set(
    columns.flatMap(({ letter }, column) => {
      const texts = sheetRows.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '');
      const numbers = texts.filter((text) => /^[-+\d.,%\s]+$/.test(text)).length;
      return numbers * 2 > texts.length ? [letter] : [];
    }),
  );
