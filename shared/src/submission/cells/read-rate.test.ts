import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRate, timesHundred } from './read-rate';

const read = (text: string) => {
  const rate = readRate(text);
  return rate.kind === 'rate' ? [rate.text, rate.signed] : rate.kind === 'fault' ? rate.fault : rate.kind;
};

test('a rate keeps its decimals; the sign may be half or full width', () => {
  expect(read('98.50')).toEqual(['98.50', false]);
  expect(read('98.5%')).toEqual(['98.5', true]);
  expect(read('９８．５％')).toEqual(['98.5', true]);
  expect(read(' 98.75 ％ ')).toEqual(['98.75', true]);
  expect(read('.5')).toEqual(['0.5', false]);
  expect(read('100')).toEqual(['100', false]);
});

test('beyond 0 to 100 is out of range, words are no number, dashes are no rate', () => {
  expect([read('100.4'), read('985'), read('-1')]).toEqual(['out-of-range', 'out-of-range', 'out-of-range']);
  expect([read('约98'), read('98,5'), read('九成'), read('98.5分')]).toEqual(Array(4).fill('not-number'));
  expect([read(''), read('—'), read('/'), read(' ')]).toEqual(Array(4).fill('blank'));
});

test('times a hundred is exact, also where floats are not', () => {
  expect(timesHundred('0.985')).toBe('98.5');
  expect(timesHundred('0.9850')).toBe('98.50');
  expect(timesHundred('1')).toBe('100');
  expect(timesHundred('0.07')).toBe('7');
  expect(timesHundred('-0.5')).toBe('-50');
  fc.assert(
    fc.property(fc.nat(99_999), (parts) => {
      const decimal = (parts / 100_000).toFixed(5);
      expect(Number(timesHundred(decimal))).toBeCloseTo(parts / 1000, 9);
      expect(timesHundred(decimal)).toMatch(/^\d+\.\d{3}$/);
    }),
    { seed: 20251016 },
  );
});
