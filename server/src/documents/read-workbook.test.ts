import { expect, test } from 'vitest';
import type { Grid } from '@zhibiao/shared/submission';
import { aSheetRow, aWorksheet, withParts } from './a-package.fixture';
import { fixture } from './a-reader.fixture';
import { readWorkbook } from './read-workbook';

const good = fixture('hostile/o01-ok-basic.xlsx');
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';

const grids = (bytes: Uint8Array): readonly Grid[] => {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const rowsOf = (xml: string, more: Parameters<typeof withParts>[1] = {}) =>
  grids(withParts(good, { ...more, [SHEET]: xml }))[0]?.rows;
const refusalOf = (xml: string) => {
  const read = readWorkbook(withParts(good, { [SHEET]: xml }));
  return read.ok ? null : read.refusal;
};
const cells = (...xml: readonly string[]) => aWorksheet([`<row r="4">${xml.join('')}</row>`]);

test('rows keep the numbers of the spreadsheet, and gaps become empty cells', () => {
  const xml = aWorksheet([aSheetRow(2, ['a', null, 'c']), '<row r="5" s="1"/>', aSheetRow(9, [null, 12])]);
  expect(rowsOf(xml)).toEqual([
    { number: 2, texts: ['a', '', 'c'], kinds: null },
    { number: 9, texts: ['', '12'], kinds: null },
  ]);
});

test('numbers come as a person sees them: shortest decimals, percent signs, days', () => {
  // Styles of the corpus: 1 is a date, 2 a percentage.
  const xml = cells(
    '<c r="A4"><v>98.500000000000014</v></c>',
    '<c r="B4" s="2"><v>0.98499999999999999</v></c>',
    '<c r="C4" s="1"><v>45747</v></c>',
    '<c r="D4"><v>1E3</v></c>',
    '<c r="E4" t="b"><v>1</v></c>',
    '<c r="F4" t="e"><v>#DIV/0!</v></c>',
    '<c r="G4" t="d"><v>2025-03-31T00:00:00</v></c>',
    '<c r="H4"><v>0.1</v></c>',
    '<c r="I4"><v>1.2E-7</v></c>',
  );
  expect(rowsOf(xml)?.[0]?.texts).toEqual([
    '98.5',
    '98.5%',
    '2025-03-31',
    '1000',
    'TRUE',
    '#DIV/0!',
    '2025-03-31',
    '0.1',
    '0.00000012',
  ]);
  expect(rowsOf(xml)?.[0]?.kinds).toEqual([
    'number',
    'percent',
    'date',
    'number',
    'boolean',
    'error',
    'date',
    'number',
    'number',
  ]);
});

test('own number formats are understood, colours and quoted words apart', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%;[Red]-0.00%"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="166" formatCode="0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;
  const xml = cells(
    ...['A', 'B', 'C', 'D'].map((letter, style) => `<c r="${letter}4" s="${style}"><v>1</v></c>`),
  );
  // A month without a day is a month, as shown; a day is a date, which no period cell may be.
  expect(rowsOf(xml, { [STYLES]: styles })?.[0]).toMatchObject({
    texts: ['1', '100%', '1899年12月', '1'],
    kinds: ['number', 'percent', 'text', 'number'],
  });
});

test('formulas show their saved result; without one they say so', () => {
  const xml = cells(
    '<c r="A4"><f>B4+1</f><v>985</v></c>',
    '<c r="B4"><f>C4</f></c>',
    '<c r="C4" t="str"><f>"x"</f><v>文字</v></c>',
    '<c r="D4"><f t="shared" si="0"/><v>7</v></c>',
    '<c r="E4" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="F4" s="2"><f>A4/B4</f><v>0.9967</v></c>',
  );
  expect(rowsOf(xml)?.[0]).toEqual({
    number: 4,
    texts: ['985', '', '文字', '7', '#DIV/0!', '99.67%'],
    kinds: ['formula', 'formula-without-result', 'formula', 'formula', 'error', 'formula'],
  });
});

test('prefixed namespaces, CDATA, comments, entities, rich text and escapes are read as they are meant', () => {
  const xml =
    '<?xml version="1.0"?><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="4">' +
    '<x:c r="A4" t="inlineStr"><x:is><x:r><x:t>海</x:t></x:r><x:r><x:t>丰&amp;</x:t></x:r><x:rPh><x:t>hai</x:t></x:rPh></x:is></x:c>' +
    '<x:c r="B4" t="inlineStr"><x:is><x:t><![CDATA[<b>]]><!-- > -->&#x9646;&#27827;</x:t></x:is></x:c>' +
    '<x:c r="C4" t="inlineStr"><x:is><x:t>a_x000A_b</x:t></x:is></x:c>' +
    '</x:row></x:sheetData></x:worksheet>';
  expect(rowsOf(xml)?.[0]?.texts).toEqual(['海丰&', '<b>陆河', 'a\nb']);
});

test('rows and cells without addresses follow each other', () => {
  const xml = aWorksheet(['<row><c><v>1</v></c><c><v>2</v></c></row>', '<row><c><v>3</v></c></row>']);
  expect(rowsOf(xml)).toEqual([
    { number: 1, texts: ['1', '2'], kinds: null },
    { number: 2, texts: ['3'], kinds: null },
  ]);
});

test('a name merged over several rows is said of each, a number is not', () => {
  const xml = aWorksheet([
    aSheetRow(1, ['指标', '地区', '抽检数']),
    aSheetRow(2, ['食品', '城区', 10]),
    aSheetRow(3, [null, '海丰县', null]),
    aSheetRow(4, [null, '陆丰市', 5]),
  ]).replace(
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A2:A1048576"/><mergeCell ref="C2:C3"/></mergeCells>',
  );
  expect(rowsOf(xml)?.map(({ texts }) => texts)).toEqual([
    ['指标', '地区', '抽检数'],
    ['食品', '城区', '10'],
    ['食品', '海丰县'],
    ['食品', '陆丰市', '5'],
  ]);
});

test('addresses outside the grid, out of order or twice refuse the file', () => {
  expect(refusalOf(cells('<c r="XFE4"><v>1</v></c>'))?.code).toBe('file.cell-outside');
  expect(refusalOf(aWorksheet(['<row r="1048577"/>']))?.code).toBe('file.cell-outside');
  expect(refusalOf(aWorksheet(['<row r="0"/>']))?.code).toBe('file.cell-outside');
  expect(refusalOf(cells('<c r="B4"><v>1</v></c>', '<c r="A4"><v>1</v></c>'))?.code).toBe('file.broken');
  expect(refusalOf(cells('<c r="A5"><v>1</v></c>'))?.code).toBe('file.broken');
  expect(refusalOf(aWorksheet(['<row r="2"/>', '<row r="2"/>']))?.code).toBe('file.broken');
});

test('an undefined entity, a cut part and an overlong cell refuse the file', () => {
  expect(refusalOf(cells('<c r="A4" t="inlineStr"><is><t>&x;</t></is></c>'))?.code).toBe('file.broken');
  expect(refusalOf('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>')?.code).toBe('file.broken');
  expect(refusalOf(cells(`<c r="A4" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c>`))?.code).toBe(
    'file.cell-too-long',
  );
});

test('a column beyond the hundredth with something in it refuses the file, an empty styled one does not', () => {
  expect(refusalOf(cells('<c r="A4"><v>1</v></c>', '<c r="CW4"><v>1</v></c>'))).toMatchObject({
    code: 'file.too-many-columns',
    params: { found: 101, row: 4 },
  });
  expect(refusalOf(cells('<c r="A4"><v>1</v></c>', '<c r="CW4" s="1"/>'))).toBeNull();
});

test('hidden sheets are named and not read; external links are only known where formulas use them', () => {
  const workbook = `<workbook xmlns:r="urn:r"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="底稿" sheetId="2" state="veryHidden" r:id="rId1"/></sheets></workbook>`;
  expect(
    grids(withParts(good, { 'xl/workbook.xml': workbook })).map(({ sheet, hidden, rows }) => [
      sheet,
      hidden,
      rows.length,
    ]),
  ).toEqual([
    ['数据', false, 7],
    ['底稿', true, 0],
  ]);
  const external = grids(fixture('hostile/o21-external-link.xlsx'))[0]?.rows[1];
  expect(external?.kinds?.[3]).toBe('formula-external');
});

test('a sheet of more than 50,000 rows is given up at once', () => {
  const rows = Array.from({ length: 50_102 }, (_, row) => `<row r="${row + 1}"><c><v>1</v></c></row>`);
  expect(refusalOf(aWorksheet(rows))?.code).toBe('file.too-many-rows');
});

test('merged cells, rows and columns that nobody sees, and numbers typed as text are told', () => {
  const xml =
    '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>' +
    '<row r="1"><c r="A1" t="inlineStr"><is><t>汇总表</t></is></c></row>' +
    '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>1450</t></is></c><c r="B2"><v>7</v></c></row>' +
    '<row r="3" hidden="true"/></sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells></worksheet>';
  expect(grids(withParts(good, { [SHEET]: xml }))[0]).toMatchObject({
    merges: [{ top: 1, bottom: 1, left: 0, right: 3 }],
    hiddenRows: new Set([2]),
    hiddenColumns: [1, 2],
    rows: [{ kinds: null }, { kinds: ['text', 'number'] }],
  });
});
