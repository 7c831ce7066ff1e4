import { expect, test } from 'vitest';
import { mostBytes, mostTextBytes, refusedUnsent } from './upload-file';

test('a file at the limit is sent, one byte more is refused without a journey', () => {
  expect(refusedUnsent({ name: 'a.xlsx', size: mostBytes })).toBeNull();
  expect(refusedUnsent({ name: 'a.xlsx', size: mostBytes + 1 })).toEqual({
    code: 'file.too-large',
    params: { found: 21, allowed: 20 },
  });
});

test('a text may be a list of samples and is sent up to ten times that', () => {
  expect(refusedUnsent({ name: '明细.CSV', size: mostTextBytes })).toBeNull();
  expect(refusedUnsent({ name: '明细.csv', size: mostTextBytes + 1 })).toMatchObject({
    params: { found: 201, allowed: 200 },
  });
});

test('an empty file is refused without a journey', () => {
  expect(refusedUnsent({ name: 'a.csv', size: 0 })).toEqual({ code: 'file.empty', params: {} });
});
