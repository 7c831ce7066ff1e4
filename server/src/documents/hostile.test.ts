import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '@zhibiao/shared/calendar';
import type { SubmittedRow } from '@zhibiao/shared/submission';
import { describeRead } from '@zhibiao/shared/wording';
import { deflatedMegabytes, sheetOf, withParts } from './a-package.fixture';
import { builtWorker, fixture, shanwei, statistician } from './a-reader.fixture';
import { createReader, type SheetReader } from './read-in-worker';

/** One case of the acceptance corpus, as its manifest describes it. */
interface Case {
  readonly id: string;
  readonly file: string;
  readonly upload_name: string;
  readonly what: string;
  readonly expected: string;
  readonly also_acceptable: readonly string[];
  readonly good_rows: number | null;
  readonly bad_rows: readonly number[];
  readonly also_acceptable_bad_rows?: readonly (readonly number[])[];
  readonly warn_rows?: readonly number[];
  readonly must_mention: readonly (readonly string[])[];
  readonly must_mention_if_rejected?: readonly (readonly string[])[];
  readonly must_not?: readonly string[];
  readonly values?: Readonly<Record<string, readonly [number, number, number]>>;
  readonly budget?: { readonly wall_ms: number };
}
interface Manifest {
  readonly cases: readonly Case[];
  readonly defaults: {
    readonly budget: { readonly wall_ms: number };
    readonly must_not_leak: readonly string[];
  };
}

// The corpus and its manifest come from the same generator.
const manifest = JSON.parse(fixture('hostile/manifest.json').toString()) as Manifest;
const index = shanwei();
let worker: Awaited<ReturnType<typeof builtWorker>>;
let reader: SheetReader;

beforeAll(async () => {
  worker = await builtWorker();
  reader = createReader(index, { worker: worker.url });
});
afterAll(async () => {
  await reader.close();
  worker.remove();
});

/** 指标|地区|period, as the manifest names a figure: `2025-Q1` is `2025Q1` there. */
const nameOf = (row: SubmittedRow): string =>
  [
    index.indicator(row.indicator)?.name.zh,
    index.unit(row.unit)?.name.zh,
    row.period.replace('-Q', 'Q'),
  ].join('|');

/** The manifest writes periods as the file does in one case; the register's names are canonical. */
const sameName = (key: string): string => {
  const [indicator = '', unit = '', period = ''] = key.split('|');
  return [index.indicatorNamed(indicator)?.name.zh, index.unitNamed(unit)?.name.zh, period].join('|');
};

describe('the acceptance corpus, through the worker, on 2025-10-16', () => {
  test.each(manifest.cases.map((entry) => [`${entry.id} ${entry.what}`, entry] as const))(
    '%s',
    async (_, entry) => {
      const bytes = bytesOf(entry.file);
      const started = performance.now();
      const read = await reader.read({
        name: entry.upload_name,
        bytes,
        today: '2025-10-16',
        actor: statistician,
      });
      const took = performance.now() - started;
      const said = describeRead(read.ok ? { ok: true, value: read.value.submission } : read, 'zh');
      const text = [said.message, ...said.rows.map((row) => row.text)].join('\n');

      expect([entry.expected, ...entry.also_acceptable], text).toContain(said.outcome);
      const isRejected = said.outcome.startsWith('reject');
      const groups =
        said.outcome === 'accept'
          ? []
          : isRejected && entry.must_mention_if_rejected !== undefined
            ? entry.must_mention_if_rejected
            : entry.must_mention;
      for (const group of groups)
        expect(
          group.some((word) => text.includes(word)),
          `${group.join('|')} in ${text}`,
        ).toBe(true);
      for (const word of [...(entry.must_not ?? []), ...manifest.defaults.must_not_leak])
        expect(text).not.toContain(word);
      expect(text.length).toBeLessThanOrEqual(20_000);
      if (said.outcome === 'reject-rows' && entry.bad_rows.length > 0) {
        const bad = [...new Set(said.rows.filter(({ level }) => level === 'error').map(({ row }) => row))];
        expect([entry.bad_rows, ...(entry.also_acceptable_bad_rows ?? [])]).toContainEqual(
          bad.sort((a, b) => a - b),
        );
      }
      if (entry.warn_rows !== undefined && said.outcome === 'accept-with-warning')
        expect(said.rows.map(({ row }) => row)).toEqual(entry.warn_rows);
      if (!isRejected && read.ok) {
        const { rows } = read.value.submission;
        if (entry.good_rows !== null) expect(rows).toHaveLength(entry.good_rows);
        const figures = new Map(rows.map((row) => [nameOf(row), row.figure]));
        for (const [key, [passes, total]] of Object.entries(entry.values ?? {}))
          expect(figures.get(sameName(key)), key).toEqual({ kind: 'counts', passes, total });
        for (const { period } of rows) expect(parsePeriod(period)).not.toBeNull();
      }
      expect(took).toBeLessThan(entry.budget?.wall_ms ?? manifest.defaults.budget.wall_ms);
    },
  );
});

/** The three large files of the corpus are built here, from the same recipe; the others are kept. */
function bytesOf(file: string): Buffer {
  switch (file.slice(0, 3)) {
    case 'o11':
      return withParts(fixture('hostile/o01-ok-basic.xlsx'), {
        'xl/worksheets/sheet1.xml': {
          packed: deflatedMegabytes(
            '<worksheet><sheetData>',
            '<row><c><v>1</v></c></row>',
            390,
            '</sheetData></worksheet>',
          ),
          size: 390 * 1024 * 1024,
        },
      });
    case 'o13':
      return emptyStyledRows();
    case 'o32':
      return Buffer.from(
        fixture('hostile/o02-ok-utf8.csv')
          .toString()
          .replace('588,600,98,', `588,600,98,${'长'.repeat(3_500_000)}`),
      );
    default:
      return fixture(`hostile/${file}`);
  }
}

function emptyStyledRows(): Buffer {
  const workbook = fixture('hostile/o01-ok-basic.xlsx');
  const rows: string[] = [];
  for (let row = 8; row <= 1_048_576; row += 1) rows.push(`<row r="${row}" s="3" customFormat="1"/>`);
  return withParts(workbook, {
    'xl/worksheets/sheet1.xml': sheetOf(workbook).replace('</sheetData>', `${rows.join('')}</sheetData>`),
  });
}
