import { expect, test } from 'vitest';
import { parseSearch, readPageSearch, stringifySearch } from './search-keys';

test('what is chosen comes back from the address unchanged, a year as text', () => {
  const search = { period: '2025', basis: 'single', unit: '441521' } as const;
  expect(readPageSearch(parseSearch(stringifySearch(search)))).toEqual(search);
});

test('an interval stays readable in the address', () => {
  expect(stringifySearch({ period: '2025-05-01/2025-06-30' })).toBe('?period=2025-05-01/2025-06-30');
});

test('what is not understood is left out', () => {
  expect(readPageSearch({ basis: 'weekly', submission: '-3', other: 'x', period: '' })).toEqual({});
});

test('nothing chosen leaves no question mark', () => {
  expect(stringifySearch({ view: undefined })).toBe('');
});
