import { expect, test } from 'vitest';
import { mostBytes, refusedUnsent } from './upload-file';

test('a file at the limit is sent, one byte more is refused without a journey', () => {
  expect(refusedUnsent({ size: mostBytes })).toBeNull();
  expect(refusedUnsent({ size: mostBytes + 1 })).toEqual({
    code: 'file.too-large',
    params: { found: 21, allowed: 20 },
  });
});

test('an empty file is refused without a journey', () => {
  expect(refusedUnsent({ size: 0 })).toEqual({ code: 'file.empty', params: {} });
});
