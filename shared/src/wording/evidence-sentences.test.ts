import { describe, expect, test } from 'vitest';
import {
  controlReading,
  decomposition,
  funnelReading,
  rankIntervals,
  trendReading,
  type SeriesFigure,
} from '../evaluation';
import type { Figure } from '../observation';
import type { AlertRule } from '../statistics';
import {
  alertLevelText,
  alertRuleText,
  controlSentence,
  decompositionSentence,
  funnelSentence,
  rankIntervalSentence,
  trendSentence,
  type Language,
} from '.';

const languages: readonly Language[] = ['zh', 'en'];
const zh = { language: 'zh' } as const;
const en = { language: 'en' } as const;

const quarters = (figures: readonly (Figure | null)[]): readonly SeriesFigure[] =>
  figures.map((figure, at) => ({ period: `${2022 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, figure }));
const of280 = (failures: number): Figure => ({ kind: 'counts', passes: 280 - failures, total: 280 });
const steady = (failures: number, count: number) => Array.from({ length: count }, () => of280(failures));
const rising = { target: { num: 948, den: 1000 }, improvement: 'increase' } as const;

/** 制造业 of the demonstration up to 2025-Q3: nine quarters above its first six, one of them on target. */
const improved = quarters([
  ...[21, 23, 20, 22, 21, 20].map(of280),
  ...[16, 17, 16, 15, 17, 15, 13, 20, 15].map(of280),
]);

describe('a control chart', () => {
  const reading = controlReading(improved, { ...rising, baseline: 6 });

  test('says what changed, that it is real, and that the target is another matter', () => {
    expect(controlSentence(reading, zh)).toBe(
      '2023 年三季度起连续 9 个季度高于基线均值 92.4%；好转是真实的；但其中只有 1 个季度达到目标。',
    );
    expect(controlSentence(reading, en)).toBe(
      'Since Q3 2023, 9 quarters in a row lie above the baseline mean of 92.4%; the improvement is real; but only 1 of them reached the target.',
    );
  });

  test.each([
    [{ num: 99, den: 100 }, '；但没有一个季度达到目标。'],
    [{ num: 9, den: 10 }, '，并且期期达到目标。'],
    [{ num: 94, den: 100 }, '，其中 6 个季度达到目标。'],
    [null, '；好转是真实的。'],
  ] as const)('against %j it ends %s', (target, ending) => {
    const told = controlSentence(controlReading(improved, { ...rising, target, baseline: 6 }), zh);
    expect(told.endsWith(ending)).toBe(true);
  });

  test('a fall below the limit is a decline', () => {
    const fall = controlReading(quarters([...steady(14, 11), of280(40)]), rising);
    expect(controlSentence(fall, zh)).toMatch(
      /^2024 年四季度 85\.7%，超出正常波动范围（.+）；转差是真实的。$/,
    );
    expect(controlSentence(fall, en)).toMatch(
      /^Q4 2024 at 85\.7% lies outside normal variation .+ decline is real\.$/,
    );
  });

  test('a steady climb is told by its direction', () => {
    const climb = quarters([24, 22, 20, 18, 16, 14, 12].map(of280));
    expect(controlSentence(controlReading(climb, rising), zh)).toContain('逐期上升；好转是真实的');
  });

  test('ordinary variation needs no explanation, but says where it leads', () => {
    const low = controlReading(quarters(steady(20, 12)), rising);
    expect(controlSentence(low, zh)).toBe(
      '2024 年四季度在正常波动范围内，基线均值 92.9%，升降不必解释；照这个水平，目标有时达到，有时达不到。',
    );
    const far = controlReading(quarters(steady(70, 12)), rising);
    expect(controlSentence(far, zh)).toContain('照这个水平，目标总是达不到。');
    expect(controlSentence(far, en)).toContain('the target is always missed.');
  });

  test('no failure at all assures nothing', () => {
    const perfect = controlReading(quarters(steady(0, 12)), rising);
    expect(perfect.assurance).toBeNull();
    expect(controlSentence(perfect, zh)).not.toContain('照这个水平');
  });

  test('few periods are not read, and between six and twelve the limits are on trial', () => {
    expect(controlSentence(controlReading(quarters(steady(14, 4)), rising), zh)).toBe(
      '只有 4 期数据，不足 6 期，暂不判断波动是否正常。',
    );
    expect(controlSentence(controlReading(quarters(steady(14, 8)), rising), zh)).toContain('为试行限');
  });

  test('scores are spoken in their own unit', () => {
    const years = ['79.6', '79.8', '79.5', '79.7', '79.6', '85.0'].map(
      (text, at): SeriesFigure => ({ period: `${2020 + at}`, figure: { kind: 'score', score: text } }),
    );
    const told = controlSentence(controlReading(years, { target: null, improvement: 'increase' }), {
      language: 'zh',
      scoreUnit: '分',
    });
    expect(told).toMatch(/分/);
    expect(told).not.toContain('%');
  });

  test('wild periods warn the reader', () => {
    const wild = Array.from(
      { length: 12 },
      (_, at): Figure => ({ kind: 'counts', passes: at % 2 === 0 ? 1900 : 1950, total: 2000 }),
    );
    expect(controlSentence(controlReading(quarters(wild), rising), zh)).toContain('离散度');
  });
});

describe('a trend', () => {
  const years = (figures: readonly (Figure | null)[]) =>
    figures.map((figure, at) => ({ period: `${2018 + at}`, figure }));
  const of1000 = (passes: number): Figure => ({ kind: 'counts', passes, total: 1000 });
  test.each([
    [[930, 945, 955, 970, 980], '近 5 期总体上升，是好转的趋势。'],
    [[980, 970, 955, 945, 930], '近 5 期总体下降，是转差的趋势。'],
    [[950, 951, 949, 950, 952], '近 5 期没有显著趋势。'],
    [[1000, 1000, 1000, 1000, 1000], '近 5 期数值没有变化，谈不上趋势。'],
    [[1000, 999, 1000, 999, 1000], '近 5 期不合格太少，无法判断趋势。'],
    [[950, 960], '近 5 期中只有 2 期有数据，不足 5 期，无法判断趋势。'],
  ])('of %j', (passes, expected) => {
    const reading = trendReading(years(passes.map(of1000)), { kind: 'year', improvement: 'increase' });
    expect(trendSentence(reading, 'zh')).toBe(expected);
    expect(trendSentence(reading, 'en')).toMatch(/^[A-Z].*\.$/);
  });

  test('of quarters says that seasons are left in', () => {
    const reading = trendReading(quarters([24, 21, 19, 17, 14, 11, 9, 6].map(of280)), {
      kind: 'quarter',
      improvement: 'increase',
    });
    expect(trendSentence(reading, 'zh')).toBe('近 8 期总体上升，是好转的趋势（未做季节调整）。');
  });
});

const unit = (code: string, failures: number, total: number) => ({
  unit: code,
  passes: total - failures,
  total,
});
const counties = [
  unit('城区', 7, 190),
  unit('海丰县', 9, 262),
  unit('陆丰市', 27, 286),
  unit('陆河县', 4, 88),
  unit('红海湾', 4, 62),
  unit('华侨区', 3, 46),
];
const named = (language: Language) => ({ language, nameOf: (code: string) => code });

describe('a funnel', () => {
  test('names who lies outside, and how often chance does that', () => {
    expect(funnelSentence(funnelReading(counties), named('zh'))).toBe(
      '以全市 94.2% 为中线：陆丰市低于 95% 下限，需要留意；6 个县区比较，仅凭偶然也有 26% 的可能出现一个 95% 提示；离散度 2.3，县区之间的差别大于抽样误差。',
    );
    expect(funnelSentence(funnelReading(counties), named('en'))).toContain(
      '陆丰市 below the 95% limit (worth a look)',
    );
  });

  test('a unit far outside is named without excuse', () => {
    const far = funnelReading([...counties.slice(0, 2), unit('陆丰市', 60, 286)], {
      centre: { kind: 'target', rate: { num: 948, den: 1000 } },
    });
    expect(funnelSentence(far, named('zh'))).toMatch(
      /^以目标 94\.8% 为中线：陆丰市低于 99\.8% 下限，明显异常/,
    );
    expect(funnelSentence(far, named('zh'))).not.toContain('仅凭偶然');
  });

  test('units within the limits are not told apart', () => {
    expect(funnelSentence(funnelReading(counties.filter((_, at) => at !== 2)), named('zh'))).toBe(
      '以全市 95.8% 为中线：5 个县区都在 95% 限内，高低之差可以是抽样误差。',
    );
    expect(funnelSentence(funnelReading([]), named('zh'))).toBe('没有可比较的数据。');
  });
});

describe('ranks', () => {
  const told = (units: typeof counties) => rankIntervalSentence(rankIntervals(units), named('zh'));

  test('six counties: the ends can be told apart, neighbours cannot', () => {
    expect(told(counties)).toBe(
      '海丰县居首（95% 名次区间 1～4），陆丰市居末（4～6）；首末分得清，相邻的名次分不清。',
    );
  });

  test('who shares a place is counted, not picked', () => {
    const two = [unit('甲', 0, 1000), unit('乙', 0, 1000)];
    expect(told([...two, unit('丙', 300, 1000)])).toMatch(/^2 个县区并列居首，丙居末（95% 名次区间 3）；/);
    expect(told([unit('丙', 0, 1000), unit('甲', 300, 1000), unit('乙', 300, 1000)])).toMatch(
      /^丙居首（95% 名次区间 1），2 个县区并列居末；/,
    );
  });

  test('alike, apart, alone and absent', () => {
    expect(told([unit('甲', 5, 100), unit('乙', 6, 100)])).toContain('先后不说明问题。');
    expect(told([unit('甲', 5, 1000), unit('乙', 300, 1000)])).toBe(
      '甲居首（95% 名次区间 1），乙居末（2）；各县区的先后都分得清。',
    );
    expect(told([unit('甲', 300, 1000), unit('乙', 5, 100), unit('丙', 6, 100)])).toContain(
      '名次能与其余全部分开的只有甲。',
    );
    expect(told([unit('甲', 5, 100), unit('乙', 5, 100)])).toBe('2 个县区的合格率相同。');
    expect(told([unit('甲', 5, 100)])).toBe('只有甲有数据，无从排名。');
    expect(told([])).toBe('没有可排名的数据。');
  });
});

describe('a decomposition', () => {
  const sampled = { measure: 'sampled-proportion' } as const;

  test('says when the mix of samples moved the total', () => {
    const charig = decomposition(
      [unit('小', 36, 270), unit('大', 25, 80)],
      [unit('小', 6, 87), unit('大', 71, 263)],
    );
    expect(decompositionSentence(charig, sampled, named('zh'))).toBe(
      '从 82.57% 到 78.00%，下降 4.57 个百分点：各县区自身变化 +5.37，抽样结构变化 −9.94；变化主要由抽样结构引起，各县区没有一个跟着下降。',
    );
  });

  test('takes two decimals where one would not add up', () => {
    const reading = decomposition(
      [unit('甲', 4, 200), unit('乙', 10, 150)],
      [unit('甲', 3, 190), unit('乙', 9, 160)],
    );
    const numbers = /从 (\S+)% 到 (\S+)%，\S+ (\S+) 个百分点：各县区自身变化 (\S+)，抽样结构变化 (\S+)。/
      .exec(decompositionSentence(reading, sampled, named('zh')).replaceAll('−', '-'))
      ?.slice(1)
      .map(Number);
    if (numbers === undefined) throw new Error(decompositionSentence(reading, sampled, named('zh')));
    const [before = NaN, after = NaN, , rate = NaN, mix = NaN] = numbers;
    expect(Math.abs(after - before - rate - mix)).toBeLessThan(0.015);
  });

  test('calls nothing a sample where everything was counted', () => {
    const counted = { measure: 'full-coverage-proportion' } as const;
    const moved = decomposition(
      [unit('小', 36, 270), unit('大', 25, 80)],
      [unit('小', 6, 87), unit('大', 71, 263)],
    );
    expect(decompositionSentence(moved, counted, named('zh'))).toContain(
      '全数结构变化 −9.94；变化主要由全数结构引起',
    );
    const once = decomposition([unit('甲', 5, 100)], [unit('甲', 5, 100), unit('乙', 1, 50)]);
    expect(decompositionSentence(once, counted, named('zh'))).toContain(
      '乙只有一期有数据，无法区分自身变化和全数结构',
    );
    for (const language of ['zh', 'en'] as const) {
      expect(decompositionSentence(moved, counted, named(language))).not.toMatch(/抽|sampl/);
      expect(decompositionSentence(once, counted, named(language))).not.toMatch(/抽|sampl/);
    }
  });

  test('names who was sampled once only', () => {
    const reading = decomposition([unit('甲', 5, 100)], [unit('甲', 5, 100), unit('乙', 1, 50)]);
    expect(decompositionSentence(reading, sampled, named('zh'))).toBe(
      '从 95.0% 到 96.0%，上升 1.0 个百分点；乙只有一期有抽检，无法区分自身变化和抽样结构。',
    );
    expect(decompositionSentence(decomposition([], []), sampled, named('zh'))).toBe('缺一期数据，无法比较。');
  });
});

describe('alerts', () => {
  const rules: readonly AlertRule[] = [
    'R1',
    'R2',
    'R3',
    'O1',
    'O2',
    'O3',
    'Y1',
    'Y2',
    'Y3',
    'Y4',
    'B1',
    'B2',
  ];

  test('every rule and level has words', () => {
    for (const language of languages) {
      expect(new Set(rules.map((rule) => alertRuleText(rule, language))).size).toBe(rules.length);
      expect(alertLevelText('blue', language)).not.toBe('');
    }
  });
});
