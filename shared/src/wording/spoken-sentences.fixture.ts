import type { Basis, PlainDate } from '../calendar';
import type { Figure } from '../observation';

/** So many passes of so many. */
export const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });
/** A rate without counts. */
export const rate = (percent: string): Figure => ({ kind: 'rate', rate: percent });
/** A survey score. */
export const score = (points: string): Figure => ({ kind: 'score', score: points });

/** One figure as it was told: who, when, and what. */
export type Told = readonly [unit: string, period: string, basis: Basis, figure: Figure];

/** What was told, and which assessment of it is to be said; the whole to date at the end of September 2025 by default. */
export interface Scene {
  readonly told: readonly Told[];
  readonly period?: string;
  readonly basis?: Basis;
  readonly unit?: string;
  readonly today?: PlainDate;
  /** Default: Shanwei. */
  readonly place?: 'nhs';
}

/** A figure of the city itself. */
export const city = (figure: Figure, period = '2025-Q3', basis: Basis = 'cumulative'): Told => [
  '441500',
  period,
  basis,
  figure,
];
/** A figure of Guangdong. */
export const province = (figure: Figure, period = '2025-Q3', basis: Basis = 'cumulative'): Told => [
  '440000',
  period,
  basis,
  figure,
];
/** A single quarter of 陆丰市. */
export const lufeng = (figure: Figure): Told => ['441581', '2025-Q3', 'single', figure];
/** The assessment of that quarter. */
export const quarter = { basis: 'single', unit: '441581' } as const;

/** A scene with the words that belong to it. */
export interface Spoken {
  readonly name: string;
  readonly code: string;
  readonly scene: Scene;
  readonly zh: string;
  readonly en: string;
}

/** Sentences as they are read aloud, one for each way of speaking. */
export const spoken: readonly Spoken[] = [
  {
    name: 'the model sentence',
    code: 'manufacturing-pass-rate',
    scene: { told: [city(counts(880, 934)), province(rate('93.9'))] },
    zh: '制造业产品质量合格率：2025 年 1—9 月抽检 934 批，合格 880 批，合格率 94.2%，低于目标 0.6 个百分点，相当于多 6 批不合格；比全省（93.9%，暂定）高 0.3 个百分点；四季度 306 批中不合格须控制在 10 批以内。',
    en: 'Manufactured products: quality pass rate 94.2% for Jan–Sep 2025 (880 of 934 batches), 0.6 points below target, 6 more batches failing than allowed; 0.3 points above Guangdong (93.9%, provisional); of the 306 batches to come in Q4 at most 10 may be failing.',
  },
  {
    name: 'a gap too small for one decimal, a province behind in time',
    code: 'food-pass-rate',
    scene: { told: [city(counts(5333, 5412)), province(rate('98.3'), '2025-M08')] },
    zh: '食品抽检合格率：2025 年 1—9 月抽检 5,412 批，合格 5,333 批，合格率 98.54%，高于目标 0.04 个百分点；比全省（98.3%，截至 2025 年 8 月底，暂定）高 0.2 个百分点；四季度 1,788 批中不合格须控制在 29 批以内。',
    en: 'Food sampling pass rate 98.54% for Jan–Sep 2025 (5,333 of 5,412 batches), 0.04 points above target; 0.2 points above Guangdong (98.3% by the end of Aug 2025, provisional); of the 1,788 batches to come in Q4 at most 29 may be failing.',
  },
  {
    name: 'above the target and below the province',
    code: 'agri-pass-rate',
    scene: {
      told: [city(counts(1200, 1215), '2025-Q2'), province(rate('98.9'), '2025-Q2')],
      period: '2025-Q2',
    },
    zh: '农产品质量安全例行监测合格率：2025 年 1—6 月监测 1,215 批，合格 1,200 批，合格率 98.8%，高于目标 0.8 个百分点，但比全省（98.9%，暂定）低 0.1 个百分点；下半年 1,185 批中不合格须控制在 33 批以内。',
    en: 'Farm produce: routine monitoring pass rate 98.8% for Jan–Jun 2025 (1,200 of 1,215 batches), 0.8 points above target, but 0.1 points below Guangdong (98.9%, provisional); of the 1,185 batches to come in the second half at most 33 may be failing.',
  },
  {
    name: 'checks that conform',
    code: 'building-inspection-conformity',
    scene: { told: [city(counts(150, 160), '2025-Q1')], period: '2025-Q1' },
    zh: '房屋市政工程质量抽查符合率：2025 年 1—3 月抽查 160 项次，符合 150 项次，符合率 93.8%，高于目标 3.8 个百分点；年内余下 480 项次中不符合须控制在 54 项次以内。',
    en: 'Building and municipal works: inspection conformity 93.8% for Jan–Mar 2025 (150 of 160 checks), 3.8 points above target; of the 480 checks to come this year at most 54 may be nonconforming.',
  },
  {
    name: 'every project passed where all must',
    code: 'transport-first-acceptance',
    scene: { told: [city(counts(46, 46))] },
    zh: '公路水运工程质量一次验收合格率：2025 年 1—9 月验收 46 项，全部一次验收合格，合格率 100.0%，达到 100% 的目标；四季度 16 项不得有一次验收不合格。',
    en: 'Road and waterway works: first-acceptance rate 100.0% for Jan–Sep 2025 (all 46 projects), meeting the target of 100%; of the 16 projects to come in Q4 none may be failing first acceptance.',
  },
  {
    name: 'one project failed where all must pass',
    code: 'transport-first-acceptance',
    scene: { told: [city(counts(45, 46))] },
    zh: '公路水运工程质量一次验收合格率：2025 年 1—9 月验收 46 项，一次验收合格 45 项，合格率 97.8%，未达到 100% 的目标，有 1 项一次验收不合格；全年已无法达标。',
    en: 'Road and waterway works: first-acceptance rate 97.8% for Jan–Sep 2025 (45 of 46 projects), missing the target of 100% with 1 project failing first acceptance; the target of the year is out of reach.',
  },
  {
    name: 'works rated excellent, the budget used up',
    code: 'completed-works-excellence',
    scene: { told: [city(counts(71, 80))] },
    zh: '竣工验收工程质量优良率：2025 年 1—9 月竣工验收 80 项，优良 71 项，优良率 88.8%，低于目标 1.3 个百分点，相当于多 1 项未评优良；四季度 12 项不得再有未评优良。',
    en: 'Completed works: rated excellent 88.8% for Jan–Sep 2025 (71 of 80 projects), 1.3 points below target, 1 more project not rated excellent than allowed; of the 12 projects to come in Q4 no more may be not rated excellent.',
  },
  {
    name: 'out of reach by a plan that is not firm',
    code: 'water-works-pass-rate',
    scene: { told: [city(counts(158, 164))] },
    zh: '水利工程质量抽检合格率：2025 年 1—9 月抽检 164 批，合格 158 批，合格率 96.3%，低于目标 1.7 个百分点，相当于多 3 批不合格；按年度计划推算，全年已无法达标。',
    en: 'Water works: sampling pass rate 96.3% for Jan–Sep 2025 (158 of 164 batches), 1.7 points below target, 3 more batches failing than allowed; by the yearly plan the target is out of reach.',
  },
  {
    name: 'secured',
    code: 'water-works-pass-rate',
    scene: { told: [city(counts(218, 218))] },
    zh: '水利工程质量抽检合格率：2025 年 1—9 月抽检 218 批，全部合格，合格率 100.0%，高于目标 2.0 个百分点；全年达标已成定局。',
    en: 'Water works: sampling pass rate 100.0% for Jan–Sep 2025 (all 218 batches), 2.0 points above target; the target of the year is secured.',
  },
  {
    name: 'a county within chance',
    code: 'food-pass-rate',
    scene: { told: [lufeng(counts(48, 49))], ...quarter },
    zh: '陆丰市食品抽检合格率：2025 年三季度抽检 49 批，合格 48 批，合格率 98.0%，低于目标 0.5 个百分点，相当于多 1 批不合格，差距在抽样波动内。',
    en: 'Lufeng – Food sampling pass rate 98.0% for Q3 2025 (48 of 49 batches), 0.5 points below target, 1 more batch failing than allowed, within sampling noise.',
  },
  {
    name: 'a county significantly below',
    code: 'food-pass-rate',
    scene: { told: [lufeng(counts(470, 500))], ...quarter },
    zh: '陆丰市食品抽检合格率：2025 年三季度抽检 500 批，合格 470 批，合格率 94.0%，低于目标 4.5 个百分点，相当于多 23 批不合格，差距显著。',
    en: 'Lufeng – Food sampling pass rate 94.0% for Q3 2025 (470 of 500 batches), 4.5 points below target, 23 more batches failing than allowed, a significant gap.',
  },
  {
    name: 'a county with too few projects',
    code: 'completed-works-excellence',
    scene: { told: [lufeng(counts(2, 3))], ...quarter },
    zh: '陆丰市竣工验收工程质量优良率：2025 年三季度竣工验收 3 项，优良 2 项，优良率 66.7%，低于目标 23.3 个百分点，相当于多 1 项未评优良，不足 10 项，不判定。',
    en: 'Lufeng – Completed works: rated excellent 66.7% for Q3 2025 (2 of 3 projects), 23.3 points below target, 1 more project not rated excellent than allowed, fewer than 10 projects, not judged.',
  },
  {
    name: 'a county with few projects',
    code: 'completed-works-excellence',
    scene: { told: [lufeng(counts(10, 12))], ...quarter },
    zh: '陆丰市竣工验收工程质量优良率：2025 年三季度竣工验收 12 项，优良 10 项，优良率 83.3%，低于目标 6.7 个百分点，相当于多 1 项未评优良，数量少，差距可能出于偶然。',
    en: 'Lufeng – Completed works: rated excellent 83.3% for Q3 2025 (10 of 12 projects), 6.7 points below target, 1 more project not rated excellent than allowed, few cases, so possibly chance.',
  },
  {
    name: 'a quarter without projects',
    code: 'transport-first-acceptance',
    scene: { told: [lufeng(counts(0, 0))], ...quarter },
    zh: '陆丰市公路水运工程质量一次验收合格率：2025 年三季度没有验收，不判定。',
    en: 'Lufeng – Road and waterway works: first-acceptance rate: no projects for Q3 2025, not judged.',
  },
  {
    name: 'counties that have not reported',
    code: 'water-works-pass-rate',
    scene: {
      told: [
        lufeng(counts(50, 50)),
        ['441502', '2025-Q3', 'single', counts(20, 20)],
        ['441521', '2025-Q3', 'single', counts(40, 40)],
        ['red-bay', '2025-Q3', 'single', counts(5, 5)],
      ],
      basis: 'single',
    },
    zh: '水利工程质量抽检合格率：2025 年三季度抽检 115 批，全部合格，合格率 100.0%，高于目标 2.0 个百分点；尚缺陆河县、华侨区的数据。',
    en: 'Water works: sampling pass rate 100.0% for Q3 2025 (all 115 batches), 2.0 points above target; figures of Luhe, Huaqiao are missing.',
  },
  {
    name: 'a quarter that a county missed',
    code: 'water-works-pass-rate',
    scene: { told: [lufeng(counts(50, 50))], unit: '441581' },
    zh: '陆丰市水利工程质量抽检合格率：2025 年 1—9 月抽检 50 批，全部合格，合格率 100.0%，高于目标 2.0 个百分点；部分时段缺数据。',
    en: 'Lufeng – Water works: sampling pass rate 100.0% for Jan–Sep 2025 (all 50 batches), 2.0 points above target; some periods are missing.',
  },
  {
    name: 'a rate without counts, rounded at the target',
    code: 'manufacturing-pass-rate',
    scene: { told: [city(rate('94.8'))] },
    zh: '制造业产品质量合格率：2025 年 1—9 月合格率 94.8%（只报比率，未报批数），与目标持平；公布值经过修约，是否达标须核对批数；全省数据待公布。',
    en: 'Manufactured products: quality pass rate 94.8% for Jan–Sep 2025 (rate only, no counts), level with the target; the published rate is rounded, so the counts must settle it; figure for Guangdong awaited.',
  },
  {
    name: 'nothing yet',
    code: 'service-satisfaction',
    scene: { told: [] },
    zh: '公共服务质量满意度：2025 年 1—9 月尚无数据。',
    en: 'Public services: satisfaction: no figure yet for Jan–Sep 2025.',
  },
  {
    name: 'a score that rose',
    code: 'service-satisfaction',
    scene: {
      told: [city(score('81.9'), '2024', 'single'), city(score('83'), '2025', 'single')],
      period: '2025',
      today: '2025-12-05',
    },
    zh: '公共服务质量满意度：2025 年 83 分，比上年（81.9）提高 1.1 分。',
    en: 'Public services: satisfaction 83 points for 2025, up 1.1 points on last year’s 81.9.',
  },
  {
    name: 'a score that stayed',
    code: 'manufacturing-competitiveness',
    scene: {
      told: [city(score('83.6'), '2024', 'single'), city(score('83.60'), '2025', 'single')],
      period: '2025',
    },
    zh: '制造业质量竞争力指数：2025 年 83.60 分，与上年（83.6）持平，没有提升。',
    en: 'Manufacturing quality competitiveness index 83.60 points for 2025, level with last year’s 83.6, not rising.',
  },
  {
    name: 'a register on its pace',
    code: 'infant-formula-system-inspection',
    scene: { told: [city(counts(3, 4))] },
    zh: '婴幼儿配方乳粉、特医食品生产企业体系检查：截至 2025 年 9 月底，4 家中已检查 3 家（75.0%），符合序时进度，全年须达到 100%。',
    en: 'Infant formula and medical food makers: system inspections: 3 of 4 makers (75.0%) by the end of Sep 2025, on pace for the 100% asked for the year.',
  },
  {
    name: 'a register that has not been heard of since June',
    code: 'health-food-system-inspection',
    scene: { told: [city(counts(2, 15), '2025-Q2')] },
    zh: '保健食品企业体系检查：截至 2025 年 6 月底，15 家中已检查 2 家（13.3%），符合序时进度，全年须达到 20%；部分时段缺数据。',
    en: 'Health food makers: system inspections: 2 of 15 makers (13.3%) by the end of Jun 2025, on pace for the 20% asked for the year; some periods are missing.',
  },
  {
    name: 'clusters behind their pace',
    code: 'cluster-quality-centres',
    scene: { told: [city(counts(3, 5))] },
    zh: '产业集群质检中心、计量测试中心：截至 2025 年 9 月底，5 个中已建成 3 个（60.0%），落后于序时进度，全年须达到 100%。',
    en: 'Industry clusters with a quality or metrology centre: 3 of 5 clusters (60.0%) by the end of Sep 2025, behind the pace for the 100% asked for the year.',
  },
  {
    name: 'a year without a target',
    code: 'food-pass-rate',
    scene: { told: [city(counts(6810, 6923), '2024', 'single')], period: '2024' },
    zh: '食品抽检合格率：2024 年抽检 6,923 批，合格 6,810 批，合格率 98.4%，未设目标。',
    en: 'Food sampling pass rate 98.4% for 2024 (6,810 of 6,923 batches), no target set.',
  },
  {
    name: 'another country, another failure, no plain word for a pass',
    code: 'ae-type1-four-hours',
    scene: {
      told: [['R1H', '2018-Q1', 'single', counts(95_401, 118_352)]],
      period: '2018-Q1',
      basis: 'single',
      unit: 'R1H',
      place: 'nhs',
    },
    zh: 'R1H一类急诊四小时内处置率：2018 年一季度共 118,352 人次，超过四小时 22,951 人次，处置率 80.6%，低于目标 14.4 个百分点，相当于多 17,034 人次超过四小时，差距显著。',
    en: 'R1H – A&E type 1: seen within four hours 80.6% for Q1 2018 (22,951 of 118,352 attendances over four hours), 14.4 points below target, 17,034 more attendances over four hours than allowed, a significant gap.',
  },
];
