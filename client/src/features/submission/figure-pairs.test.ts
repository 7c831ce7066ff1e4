import { expect, test } from 'vitest';
import { figurePairs } from './figure-pairs';

test('counts stand beside the counts they replace, the rates beside each other', () => {
  expect(
    figurePairs(
      { kind: 'counts', passes: 95, total: 97 },
      { kind: 'counts', passes: 96, total: 97 },
      undefined,
    ),
  ).toEqual({
    total: { before: 97, after: 97 },
    passes: { before: 95, after: 96 },
    value: { before: '97.9', after: '99.0' },
  });
});

test('counts in place of a bare percentage have nothing before them but the rate', () => {
  expect(
    figurePairs({ kind: 'rate', rate: '98.5' }, { kind: 'counts', passes: 65, total: 66 }, undefined),
  ).toEqual({
    total: { before: null, after: 66 },
    passes: { before: null, after: 65 },
    value: { before: '98.5', after: '98.5' },
  });
});
