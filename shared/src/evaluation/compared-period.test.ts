import { expect, test } from 'vitest';
import { comparedPeriod } from '.';

test('a change is told against the period before, the year before included', () => {
  const sampled = { measure: 'sampled-proportion' } as const;
  expect(comparedPeriod(sampled, '2025-Q1', '01-01')).toBe('2024-Q4');
  expect(comparedPeriod({ measure: 'score' }, '2025', '01-01')).toBe('2024');
});

test('a register begins anew each year, so its first period is compared with nothing', () => {
  const register = { measure: 'register-coverage' } as const;
  expect(comparedPeriod(register, '2025-Q1', '01-01')).toBeNull();
  expect(comparedPeriod(register, '2025-Q2', '01-01')).toBe('2025-Q1');
  expect(comparedPeriod({ measure: 'count' }, '2025', '01-01')).toBeNull();
});
