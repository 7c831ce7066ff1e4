import { quoted } from '../cells/plain-text';
import type { LooseIssue } from '../issue-list';
import type { Grid, GridRow } from '../types';
import type { HeadingBand } from './find-band';
import {
  readFailingItems,
  readRetest,
  readSampleNumber,
  readVerdict,
  verdictOfTitle,
  type SampleColumns,
  type SampleRole,
} from './sample-rows';

/** A sheet with a row a sample. */
export interface SampleSheet {
  readonly grid: Grid;
  readonly band: HeadingBand;
  readonly found: SampleColumns;
}

/** A sample that failed, by its number, with how many items failed. */
export interface FailedSample {
  readonly sample: string;
  readonly items: number;
  readonly category: string | null;
}

/** What the sample sheets of a file add up to: distinct numbers, never rows. */
export interface SampleCount {
  readonly passes: number;
  readonly total: number;
  readonly fails: readonly FailedSample[];
  /** Six-digit counties and years that the numbers carry, distinct. */
  readonly counties: readonly string[];
  readonly years: readonly number[];
  /** 公告号 and 公告日期 where all rows have the same; null otherwise. */
  readonly notice: string | null;
  readonly announcedOn: string | null;
  readonly issues: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly issue: LooseIssue;
  }[];
}

interface OpenSample {
  readonly sheet: string;
  readonly row: number;
  readonly number: string;
  verdict: 'pass' | 'fail' | null;
  isRetested: boolean;
  category: string | null;
  readonly items: Set<string>;
}

/** Counts the samples of all sheets together: a number in two rows is one sample, in two sheets perhaps a retest. */
export function countSamples(sheets: readonly SampleSheet[]): SampleCount {
  const samples = new Map<string, OpenSample>();
  const issues: SampleCount['issues'][number][] = [];
  const counties = new Set<string>();
  const years = new Set<number>();
  const notices = new Set<string>();
  const days = new Set<string>();

  const readSheet = ({ grid, band, found: { columns } }: SampleSheet): void => {
    const ofSheet = sheetVerdict(grid, band);
    const tell = (
      row: number,
      code: LooseIssue['code'],
      level: LooseIssue['level'],
      params: LooseIssue['params'],
    ): void => {
      issues.push({
        sheet: grid.sheet,
        row,
        column: columns.number ?? columns.product ?? 0,
        issue: { code, level, params },
      });
    };
    for (const row of grid.rows.slice(band.last + 1)) {
      const text = (role: SampleRole): string => textOf(row, columns[role]);
      const number = columns.number === undefined ? null : readSampleNumber(text('number'));
      if (number === null && (columns.number !== undefined || text('product').trim() === '')) continue;
      const key = number?.number ?? `${grid.sheet}!${row.number}`;
      if (number?.county !== null && number !== null) counties.add(number.county);
      if (number?.year !== null && number !== null) years.add(number.year);
      if (text('notice').trim() !== '') notices.add(text('notice').trim());
      if (text('announcedOn').trim() !== '') days.add(text('announcedOn').trim());
      const items = [...readFailingItems(text('failing')), ...readFailingItems(text('item'))].map(
        ({ item }) => item,
      );
      const retest = readRetest(text('note'));
      const written = readVerdict(text('verdict'));
      const verdict =
        retest ??
        (written === 'pass' || written === 'fail' ? written : null) ??
        ofSheet ??
        (items.length > 0 ? 'fail' : null);
      const known = samples.get(key);
      if (known === undefined) {
        const category = text('category').trim() || null;
        samples.set(key, {
          sheet: grid.sheet,
          row: row.number,
          number: key,
          verdict,
          isRetested: retest !== null,
          category,
          items: new Set(items),
        });
        if (verdict === null)
          tell(row.number, 'submission.sample-verdict-missing', 'error', { value: quoted(key) });
        continue;
      }
      const isOtherItem = items.some((item) => !known.items.has(item));
      for (const item of items) known.items.add(item);
      if (retest !== null) {
        known.verdict = retest;
        known.isRetested = true;
      } else if (verdict !== null && known.verdict !== null && verdict !== known.verdict && !known.isRetested)
        tell(row.number, 'submission.sample-conflict', 'error', { value: quoted(key) });
      else if (!isOtherItem && known.verdict === verdict)
        tell(row.number, 'submission.duplicate-sample', 'warning', { value: quoted(key), row: known.row });
      known.category ??= text('category').trim() || null;
    }
  };

  for (const sheet of sheets) readSheet(sheet);
  const all = [...samples.values()].filter(({ verdict }) => verdict !== null);
  const failed = all.filter(({ verdict }) => verdict === 'fail');
  return {
    passes: all.length - failed.length,
    total: all.length,
    fails: failed.map(({ number, items, category }) => ({ sample: number, items: items.size, category })),
    counties: [...counties],
    years: [...years],
    notice: notices.size === 1 ? ([...notices][0] ?? null) : null,
    announcedOn: days.size === 1 ? ([...days][0] ?? null) : null,
    issues,
  };
}

const textOf = (row: GridRow, column: number | undefined): string =>
  column === undefined ? '' : (row.texts[column] ?? '');

/** The verdict of a whole sheet: by its name, else by the titles above its heading. */
const sheetVerdict = (grid: Grid, band: HeadingBand): 'pass' | 'fail' | null =>
  [grid.sheet, ...grid.rows.slice(0, band.first).flatMap(({ texts }) => texts)]
    .map(verdictOfTitle)
    .find((verdict) => verdict !== null) ?? null;
