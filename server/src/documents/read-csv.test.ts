import { expect, test } from 'vitest';
import { fixture } from './a-reader.fixture';
import { decodeText, readCsv } from './read-csv';

const rowsOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes);
  return read.ok ? (read.value[0]?.rows.map(({ number, texts }) => [number, ...texts]) ?? []) : read.refusal;
};

test('text is decoded strictly: UTF-8, UTF-16 with its mark, else GB18030', () => {
  expect(decodeText(Buffer.from('海丰'))).toBe('海丰');
  expect(decodeText(Buffer.from('\uFEFF海丰'))).toBe('海丰');
  expect(decodeText(Buffer.from('\uFEFF海丰', 'utf16le'))).toBe('海丰');
  expect(decodeText(Buffer.from('\uFEFF海丰', 'utf16le').swap16())).toBe('海丰');
  expect(decodeText(Buffer.from('baa3b7e1', 'hex'))).toBe('海丰');
  // 㸆 and 𫚕 exist only as four-byte codes.
  expect(decodeText(fixture('workbooks/06_shanwei_gb18030.csv'))).toContain('㸆虾仁、𫚕鱼干');
});

test('UTF-16 without its mark and plain rubbish are unreadable, not mojibake', () => {
  expect(decodeText(Buffer.from('indicator,unit,period,passes,total', 'utf16le'))).toBeNull();
  expect(decodeText(Buffer.from([0x81, 0xff, 0x30, 0xff, 0xfe, 0xfd]))).toBeNull();
  expect(rowsOf(Buffer.from([0x81, 0xff, 0x30, 0xff]))).toMatchObject({ code: 'file.unreadable-text' });
});

test('blank rows are counted and left out; tabs and semicolons are found by the heading', () => {
  expect(rowsOf(Buffer.from('报表\n\n指标\t地区\t抽检数\n , \n食品\t城区\t10\n'))).toEqual([
    [1, '报表'],
    [3, '指标', '地区', '抽检数'],
    [4, ' , '],
    [5, '食品', '城区', '10'],
  ]);
  expect(rowsOf(Buffer.from('地区;抽检数\n"1,5";2\n'))).toEqual([
    [1, '地区', '抽检数'],
    [2, '1,5', '2'],
  ]);
});

test('an unclosed quote names its row; too many rows and fields are refused', () => {
  expect(rowsOf(Buffer.from('a,b\n"c,d\n'))).toEqual({ code: 'file.unclosed-quote', params: { row: 2 } });
  expect(rowsOf(Buffer.from('a\n'.repeat(50_101)))).toMatchObject({ code: 'file.too-many-rows' });
  expect(rowsOf(Buffer.from(','.repeat(20_000)))).toMatchObject({ code: 'file.too-many-columns' });
});

test('twenty megabytes of line ends or commas cost neither memory nor time', () => {
  expect(rowsOf(Buffer.concat([Buffer.from('a,b'), Buffer.alloc(20_000_000, '\n')]))).toEqual([
    [1, 'a', 'b'],
  ]);
  expect(rowsOf(Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(6_000_000, ',,\n')]))).toEqual([
    [1, 'a', 'b'],
  ]);
});
