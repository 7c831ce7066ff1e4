import { describe, expect, test } from 'vitest';
import type { Basis, PlainDate } from '../calendar';
import type { Observation } from '../observation';
import type { Comparator } from '../programme';
import { lightReasonText } from '../wording';
import {
  aContext,
  atLeast,
  counts,
  judged,
  notBelowProvince,
  observed,
  rate,
  score,
  type ProgrammeParts,
} from './a-programme.fixture';
import type { Light, LightReason } from './types';

interface Setting {
  readonly programme?: ProgrammeParts;
  readonly unit?: string;
  readonly period?: string;
  readonly basis?: Basis;
  readonly today?: PlainDate;
}

type Case = readonly [name: string, observations: readonly Observation[], light: Light, reason: LightReason];

const cases = (setting: Setting, list: readonly Case[]) =>
  list.map(([name, observations, light, reason]) => ({ name, observations, light, reason, setting }));

const toDate = { unit: 'city', basis: 'cumulative' } as const;
const planned = (unit: string, samples: number, firm = false): ProgrammeParts => ({
  plans: [{ unit, planned: samples, firm }],
});
const asking = (...comparators: readonly Comparator[]): ProgrammeParts => ({ comparators });
const given: ProgrammeParts = { indicator: { combination: 'given', reportedBy: 'whole' } };
const register: ProgrammeParts = {
  ...asking({ kind: 'coverage', threshold: '100' }),
  indicator: { measure: 'register-coverage', reportedBy: 'whole' },
};
const survey: ProgrammeParts = {
  ...asking({ kind: 'rising' }),
  indicator: { measure: 'score', combination: 'given', frequency: 'year', reportedBy: 'whole' },
};
const weighted: ProgrammeParts = {
  ...asking(atLeast('95')),
  indicator: {
    combination: 'weighted',
    reportedBy: 'whole',
    weights: [
      { unit: 'east', weight: '3' },
      { unit: 'west', weight: '1' },
    ],
  },
};

const third = (unit: string, passes: number, total: number) =>
  observed(unit, '2025-Q3', counts(passes, total));
const east = (passes: number, total: number) => [third('east', passes, total)];
const city = (passes: number, total: number, period = '2025-Q3') => [
  observed('city', period, counts(passes, total), 'cumulative'),
];
const cityRate = (percent: string) => [observed('city', '2025-Q3', rate(percent))];
const provinceRate = (percent: string, basis: Basis = 'cumulative') =>
  observed('province', '2025-Q3', rate(percent), basis);
const fourQuarters = (passes: number, total: number) =>
  ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => observed('city', `2025-${quarter}`, counts(passes, total)));
const scores = (before: string, now: string) => [
  observed('city', '2024', score(before)),
  observed('city', '2025', score(now)),
];

/** Every row of statistics.md k, and the places where two rows meet. */
const situations = [
  // City, or any unit with its own yearly plan, year in progress, counts and plan known.
  ...cases({ programme: planned('city', 4000), ...toDate }, [
    ['a city on target with failures to spare', city(2985, 3000), 'met', 'met-and-likely'],
    ['a city just on target with much of the year to come', city(1971, 2000), 'risk', 'met-but-uncertain'],
    ['a city just below target', city(1969, 2000), 'risk', 'short-but-possible'],
    ['a city far below target', city(2925, 3000), 'miss', 'short-and-unlikely'],
    ['a city without samples', city(0, 0), 'none', 'no-samples'],
    ['a city with three samples is judged all the same', city(3, 3), 'risk', 'met-but-uncertain'],
  ]),
  ...cases({ programme: planned('city', 4000, true), ...toDate }, [
    ['a city that has used up a firm plan', city(2939, 3000), 'miss', 'unreachable'],
  ]),
  ...cases({ programme: planned('east', 185, true), unit: 'east', basis: 'cumulative' }, [
    ['a county with a plan of its own is judged like a city', east(137, 140), 'miss', 'unreachable'],
  ]),
  ...cases({ programme: planned('east', 185, true) }, [
    ['its single quarter keeps the rule of parts', east(41, 43), 'risk', 'short-within-noise'],
  ]),
  ...cases(
    { programme: { ...planned('city', 4000), ...asking(atLeast('98.5'), notBelowProvince) }, ...toDate },
    [
      ['a city below the province', [...city(2985, 3000), provinceRate('99.9')], 'risk', 'below-province'],
      ['a city below both', [...city(1969, 2000), provinceRate('99.9')], 'risk', 'short-but-possible'],
      ['a city whose province is still awaited', city(2985, 3000), 'met', 'met-and-likely'],
    ],
  ),
  ...cases(
    {
      programme: { ...planned('city', 4000, true), ...asking(atLeast('98.5'), notBelowProvince) },
      ...toDate,
    },
    [
      [
        'a city that can no longer make it, whatever the province',
        [...city(2939, 3000), provinceRate('97')],
        'miss',
        'unreachable',
      ],
    ],
  ),
  // Unit or single period without a plan.
  ...cases({}, [
    ['a county at its target', east(197, 200), 'met', 'met'],
    ['a small county with a failure', east(48, 49), 'risk', 'short-within-noise'],
    ['a large county far below', east(470, 500), 'miss', 'significantly-short'],
    ['nine samples, all passed', east(9, 9), 'none', 'too-few-samples'],
    ['nine samples, all failed', east(0, 9), 'none', 'too-few-samples'],
    ['ten samples, all passed', east(10, 10), 'met', 'met'],
    ['a county that has not reported', [third('west', 197, 200)], 'none', 'no-figure'],
  ]),
  ...cases({ programme: asking(atLeast('99.99')) }, [
    ['one failure alone is never red', east(9, 10), 'risk', 'short-within-noise'],
  ]),
  ...cases(toDate, [
    ['a city without a plan keeps that rule', city(2925, 3000), 'miss', 'significantly-short'],
  ]),
  ...cases({ programme: planned('city', 4000), unit: 'city' }, [
    ['so does a quarter of a city with one', [third('city', 98, 100)], 'risk', 'short-within-noise'],
  ]),
  ...cases({ programme: { ...asking(atLeast('90')), indicator: { measure: 'full-coverage-proportion' } } }, [
    ['works all counted that fell a little short', east(10, 12), 'risk', 'short-within-noise'],
    ['works all counted that mostly failed', east(4, 12), 'miss', 'significantly-short'],
  ]),
  // Target of 100 %.
  ...cases({ programme: asking({ kind: 'all' }) }, [
    ['all passed where all must', east(3, 3), 'met', 'met'],
    ['one failed where all must pass', east(499, 500), 'miss', 'short-of-all'],
    ['nothing inspected where all must pass', east(0, 0), 'none', 'no-samples'],
  ]),
  ...cases({ programme: asking(atLeast('100')) }, [
    ['at least 100 asks for all as well', east(499, 500), 'miss', 'short-of-all'],
  ]),
  // Rate only.
  ...cases({ programme: given, unit: 'city' }, [
    ['a rate clearly above', cityRate('98.6'), 'met', 'rate-met'],
    ['a rate clearly below', cityRate('98.3'), 'miss', 'rate-short'],
    ['a rate that may have been rounded up', cityRate('98.5'), 'risk', 'rate-ambiguous'],
    ['a rate that may have been rounded down', cityRate('98'), 'risk', 'rate-ambiguous'],
  ]),
  ...cases({ programme: { ...given, ...asking(atLeast('98.5'), notBelowProvince) }, unit: 'city' }, [
    [
      'a rate below the province',
      [...cityRate('98.8'), provinceRate('99.0', 'single')],
      'miss',
      'below-province',
    ],
    [
      'a rate level with the province',
      [...cityRate('98.8'), provinceRate('98.8', 'single')],
      'risk',
      'rate-ambiguous',
    ],
  ]),
  ...cases({ programme: given, unit: 'city', period: '2025', today: '2026-03-01' }, [
    [
      'a closed year does not make a rounded rate exact',
      [observed('city', '2025', rate('98.5'))],
      'risk',
      'rate-ambiguous',
    ],
  ]),
  // Weighted: made of counts, so neither rounded nor free of chance.
  ...cases({ programme: weighted, unit: 'city' }, [
    ['exactly at its target', [third('east', 95, 100), third('west', 95, 100)], 'met', 'met'],
    ['a little below', [third('east', 94, 100), third('west', 95, 100)], 'risk', 'short-within-noise'],
    ['far below', [third('east', 900, 1000), third('west', 95, 100)], 'miss', 'significantly-short'],
    ['without one of its strata', [third('east', 900, 1000)], 'none', 'no-figure'],
  ]),
  // Full coverage of a register.
  ...cases({ programme: register, ...toDate }, [
    ['three of four makers by September', city(3, 4), 'met', 'coverage-on-pace'],
    ['two of four makers by September', city(2, 4), 'risk', 'coverage-behind'],
    ['two of four by June, and no later figure', city(2, 4, '2025-Q2'), 'met', 'coverage-on-pace'],
    ['a register known only by its rate', cityRate('80'), 'met', 'coverage-on-pace'],
    ['a register that is empty', city(0, 0), 'none', 'no-samples'],
  ]),
  ...cases({ programme: register, ...toDate, period: '2025-Q4', today: '2026-01-20' }, [
    ['three of four makers when the year is over', city(3, 4, '2025-Q4'), 'miss', 'coverage-missed'],
    ['four of four makers when the year is over', city(4, 4, '2025-Q4'), 'met', 'closed-met'],
  ]),
  // Rising.
  ...cases({ programme: survey, unit: 'city', period: '2025' }, [
    ['a score above last year', scores('81.8', '81.9'), 'met', 'rising'],
    ['a score level with last year, however written', scores('81.90', '81.9'), 'risk', 'level'],
    ['a score below last year', scores('82', '81.9'), 'miss', 'falling'],
    ['a first score', [observed('city', '2025', score('81.9'))], 'none', 'no-earlier-year'],
  ]),
  ...cases({ programme: asking({ kind: 'rising' }, atLeast('90')), unit: 'city' }, [
    [
      'on its number, not rising',
      [observed('city', '2024', counts(96, 100)), third('city', 95, 100)],
      'risk',
      'falling',
    ],
    [
      'level with last year',
      [observed('city', '2024', counts(95, 100)), third('city', 95, 100)],
      'risk',
      'level',
    ],
    [
      'rising, below its number',
      [observed('city', '2024', counts(80, 100)), third('city', 89, 100)],
      'risk',
      'short-within-noise',
    ],
  ]),
  // Closed year.
  ...cases({ programme: planned('city', 400), ...toDate, period: '2025-Q4', today: '2026-01-11' }, [
    ['a year that ended on target', fourQuarters(99, 100), 'met', 'closed-met'],
    ['a year that ended short, however little', fourQuarters(98, 100), 'miss', 'closed-short'],
    ['a year whose last figures are overdue', fourQuarters(98, 100).slice(1), 'miss', 'closed-short'],
  ]),
  ...cases({ programme: planned('city', 400), ...toDate, period: '2025-Q4', today: '2026-01-05' }, [
    [
      'a year whose last figures are not due yet',
      fourQuarters(98, 100).slice(1),
      'miss',
      'short-and-unlikely',
    ],
    ['a year whose figures are all in', fourQuarters(98, 100), 'miss', 'closed-short'],
  ]),
  ...cases({ period: '2025', today: '2026-02-01' }, [
    [
      'a small county in a closed year',
      [observed('east', '2025', counts(48, 49))],
      'risk',
      'short-within-noise',
    ],
  ]),
  ...cases({ programme: planned('east', 50), period: '2025', today: '2026-02-01' }, [
    [
      'a county with a plan in a closed year',
      [observed('east', '2025', counts(48, 49))],
      'miss',
      'closed-short',
    ],
  ]),
  // Nothing is asked.
  ...cases({ period: '2024-Q3' }, [
    ['a year before the first target', [observed('east', '2024-Q3', counts(50, 100))], 'none', 'no-target'],
  ]),
  ...cases({ programme: asking(notBelowProvince) }, [
    ['a county where only the city is asked', east(50, 100), 'none', 'no-target'],
  ]),
];

const judge = ({ observations, setting }: (typeof situations)[number]) => {
  const { programme = {}, unit = 'east', period = '2025-Q3', basis = 'single', today } = setting;
  return judged(aContext(observations, programme, today), unit, period, basis);
};

describe('which rule turns which light on', () => {
  test.each(situations)('$name: $light, $reason', (situation) => {
    const { light, lightReason } = judge(situation);
    expect([light, lightReason]).toEqual([situation.light, situation.reason]);
  });

  test('every reason is reached and has its words', () => {
    const words: Record<LightReason, string> = {
      met: '达到目标',
      'met-and-likely': '80%',
      'met-but-uncertain': '80%',
      'short-but-possible': '仍有可能',
      'short-and-unlikely': '20%',
      unreachable: '无法达标',
      'short-within-noise': '误差',
      'significantly-short': '显著低于目标',
      'short-of-all': '100%',
      'rate-met': '达到目标',
      'rate-short': '低于目标',
      'rate-ambiguous': '修约',
      'below-province': '低于全省',
      'coverage-on-pace': '序时',
      'coverage-behind': '落后',
      'coverage-missed': '未完成',
      rising: '高于上年',
      level: '持平',
      falling: '低于上年',
      'closed-met': '全年达标',
      'closed-short': '全年未达标',
      'too-few-samples': '不判定',
      'no-figure': '待数据',
      'no-samples': '没有抽检',
      'no-earlier-year': '缺上年',
      'no-target': '不设目标',
    };
    const reached = new Set(situations.map(({ reason }) => reason));
    expect([...reached].sort()).toEqual(Object.keys(words).sort());
    for (const reason of reached) {
      expect(lightReasonText(reason, 'zh')).toContain(words[reason]);
      expect(lightReasonText(reason, 'en')).toMatch(/[a-z]/);
    }
  });

  test('no light contradicts its verdict, but for a register on its pace', () => {
    for (const situation of situations) {
      const { light, verdict, lightReason } = judge(situation);
      if (light === 'met' && verdict === 'short') expect(lightReason).toBe('coverage-on-pace');
      if (light === 'miss') expect(verdict).toBe('short');
    }
  });
});
