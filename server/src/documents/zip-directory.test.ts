import { expect, test } from 'vitest';
import { aPackage, deflatedMegabytes, withParts } from './a-package.fixture';
import { fixture } from './a-reader.fixture';
import { readWorkbook } from './read-workbook';

const good = fixture('hostile/o01-ok-basic.xlsx');
const refusalOf = (bytes: Uint8Array) => {
  const read = readWorkbook(bytes);
  return read.ok ? 'read' : read.refusal.code;
};
const SHEET = 'xl/worksheets/sheet1.xml';

test('a good package is read, also when it is written anew', () => {
  expect(refusalOf(good)).toBe('read');
  expect(refusalOf(withParts(good, {}))).toBe('read');
});

test('a part that is larger than the directory says is cut there, not believed', () => {
  const packed = deflatedMegabytes('<worksheet><sheetData>', '<row/>', 130, '</sheetData></worksheet>');
  expect(refusalOf(withParts(good, { [SHEET]: { packed, size: 1000 } }))).toBe('file.sizes-disagree');
  expect(refusalOf(withParts(good, { [SHEET]: { size: 10 } }))).toBe('file.sizes-disagree');
  expect(refusalOf(withParts(good, { [SHEET]: { packed, size: 130 * 1024 * 1024 } }))).toBe(
    'file.unpacks-too-large',
  );
});

test('a part that is smaller than the directory says, or has another checksum, is damage', () => {
  expect(refusalOf(withParts(good, { [SHEET]: { size: 2_000 } }))).toBe('file.broken');
  expect(refusalOf(withParts(good, { [SHEET]: { crc: 1 } }))).toBe('file.broken');
  expect(refusalOf(withParts(good, { [SHEET]: { size: 90_000_000 } }))).toBe('file.sizes-disagree');
});

test('all parts together may not exceed 200 MB, though each alone is allowed', () => {
  const packed = deflatedMegabytes('<a>', '<b/>', 60, '</a>');
  const part = { packed, size: 60 * 1024 * 1024 };
  expect(
    refusalOf(withParts(good, { 'xl/a.xml': part, 'xl/b.xml': part, 'xl/c.xml': part, 'xl/d.xml': part })),
  ).toBe('file.unpacks-too-large');
});

test('names that step out of the package, are absolute or appear twice refuse the file', () => {
  for (const name of [
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/cron.d/x',
    'C:/x',
    'xl\\x.xml',
    'XL/Workbook.xml',
  ])
    expect(refusalOf(withParts(good, { [name]: 'x' })), name).toBe('file.unsafe-part-name');
});

test('more than a thousand parts are refused before any is looked at', () => {
  const parts = Array.from({ length: 1001 }, (_, index) => ({ name: `p${index}`, data: '' }));
  expect(refusalOf(aPackage(parts))).toBe('file.too-many-parts');
});

test('old ZIP encryption is told as encryption', () => {
  expect(refusalOf(withParts(good, { [SHEET]: { flags: 1 } }))).toBe('file.encrypted');
});

test('macros are refused however they are named', () => {
  expect(refusalOf(withParts(good, { 'xl/vbaProject.bin': 'x' }))).toBe('file.macros');
  expect(refusalOf(withParts(good, { 'xl/macrosheets/sheet1.xml': '<a/>' }))).toBe('file.macros');
});

test('a document type is refused in any part, read or not, in UTF-16 too', () => {
  const evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  expect(refusalOf(withParts(good, { 'docProps/core.xml': evil }))).toBe('file.unsafe-xml');
  expect(refusalOf(withParts(good, { 'xl/styles.xml': evil }))).toBe('file.unsafe-xml');
  expect(
    refusalOf(withParts(good, { 'docProps/core.xml': { data: Buffer.from(`\uFEFF${evil}`, 'utf16le') } })),
  ).toBe('file.unsafe-xml');
});

test('packages of other kinds are told apart from damaged workbooks', () => {
  const kind = (parts: Parameters<typeof aPackage>[0]) => {
    const read = readWorkbook(aPackage(parts));
    return read.ok ? 'read' : (read.refusal.params['found'] ?? read.refusal.code);
  };
  expect(kind([{ name: 'word/document.xml', data: '<a/>' }])).toBe('word');
  expect(kind([{ name: 'xl/workbook.bin', data: 'x' }])).toBe('xlsb');
  expect(kind([{ name: 'readme.txt', data: 'x' }])).toBe('zip');
  expect(kind([{ name: 'xl/workbook.xml', data: '<a/>' }])).toBe('file.broken');
});

test('every cut of a good file is a refusal, never a fault', () => {
  for (let length = 0; length < good.length; length += 97)
    expect(refusalOf(good.subarray(0, length))).toMatch(/^file\./);
});

test('every flipped byte gives a refusal or a reading, never a fault', () => {
  for (let at = 0; at < good.length; at += 7) {
    const flipped = Buffer.from(good);
    flipped[at] = (flipped[at] ?? 0) ^ 0x55;
    expect(() => readWorkbook(flipped)).not.toThrow();
  }
});
