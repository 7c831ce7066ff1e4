import { describe, expect, test } from 'vitest';
import { alertLevel, type AlertStep } from '.';

/** A calm look at mid-year, against 98.5 % of 4000 planned. */
const aStep = (over: Partial<AlertStep> = {}): AlertStep => ({
  target: { num: 985, den: 1000 },
  planned: 4000,
  planFirm: true,
  scope: 'whole',
  cumulative: { x: 1978, n: 2000 },
  period: { x: 988, n: 1000 },
  final: false,
  chartConcern: false,
  belowBenchmark: false,
  ...over,
});

const calm = { level: 'none', rules: [] } as const;

describe('alert levels', () => {
  test('a calm look opens nothing', () => {
    expect(alertLevel(aStep(), null)).toEqual({ ...calm, event: 'unchanged' });
  });

  test('the same look again changes nothing', () => {
    const step = aStep({ cumulative: { x: 1950, n: 2000 }, period: { x: 970, n: 1000 } });
    const first = alertLevel(step, null);
    expect(first.event).toBe('opened');
    expect(alertLevel(step, first)).toEqual({ ...first, event: 'unchanged' });
  });

  test('a rule stays on a milder condition than it enters on', () => {
    // An outlook of about 11 %: too good to enter orange, not good enough to leave it.
    const step = aStep({ cumulative: { x: 1965, n: 2000 }, period: { x: 986, n: 1000 } });
    expect(alertLevel(step, null).level).toBe('yellow');
    const held = alertLevel(step, { level: 'orange', rules: ['O3', 'Y2'] });
    expect(held).toEqual({ level: 'orange', rules: ['O3', 'Y2'], event: 'unchanged' });
  });

  test('a chart concern and a confident lag behind the benchmark are yellow', () => {
    const looked = alertLevel(aStep({ chartConcern: true, belowBenchmark: true }), null);
    expect(looked).toEqual({ level: 'yellow', rules: ['Y3', 'Y4'], event: 'opened' });
  });

  test('a period without figures is blue and no event', () => {
    expect(alertLevel(aStep({ period: null }), null)).toEqual({
      level: 'blue',
      rules: ['B2'],
      event: 'unchanged',
    });
  });

  test('one failure against 100 % is red at once, and stays so', () => {
    const step = aStep({
      target: { num: 100, den: 100 },
      planned: null,
      cumulative: { x: 29, n: 30 },
      period: { x: 15, n: 15 },
    });
    expect(alertLevel(step, calm)).toEqual({ level: 'red', rules: ['R1'], event: 'opened' });
  });

  test('a soft plan is never called unreachable', () => {
    const step = aStep({ planFirm: false, cumulative: { x: 1939, n: 2000 } });
    expect(alertLevel(step, null).rules).not.toContain('R1');
  });

  test('a part with an allowance of one ends its year short in yellow, not red', () => {
    const step = aStep({
      scope: 'part',
      planned: 80,
      final: true,
      cumulative: { x: 78, n: 80 },
      period: { x: 20, n: 20 },
    });
    expect(alertLevel(step, null)).toEqual({ level: 'yellow', rules: ['R1', 'R2'], event: 'opened' });
  });
});
