import { deflatedMegabytes, sheetOf, withParts } from '../documents/a-package.fixture';
import { fixture } from '../documents/a-reader.fixture';

/** One case of the acceptance corpus, as far as these tests look at it. */
export interface HostileCase {
  readonly id: string;
  readonly file: string;
  readonly upload_name: string;
  readonly what: string;
  readonly expected: string;
  readonly also_acceptable: readonly string[];
  readonly good_rows: number | null;
  readonly must_not?: readonly string[];
  /** Passes, total and rate by `指标|地区|期间`. */
  readonly values?: Readonly<Record<string, readonly [number, number, number]>>;
  readonly budget?: { readonly wall_ms?: number };
}

/** The corpus with what every case must keep to. */
export interface HostileCorpus {
  readonly cases: readonly HostileCase[];
  readonly defaults: {
    readonly budget: {
      readonly wall_ms: number;
      readonly peak_rss_mb: number;
      readonly health_check_p99_ms: number;
    };
    readonly must_not_leak: readonly string[];
  };
}

/** The manifest beside the files; both come from one generator. */
export const hostileCorpus = (): HostileCorpus =>
  JSON.parse(fixture('hostile/manifest.json').toString()) as HostileCorpus;

/** The bytes of a case. Three large files are not kept but made, by the recipe of their description. */
export const hostileBytes = (entry: HostileCase): Buffer => {
  switch (entry.id) {
    case 'o11':
      return bomb();
    case 'o13':
      return emptyStyledRows();
    case 'o32':
      return Buffer.from(
        fixture('hostile/o02-ok-utf8.csv')
          .toString()
          .replace('588,600,98,', `588,600,98,${'长'.repeat(3_500_000)}`),
      );
    default:
      return fixture(`hostile/${entry.file}`);
  }
};

const bomb = (): Buffer =>
  withParts(fixture('hostile/o01-ok-basic.xlsx'), {
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

const emptyStyledRows = (): Buffer => {
  const workbook = fixture('hostile/o01-ok-basic.xlsx');
  const rows: string[] = [];
  for (let row = 8; row <= 1_048_576; row += 1) rows.push(`<row r="${row}" s="3" customFormat="1"/>`);
  return withParts(workbook, {
    'xl/worksheets/sheet1.xml': sheetOf(workbook).replace('</sheetData>', `${rows.join('')}</sheetData>`),
  });
};
