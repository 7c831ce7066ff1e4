import { describe, expect, test } from 'vitest';
import {
  decimals,
  denseText,
  intervalText,
  isLevel,
  momentText,
  pointsText,
  probabilityText,
  signedPointsText,
  thousands,
  valueText,
} from './numbers';

describe('counts', () => {
  test('thousands are separated', () => {
    expect([0, 934, 5333, 1_234_567].map(thousands)).toEqual(['0', '934', '5,333', '1,234,567']);
  });
});

describe('differences in points', () => {
  test('a difference that exists is never printed as zero', () => {
    expect([0.6, 0.04, -0.04, 0.004, 2.25].map(pointsText)).toEqual(['0.6', '0.04', '0.04', '0.004', '2.3']);
  });
  test('tables carry a sign, and the minus is U+2212', () => {
    expect([0.2, -0.1, 0.04, -0.04, 0].map(signedPointsText)).toEqual([
      '+0.2',
      '\u22120.1',
      '0.0',
      '0.0',
      '0.0',
    ]);
  });
  test('less than a twentieth of a point is level', () => {
    expect([0.049, -0.049, 0.05, -0.3].map(isLevel)).toEqual([true, true, false, false]);
  });
  test('minus zero prints as zero', () => {
    expect(decimals(-0.001, 1)).toBe('0.0');
    expect(decimals(-1.5, 1)).toBe('\u22121.5');
  });
});

describe('rates', () => {
  test('a rate prints as percent, a score as it is', () => {
    expect(valueText(0.942184, false)).toBe('94.2');
    expect(valueText(81.9, true)).toBe('81.9');
  });
  test('an interval is joined by a wave dash', () => {
    expect(intervalText({ lower: 0.9253, upper: 0.9552 })).toBe('92.5～95.5');
  });
  test('in a dense grid a full rate is written 100', () => {
    expect(['100.0', '98.54', '100.00'].map(denseText)).toEqual(['100', '98.54', '100']);
  });
});

describe('certainty and time', () => {
  test('a probability never claims certainty', () => {
    expect([1, 0.996, 0.72, 0.049, 0.0001, 0].map(probabilityText)).toEqual([
      '>99%',
      '>99%',
      '72%',
      '5%',
      '<1%',
      '<1%',
    ]);
  });
  test('moments are told in Shanghai time', () => {
    expect(momentText('2025-10-15T01:00:00.000Z')).toBe('2025-10-15 09:00');
    expect(momentText('2025-10-15T18:30:00.000Z')).toBe('2025-10-16 02:30');
  });
});
