import { expect, test } from 'vitest';
import { fixture } from './a-reader.fixture';
import { identifyFile } from './identify-file';

const kindOf = (bytes: Uint8Array | string, name: string) => {
  const kind = identifyFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  return kind.ok ? kind.value : kind.refusal.code;
};
const workbook = fixture('hostile/o01-ok-basic.xlsx');

test('the kind is decided by content and must agree with the extension', () => {
  expect(kindOf(workbook, 'a.XLSX')).toBe('workbook');
  expect(kindOf('a,b', '数据.csv')).toBe('csv');
  expect(kindOf(workbook, 'a.csv')).toBe('file.wrong-extension');
  expect(kindOf('a,b', 'a.xlsx')).toBe('file.wrong-extension');
  expect(kindOf('a,b', 'a.xls')).toBe('file.wrong-extension');
  expect(kindOf(workbook, 'a.xlsm')).toBe('file.macros');
  expect(kindOf(workbook, 'reports/2025Q3/')).toBe('file.no-extension');
});

test('what is no table says what it is', () => {
  const found = (bytes: Uint8Array | string) => {
    const kind = identifyFile(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, 'a.xlsx');
    return kind.ok ? kind.value : (kind.refusal.params['found'] ?? kind.refusal.code);
  };
  expect(found('%PDF-1.7')).toBe('pdf');
  expect(found('\u00FF\u00D8\u00FF\u00E0')).toBe('jpeg');
  expect(found('Rar!\u001A\u0007\u0000')).toBe('rar');
  expect(found('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')).toBe(
    'xml-table',
  );
  expect(found('\t\u0008\u0010\u0000\u0000\u0006')).toBe('file.legacy-xls');
  expect(found('  \n<TABLE><tr>')).toBe('file.html-as-xls');
  expect(found('\u00FF\u00FE<\0h\0t\0m\0l\0>\0')).toBe('file.html-as-xls');
});

test('blank files are empty, a mark alone too; a file over 20 MB is not looked at', () => {
  expect(kindOf('', 'a.csv')).toBe('file.empty');
  expect(kindOf('\uFEFF \r\n', 'a.csv')).toBe('file.empty');
  expect(kindOf(new Uint8Array(20 * 1024 * 1024 + 1), 'a.csv')).toBe('file.too-large');
});
