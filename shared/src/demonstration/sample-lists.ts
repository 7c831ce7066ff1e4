import { addDays, instantAt, periodSpan, type Instant, type PeriodCode } from '../calendar';
import type { Programme, UnitRegister } from '../programme';
import { joinCsv } from '../submission';
import { countyFigures, QUARTERS } from './county-figures';
import { COUNTY_UNITS } from './county-profiles';
import { seededRandom } from './seeded-random';

/** A list of samples of the demonstration, approved shortly after the figures that it adds up to. */
export interface DemonstrationList {
  readonly fileName: string;
  readonly recordedAt: Instant;
  readonly actorId: string;
  /** Observations that its samples add up to; all of them stood before. */
  readonly observations: number;
  /** The list as CSV text. */
  readonly text: string;
}

const INDICATOR = 'agri-pass-rate';

/** Quarters of the running year with samples, and who has not sent theirs: their figures are being corrected. */
const LISTED: readonly { readonly period: PeriodCode; readonly without: readonly string[] }[] = [
  { period: '2025-Q1', without: [] },
  { period: '2025-Q2', without: [] },
  { period: '2025-Q3', without: ['441523', 'huaqiao'] },
];

const HEADING = [
  '抽样编号',
  '指标',
  '地区',
  '抽样日期',
  '食品大类',
  '食品名称',
  '检验结论',
  '不合格项目║检验结果║标准值',
];

/** Products by category with how often they are taken, and what they fail, most often first. */
const CATEGORIES = [
  {
    name: '蔬菜',
    share: 0.5,
    products: ['韭菜', '豇豆', '芹菜', '菜心', '辣椒', '普通白菜'],
    items: ['噻虫胺║0.31mg/kg║≤0.2mg/kg', '毒死蜱║0.08mg/kg║≤0.02mg/kg', '克百威║0.05mg/kg║≤0.02mg/kg'],
  },
  {
    name: '水产品',
    share: 0.2,
    products: ['鲈鱼', '牛蛙', '生蚝', '花蛤'],
    items: ['恩诺沙星║186μg/kg║≤100μg/kg', '孔雀石绿║1.4μg/kg║不得检出'],
  },
  {
    name: '畜禽产品',
    share: 0.2,
    products: ['鸡蛋', '猪肉', '乌鸡', '鸭肉'],
    items: ['甲硝唑║2.1μg/kg║不得检出', '恩诺沙星║152μg/kg║≤100μg/kg'],
  },
  {
    name: '水果',
    share: 0.1,
    products: ['荔枝', '柑橘', '香蕉'],
    items: ['吡虫啉║0.12mg/kg║≤0.05mg/kg', '苯醚甲环唑║0.7mg/kg║≤0.5mg/kg'],
  },
] as const;

/** The lists behind the figures of agricultural products, oldest first; none for a programme that does not have them. */
export const demonstrationLists = (
  programme: Programme,
  register: UnitRegister,
): readonly DemonstrationList[] => {
  const indicator = programme.indicators.find(({ code }) => code === INDICATOR);
  if (indicator === undefined) return [];
  const names = new Map(register.units.map(({ code, name }) => [code, name.zh]));
  const figures = countyFigures().get(INDICATOR);
  return LISTED.map(({ period, without }) => {
    const random = seededRandom(20_250_000 + QUARTERS.indexOf(period));
    const units = COUNTY_UNITS.filter((unit) => !without.includes(unit) && names.has(unit));
    const rows = units.flatMap((unit) => {
      const { total, failures } = figures?.get(unit)?.[QUARTERS.indexOf(period)] ?? noSamples;
      return samplesOf({ unit, period, total, failures }, random).map(({ number, ...about }) => [
        number,
        indicator.name.zh,
        names.get(unit) ?? unit,
        ...cellsOf(about),
      ]);
    });
    const { end } = periodSpan(period, '01-01');
    return {
      fileName: `${period.slice(0, 4)}年${'一二三四'.charAt(Number(period.slice(6)) - 1)}季度农产品例行监测明细.csv`,
      recordedAt: instantAt(addDays(end, 9), '10:40'),
      actorId: 'demo-statistician-department',
      observations: units.length,
      text: joinCsv([HEADING, ...rows]),
    };
  }).filter(({ observations }) => observations > 0);
};

const noSamples = { total: 0, failures: 0 };

interface InventedSample {
  readonly number: string;
  readonly day: string;
  readonly category: (typeof CATEGORIES)[number];
  readonly product: string;
  /** What it failed; empty for one that passed. */
  readonly item: string;
}

const cellsOf = ({ day, category, product, item }: Omit<InventedSample, 'number'>): readonly string[] => [
  day,
  category.name,
  product,
  item === '' ? '合格' : '不合格',
  item,
];

const samplesOf = (
  {
    unit,
    period,
    total,
    failures,
  }: {
    readonly unit: string;
    readonly period: PeriodCode;
    readonly total: number;
    readonly failures: number;
  },
  random: () => number,
): readonly InventedSample[] => {
  const { start } = periodSpan(period, '01-01');
  const failing = new Set<number>();
  while (failing.size < failures) failing.add(Math.floor(random() * total));
  return Array.from({ length: total }, (_, place) => {
    const category = pick(random());
    const product = category.products[Math.floor(random() * category.products.length)] ?? '';
    // Squared, so that the first item is the frequent one.
    const item = category.items[Math.floor(random() ** 2 * category.items.length)] ?? '';
    return {
      number: `NJ${period.replace('-', '')}${unit.replace('-', '').toUpperCase()}${String(place + 1).padStart(4, '0')}`,
      day: addDays(start, Math.floor((place * 80) / total)),
      category,
      product,
      item: failing.has(place) ? item : '',
    };
  });
};

const pick = (chance: number): (typeof CATEGORIES)[number] => {
  let rest = chance;
  for (const category of CATEGORIES) {
    rest -= category.share;
    if (rest < 0) return category;
  }
  return CATEGORIES[0];
};
