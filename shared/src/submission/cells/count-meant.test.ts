import { expect, test } from 'vitest';
import { countMeant } from './count-meant';

test('letters that look like digits and units behind them are understood', () => {
  expect(countMeant('53O')).toBe('530');
  expect(countMeant('l4')).toBe('14');
  expect(countMeant('985 批')).toBe('985');
  expect(countMeant('２〇')).toBe('20');
});

test('what may mean several counts, or none, gets no suggestion', () => {
  for (const text of ['约985', '(5)', '1,2', 'O', 'lO批', '九十', '12/14', '0x1F', '']) {
    expect(countMeant(text), text).toBeNull();
  }
});
