import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../calendar';
import { demonstrationSubmissions } from '../../demonstration';
import type { EvaluationContext } from '../../evaluation';
import { ledgerOf } from '../../observation';
import { loadProgramme, loadUnits, programmeIndex } from '../../programme';
import { percentRatio, type AlertStep } from '../../statistics';
import {
  alertLevels,
  alertReading,
  alertsOfYear,
  compareAlertLevels,
  isAlarm,
  looksOfPeriod,
  looksOfYear,
  ruleLevel,
  type AlertLook,
} from '..';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));

const aStep = (more: Partial<AlertStep> = {}): AlertStep => ({
  target: { num: 985, den: 1000 },
  planned: 4000,
  planFirm: true,
  scope: 'whole',
  cumulative: { x: 1978, n: 2000 },
  period: { x: 988, n: 1000 },
  final: false,
  chartConcern: false,
  belowBenchmark: false,
  ...more,
});

const aLook = (asOf: PlainDate, more: Partial<AlertStep> = {}): AlertLook => ({
  indicator: 'food',
  unit: 'east',
  year: Number(asOf.slice(0, 4)),
  period: `${asOf.slice(0, 4)}-Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`,
  asOf,
  facts: { kind: 'counts', step: aStep(more), closedShort: false },
});

/** Far below: red R3 with O1. */
const bad = { cumulative: { x: 1940, n: 2000 }, period: { x: 960, n: 1000 } };

describe('alerts of a year', () => {
  test('every golden year is replayed as it should be', () => {
    // The file of golden vectors is test data whose shape vectors.test.ts checks.
    const golden = json('shared/src/statistics/golden/12-alerts.json') as {
      readonly cases: readonly {
        readonly id: string;
        readonly input: {
          readonly target: string;
          readonly planned: number | null;
          readonly planFirm?: boolean;
          readonly scope?: string;
          readonly steps: readonly {
            readonly ytd: AlertStep['cumulative'];
            readonly period: AlertStep['period'];
            readonly yearEnd?: boolean;
            readonly spcConcern?: boolean;
            readonly belowProvince?: boolean;
          }[];
        };
        readonly expected: {
          readonly steps: readonly { level: string; rules: readonly string[]; event: string }[];
        };
      }[];
    };
    expect(golden.cases.length).toBeGreaterThan(10);
    for (const { id, input, expected } of golden.cases) {
      const looks = input.steps.map((step, at) =>
        aLook(`2025-${String(at + 1).padStart(2, '0')}-28`, {
          target: percentRatio(input.target) ?? { num: 1, den: 1 },
          planned: input.planned,
          planFirm: input.planFirm ?? false,
          scope: input.scope === 'county' ? 'part' : 'whole',
          cumulative: step.ytd,
          period: step.period,
          final: step.yearEnd ?? false,
          chartConcern: step.spcConcern ?? false,
          belowBenchmark: step.belowProvince ?? false,
        }),
      );
      const found = alertsOfYear(looks).map(({ level, rules, event }) => ({
        level,
        rules: rules.map(({ rule }) => rule).sort(),
        event,
      }));
      expect(found, id).toEqual(expected.steps);
    }
  });

  test('the same look again says the same and has no news', () => {
    const first = alertReading(aLook('2025-06-30', bad), null);
    expect(first).toMatchObject({ level: 'red', event: 'opened' });
    expect(alertReading(aLook('2025-06-30', bad), first.memory)).toEqual({ ...first, event: 'unchanged' });
  });

  test('a revision within the period is judged from where the period began', () => {
    // An outlook of about 11 %: enough to keep orange, not to enter it.
    const doubtful = { cumulative: { x: 1965, n: 2000 }, period: { x: 986, n: 1000 } };
    const first = alertReading(aLook('2025-06-30', bad), null);
    expect(alertReading(aLook('2025-06-30', doubtful), first.memory)).toMatchObject({
      level: 'yellow',
      event: 'deescalated',
    });
    expect(alertReading(aLook('2025-09-30', doubtful), first.memory)).toMatchObject({ level: 'orange' });
  });

  test('a look older than what is known changes nothing', () => {
    const { memory } = alertReading(aLook('2025-09-30', bad), null);
    expect(alertReading(aLook('2025-06-30'), memory)).toMatchObject({
      level: 'red',
      event: 'unchanged',
      memory,
    });
  });

  test('a new year begins anew', () => {
    const { memory } = alertReading(aLook('2025-12-31', { ...bad, final: true }), null);
    expect(alertReading(aLook('2026-03-31'), memory)).toMatchObject({ level: 'none', event: 'unchanged' });
  });

  test('the memory survives being stored', () => {
    const { memory } = alertReading(aLook('2025-06-30', bad), null);
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  });

  test('levels have an order, and rules their own level', () => {
    expect([...alertLevels].sort(compareAlertLevels)).toEqual(['red', 'orange', 'yellow', 'blue', 'none']);
    expect(alertLevels.filter(isAlarm)).toEqual(['red', 'orange', 'yellow']);
    expect(ruleLevel('R2', 'yellow')).toBe('yellow');
    const { rules } = alertReading(aLook('2025-06-30', bad), null);
    expect(rules[0]).toEqual({ rule: 'R3', level: 'red' });
  });
});

describe('looks at the demonstration', () => {
  const units = loadUnits(json('data/units/shanwei.json'));
  if (!units.ok) throw new Error('units');
  const programme = loadProgramme(json('data/programmes/shanwei-2025.json'), units.value);
  if (!programme.ok) throw new Error('programme');
  const context: EvaluationContext = {
    index: programmeIndex(programme.value, units.value),
    ledger: ledgerOf(
      demonstrationSubmissions(programme.value, units.value).flatMap(({ observations }) => observations),
      '01-01',
    ),
    today: '2025-10-16',
  };
  const looks = (code: string) => {
    const indicator = context.index.indicator(code);
    if (indicator === undefined) throw new Error(code);
    return looksOfYear(context, indicator, 2025);
  };
  const levels = (code: string, unit: string) =>
    alertsOfYear(looks(code).get(unit) ?? []).map(({ level }) => level);

  test('every indicator is looked at once a quarter, for the city and each county that reports', () => {
    for (const { code, frequency, reportedBy } of context.index.programme.indicators) {
      const found = looks(code);
      expect(
        [...found.values()].every((list) => list.length === (frequency === 'year' ? 0 : 3)),
        code,
      ).toBe(true);
      if (frequency === 'quarter') expect(found.size, code).toBe(reportedBy === 'whole' ? 1 : 7);
    }
  });

  test('the facts are those of the assessments', () => {
    const [, , third] = looks('manufacturing-pass-rate').get('441500') ?? [];
    expect(third).toMatchObject({
      asOf: '2025-09-30',
      period: '2025-Q3',
      facts: {
        kind: 'counts',
        step: {
          target: { num: 948, den: 1000 },
          planned: 1240,
          planFirm: false,
          scope: 'whole',
          cumulative: { x: 880, n: 934 },
          period: { x: 299, n: 316 },
          final: false,
        },
      },
    });
  });

  test('a quarter that is not over is not looked at', () => {
    const [indicator] = context.index.programme.indicators;
    if (indicator === undefined) throw new Error('no indicator');
    expect(looksOfPeriod(context, indicator, '2025-Q4')).toEqual([]);
  });

  test('manufacturing with an outlook of 5 % is orange, 陆丰市 alone among the counties with it', () => {
    expect(levels('manufacturing-pass-rate', '441500').at(-1)).toBe('orange');
    expect(levels('manufacturing-pass-rate', '441581').at(-1)).toBe('orange');
    expect(levels('manufacturing-pass-rate', '441521').some((level) => isAlarm(level))).toBe(false);
  });

  test('a register behind its pace is blue, for the digest', () => {
    expect(levels('cluster-quality-centres', '441500').at(-1)).toBe('blue');
  });
});
