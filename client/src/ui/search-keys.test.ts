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
  expect(readPageSearch({ basis: 'weekly', submission: '3', other: 'x', period: '' })).toEqual({});
});

test('a submission is chosen by its drawn id and by nothing that could be counted', () => {
  const submission = '9f86d081884c7d659a2feaa0c55ad015';
  expect(readPageSearch({ submission })).toEqual({ submission });
  for (const other of ['12', 12, `${submission}0`, submission.toUpperCase(), [submission]]) {
    expect(readPageSearch({ submission: other })).toEqual({});
  }
});

test('nothing chosen leaves no question mark', () => {
  expect(stringifySearch({ view: undefined })).toBe('');
});
