import { readFile } from 'node:fs/promises';
import { instantAt, type Instant } from '@zhibiao/shared/calendar';
import type { Figure, Observation } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { splitCsv } from '@zhibiao/shared/submission';

/** Figures of one day of publication, with what they were published as. */
export interface ReferenceRelease {
  readonly recordedAt: Instant;
  readonly observations: readonly Observation[];
}

const columns = [
  'indicator',
  'unit',
  'period',
  'basis',
  'passes',
  'total',
  'rate',
  'scheme',
  'source',
  'published_on',
  'note',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

const rowOf = (fields: readonly string[]): Row => {
  const text = (name: (typeof columns)[number]): string => fields[columns.indexOf(name)] ?? '';
  return {
    indicator: text('indicator'),
    unit: text('unit'),
    period: text('period'),
    basis: text('basis'),
    passes: text('passes'),
    total: text('total'),
    rate: text('rate'),
    scheme: text('scheme'),
    source: text('source'),
    published_on: text('published_on'),
    note: text('note'),
  };
};

const figureOf = (row: Row, index: ProgrammeIndex): Figure => {
  if (row.passes !== '' && row.total !== '') {
    return { kind: 'counts', passes: Number(row.passes), total: Number(row.total) };
  }
  return index.indicator(row.indicator)?.measure === 'score'
    ? { kind: 'score', score: row.rate }
    : { kind: 'rate', rate: row.rate };
};

/**
 * The published national and provincial figures of `data/reference/observations.csv`, one release a day of
 * publication, oldest first. Rows about indicators or units that the programme does not have are left out.
 */
export const readReferenceFigures = async (
  file: string,
  index: ProgrammeIndex,
): Promise<readonly ReferenceRelease[]> => {
  const rows: Row[] = [];
  let heading = true;
  splitCsv(await readFile(file, 'utf8'), (fields) => {
    if (!heading) rows.push(rowOf(fields));
    heading = false;
    return true;
  });
  const known = rows.filter(
    (row) => index.indicator(row.indicator) !== undefined && index.unit(row.unit) !== undefined,
  );
  const days = [...new Set(known.map((row) => row.published_on))].sort();
  return days.map((day) => ({
    recordedAt: instantAt(day, '12:00'),
    observations: known
      .filter((row) => row.published_on === day)
      .map((row) => ({
        indicator: row.indicator,
        unit: row.unit,
        period: row.period,
        basis: row.basis === 'cumulative' ? 'cumulative' : 'single',
        figure: figureOf(row, index),
        source: row.source,
        note: row.note,
      })),
  }));
};
