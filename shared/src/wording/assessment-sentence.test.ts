import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { yearOf } from '../calendar';
import { assessSheet, type Assessment } from '../evaluation';
import { ledgerOf, type Figure, type Observation } from '../observation';
import {
  loadProgramme,
  loadUnits,
  programmeIndex,
  type Indicator,
  type Plan,
  type ProgrammeIndex,
} from '../programme';
import {
  city,
  counts,
  lufeng,
  province,
  quarter,
  rate,
  score,
  spoken,
  type Scene,
  type Told,
} from './spoken-sentences.fixture';
import { assessmentSentence, assessmentSentences, overviewFocus, overviewHeadline, rankedSentence } from '.';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

const load = (programmeFile: string, unitsFile: string): ProgrammeIndex => {
  const units = loadUnits(json(unitsFile));
  if (!units.ok) throw new Error(JSON.stringify(units.refusal));
  const programme = loadProgramme(json(programmeFile), units.value);
  if (!programme.ok) throw new Error(JSON.stringify(programme.refusal));
  return programmeIndex(programme.value, units.value);
};

const shanwei = load('programmes/shanwei-2025.json', 'units/shanwei.json');
const nhs = load('programmes/examples/nhs-ae.json', 'units/examples/nhs-trusts.json');

const judge = (
  code: string,
  scene: Scene,
  index: ProgrammeIndex = scene.place === 'nhs' ? nhs : shanwei,
): { assessment: Assessment; indicator: Indicator; index: ProgrammeIndex } => {
  const { told, period = '2025-Q3', basis = 'cumulative', today = '2025-10-16' } = scene;
  const { yearStart } = index.programme;
  const observations = told.map(
    ([unit, at, on, figure]): Observation => ({
      indicator: code,
      unit,
      period: at,
      basis: on,
      figure,
      source: '',
      note: '',
    }),
  );
  const indicator = index.indicator(code);
  if (indicator === undefined) throw new Error(code);
  const context = { index, ledger: ledgerOf(observations, yearStart), today };
  const wanted = scene.unit ?? index.whole.code;
  const assessment = assessSheet(context, indicator, period, basis).find(({ unit }) => unit === wanted);
  if (assessment === undefined) throw new Error(wanted);
  return { assessment, indicator, index };
};

const sentences = (code: string, scene: Scene) => {
  const { assessment, indicator, index } = judge(code, scene);
  return assessmentSentences(assessment, indicator, index);
};

describe('sentences read aloud', () => {
  test.each(spoken)('$name', ({ code, scene, zh, en }) => {
    expect(sentences(code, scene)).toEqual({ zh, en });
  });
});

const figuresOf = ({ measure }: Indicator): readonly Figure[] => {
  if (measure === 'score') return [score('80'), score('81.9'), score('83.55')];
  if (measure === 'register-coverage' || measure === 'count') {
    return [counts(0, 5), counts(2, 5), counts(3, 5), counts(5, 5), counts(0, 0), rate('60')];
  }
  return [
    counts(0, 0),
    counts(3, 3),
    counts(8, 9),
    counts(9, 12),
    counts(197, 200),
    counts(1969, 2000),
    counts(4999, 5000),
    counts(5000, 5000),
    counts(985_001, 1_000_000),
    counts(899_999_999, 1_000_000_000),
    ...['94.8', '90', '100.0', '99.00'].map(rate),
  ];
};

/** Every indicator of Shanwei with figures of every kind: to date, alone, for a part, closed, without a province. */
const everything = shanwei.programme.indicators.flatMap((indicator) =>
  figuresOf(indicator).flatMap((figure): readonly (readonly [string, Scene])[] => {
    const reference = province(indicator.measure === 'score' ? score('82') : counts(98_200, 100_000));
    const lastYear = city(indicator.measure === 'score' ? score('81.9') : counts(95, 100), '2024', 'single');
    return [
      [indicator.code, { told: [city(figure), reference, lastYear] }],
      [indicator.code, { told: [city(figure, '2025-Q1')], period: '2025-Q1' }],
      [
        indicator.code,
        { told: [city(figure, '2025', 'single'), lastYear], period: '2025', today: '2026-02-01' },
      ],
      [
        indicator.code,
        { told: [lufeng(figure), ['441502', '2025-Q3', 'single', counts(90, 100)]], ...quarter },
      ],
      [indicator.code, { told: [lufeng(figure)], basis: 'single' }],
      [
        indicator.code,
        {
          told: [city(figure, '2025-05-03/2025-06-11', 'single')],
          period: '2025-05-03/2025-06-11',
          basis: 'single',
        },
      ],
    ];
  }),
);

describe('every sentence', () => {
  test('there are far more than sixty situations', () => {
    expect(everything.length + spoken.length).toBeGreaterThan(500);
  });

  const all = [...everything, ...spoken.map(({ code, scene }) => [code, scene] as const)];

  test('says the indicator, the counts and the rate', () => {
    for (const [code, scene] of all) {
      const { assessment, indicator, index } = judge(code, scene);
      const { figure, rateText } = assessment;
      const { zh, en } = assessmentSentences(assessment, indicator, index);
      expect(zh).toContain(indicator.name.zh);
      expect(en).toContain(indicator.name.en);
      if (figure === null || rateText === null) continue;
      for (const sentence of [zh, en]) {
        expect(sentence).toContain(rateText);
        if (figure.kind === 'counts') expect(sentence).toContain(figure.total.toLocaleString('en-US'));
      }
    }
  });

  test('is one clean sentence in Chinese', () => {
    for (const [code, scene] of all) {
      const { zh } = sentences(code, scene);
      expect(zh).toMatch(/^[^。]+。$/);
      expect(zh).not.toMatch(/undefined|NaN|null|[{}]|\[\[/);
      expect(zh).not.toMatch(/[，；：、（。][，；：、）。]/);
      expect(zh.replaceAll(/\d,(?=\d)/g, '')).not.toMatch(/[,;:()!?]|\s{2}/);
      expect(zh).not.toMatch(/\p{Script=Han}\d|\d\p{Script=Han}|%\p{Script=Han}| [，；：。]/u);
      expect(zh.length).toBeLessThan(140);
    }
  });

  test('is one clean sentence in English', () => {
    for (const [code, scene] of all) {
      const { en } = sentences(code, scene);
      expect(en).toMatch(/[^.]\.$/);
      expect(en).not.toMatch(/undefined|NaN|null|[{}]|\[\[|\p{Script=Han}|[，；：。（）]/u);
      expect(en).not.toMatch(
        /\s{2}|[,;:.]{2}| [,;:.]|\b1 (more )?(batches|checks|projects|makers|clusters)\b/,
      );
    }
  });

  test('never contradicts the verdict', () => {
    const good = /高于目标|达到 100% 的目标|已达到|提高|above target|meeting the|reaching|, up|just up/;
    const bad = /低于目标|未达到|下降|没有提升|低 [\d.]+|略低|below|missing the|not rising|, down|just down/;
    const byProvince = /但比|, but /;
    for (const [code, scene] of all) {
      const { assessment, indicator, index } = judge(code, scene);
      const { verdict, legs, lightReason } = assessment;
      const isOwnShort = legs.some((leg) => leg.comparator !== 'province' && leg.verdict === 'short');
      for (const sentence of Object.values(assessmentSentences(assessment, indicator, index))) {
        if (verdict === 'met') expect(sentence).not.toMatch(bad);
        if (verdict === 'short' && !isOwnShort) expect(sentence).toMatch(byProvince);
        if (isOwnShort) expect(sentence.replaceAll('未达到', '')).not.toMatch(good);
        if (isOwnShort && lightReason !== 'coverage-on-pace' && lightReason !== 'coverage-behind') {
          expect(sentence).toMatch(bad);
        }
        if (verdict === 'no-data') expect(sentence).not.toMatch(new RegExp(`${good.source}|${bad.source}`));
      }
    }
  });

  test('can be said without knowing the place', () => {
    for (const [code, scene] of all) {
      const { assessment, indicator } = judge(code, { ...scene, unit: scene.unit ?? '441500' });
      const zh = assessmentSentence(assessment, indicator, 'zh');
      expect(zh.startsWith(`${indicator.name.zh}：`)).toBe(true);
      expect(zh).not.toMatch(/undefined/);
    }
  });
});

test('a year from July is said with its own months', () => {
  const { programme, register } = shanwei;
  const plans: readonly Plan[] = [
    { indicator: 'food-pass-rate', unit: '441500', year: 2025, planned: 400, firm: false },
  ];
  const index = programmeIndex({ ...programme, yearStart: '07-01', plans }, register);
  const scene = { told: [city(counts(199, 200), '2025-Q2')], period: '2025-Q2', today: '2026-01-20' };
  const { assessment, indicator } = judge('food-pass-rate', scene, index);
  expect(yearOf(assessment.period, '07-01')).toBe(2025);
  expect(assessmentSentence(assessment, indicator, 'zh', index)).toBe(
    '食品抽检合格率：2025 年 7—12 月抽检 200 批，合格 199 批，合格率 99.5%，高于目标 1.0 个百分点；全省数据待公布；下半年 200 批中不合格须控制在 5 批以内。',
  );
});

describe('the overview', () => {
  const farm = judge('agri-pass-rate', { told: [city(counts(1838, 1860)), province(rate('99.4'))] });
  const cluster = judge('cluster-quality-centres', { told: [city(counts(3, 5))] });
  const water = judge('water-works-pass-rate', { told: [city(counts(218, 218))] });
  const silent = judge('service-satisfaction', { told: [] });
  const four = [cluster, farm, water, silent].map(({ assessment }) => assessment);

  test('the headline counts every indicator once', () => {
    expect(overviewHeadline(four)).toEqual({
      zh: '4 项指标：1 项达标，2 项临界，0 项未达标，1 项待数据',
      en: '4 indicators: 1 on target, 2 at risk, 0 below target, 1 awaiting figures',
    });
  });

  test('a year without targets says so, and awaits nothing', () => {
    const past = four.map(
      (assessment) => ({ ...assessment, light: 'none', lightReason: 'no-target' }) as const,
    );
    expect(overviewHeadline(past).zh).toBe('4 项指标：这一年不设目标，只列数值，不作判定');
  });

  test('the focus is the worst light, and a rate before a register', () => {
    const focus = overviewFocus(four, shanwei);
    expect(focus?.zh).toMatch(/^最需关注：农产品质量安全例行监测合格率 98\.8%，但比全省（99\.4%.*。$/);
    expect(focus?.en).toMatch(/^Needs attention most – Farm produce.* 98\.8%.*\.$/);
    const worse = judge('water-works-pass-rate', { told: [city(counts(150, 164))] });
    expect(overviewFocus([...four, worse.assessment], shanwei)?.zh).toContain('水利工程');
  });

  test('where all must pass, the failures are the gap', () => {
    const { assessment } = judge('transport-first-acceptance', {
      told: [['441500', '2025-Q3', 'cumulative', counts(45, 46)]],
    });
    expect(overviewFocus([assessment], shanwei)?.zh).toMatch(
      /^最需关注：公路水运工程质量一次验收合格率 97\.8%，有 1 项一次验收不合格[；。]/,
    );
  });

  test('where all is well there is nothing to focus on', () => {
    expect(overviewFocus([water.assessment, silent.assessment], shanwei)).toBeNull();
  });
});

describe('the ranking', () => {
  const ranked = (...told: readonly Told[]) => rankedIn('food-pass-rate', told);
  const rankedIn = (code: string, told: readonly Told[]) => {
    const indicator = shanwei.indicator(code);
    if (indicator === undefined) throw new Error('no indicator');
    const units = told.map(([unit], position) => ({
      rank: position + 1,
      assessment: judge(code, { told, unit, basis: 'single' }).assessment,
    }));
    return rankedSentence(indicator, units, shanwei);
  };
  const of = (unit: string, passes: number, total: number): Told => [
    unit,
    '2025-Q3',
    'single',
    counts(passes, total),
  ];

  test('it names both ends and says what the order means', () => {
    expect(ranked(of('441502', 100, 100), of('441581', 97, 100))).toEqual({
      zh: '食品抽检合格率：城区最高（100.0%），陆丰市最低（97.0%）；区间重叠的县区，名次先后不说明问题。',
      en: 'Food sampling pass rate: Chengqu is highest (100.0%), Lufeng lowest (97.0%); where intervals overlap the order means nothing.',
    });
  });

  test('who shares an end is counted, not picked', () => {
    const many = [
      of('441502', 12, 12),
      of('441581', 20, 20),
      of('441523', 11, 11),
      of('441521', 11, 12),
    ] as const;
    expect(rankedIn('transport-first-acceptance', many)).toEqual({
      zh: '公路水运工程质量一次验收合格率：3 个县区并列最高（100.0%），海丰县最低（91.7%）；全数统计，没有抽样误差，按实际值排列。',
      en: 'Road and waterway works: first-acceptance rate: 3 counties share the highest place (100.0%), Haifeng lowest (91.7%); everything is counted, so the order is as it stands.',
    });
    expect(ranked(of('441502', 100, 100), of('441581', 97, 100), of('441521', 97, 100)).zh).toContain(
      '城区最高（100.0%），2 个县区并列最低（97.0%）',
    );
  });

  test('it speaks of intervals only where there are some', () => {
    const counted = [of('441502', 12, 12), of('441581', 11, 12)];
    const works = rankedIn('completed-works-excellence', counted);
    expect(works.zh).toMatch(/；全数统计，没有抽样误差，按实际值排列。$/);
    expect(works.en).toMatch(/; everything is counted, so the order is as it stands\.$/);
    const published = ['99.1', '98.2'].map(
      (rate, at): Told => [['441502', '441581'][at] ?? '', '2025-Q3', 'single', { kind: 'rate', rate }],
    );
    expect(ranked(...published).zh).toMatch(/；只有公布值，不知道抽检数，先后是否出于偶然无从判断。$/);
  });

  test('it does not rank equals, one or none', () => {
    expect(ranked(of('441502', 10, 10), of('441581', 99, 99)).zh).toBe(
      '食品抽检合格率：报送的 2 个县区都是 100.0%。',
    );
    expect(ranked(of('441502', 10, 10)).zh).toBe('食品抽检合格率：本期只有城区报送（100.0%），无从比较。');
    expect(ranked().zh).toBe('食品抽检合格率：本期没有可比较的县区数据。');
  });
});
