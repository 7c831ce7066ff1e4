type P<K extends string> = Readonly<Record<K, string>>;

/** The part of `zhPages` that 县区对比 speaks beside its matrix: funnel, ranks and where a change came from. */
export const zhComparisonPages = {
  'funnel.title': '漏斗图',
  'funnel.hint': '批次越少，正常波动越大；越出界限才值得追问',
  'funnel.axis': (p: P<'unit'>) => `抽检数（${p.unit}）`,
  'funnel.limit95': '95%',
  'funnel.limit998': '99.8%',
  'funnel.description': (p: P<'indicator' | 'sentence'>) => `${p.indicator}各县区漏斗图。${p.sentence}`,
  'funnel.ratesOnly': '这项指标只知道合格率，不知道抽检数，不画漏斗图，也不算名次区间。',
  'funnel.allCounted': '这项指标全数统计，没有抽样误差，按实际值排名，不画漏斗图，也不算名次区间。',
  'funnel.samples': (p: P<'unit'>) => `抽检（${p.unit}）`,
  'funnel.failures': (p: P<'failureWord'>) => p.failureWord,
  'funnel.flag': '位置',
  'funnel.flag.none': '在 95% 限内',
  'funnel.flag.low-95': '低于 95% 下限',
  'funnel.flag.low-998': '低于 99.8% 下限',
  'funnel.flag.high-95': '高于 95% 上限',
  'funnel.flag.high-998': '高于 99.8% 上限',
  'funnel.p': 'p 值',
  'funnel.pHolm': '校正后 p 值',
  'funnel.pHint': '校正后 p 值已按比较的县区数用霍尔姆法放大；小于 0.05 才不像偶然。',
  'funnel.homogeneous': (p: P<'p'>) => `各县区合格率是否相同：p = ${p.p}，差别可以是抽样误差`,
  'funnel.heterogeneous': (p: P<'p'>) => `各县区合格率是否相同：p = ${p.p}，差别不像偶然`,
  'funnel.caution': '；有县区预期不足 5 批，仅供参考',
  'ranks.interval': '名次区间',
  'ranks.range': (p: P<'lower' | 'upper'>) => `${p.lower}～${p.upper}`,
  'ranks.tied': '不分先后',
  'ranks.column': '名次（区间）',
  'ranks.tiedWith': (p: P<'units'>) => `与${p.units}不分先后`,
  'ranks.comma': '、',
  'mix.title': '变化来自哪里',
  'mix.hint': '与上年同期比',
  'mix.total': '全市变化',
  'mix.rate': '各县区自身变化',
  'mix.mix': (p: P<'of'>) => `${p.of}结构变化`,
  'mix.before': '上年同期 %',
  'mix.after': '本期 %',
  'mix.change': '自身变化',
  'mix.shareBefore': (p: P<'of'>) => `上年${p.of}占比 %`,
  'mix.shareAfter': (p: P<'of'>) => `本期${p.of}占比 %`,
  'mix.effect': '对全市的贡献',
  'mix.effectHint': (p: P<'of'>) => `变化和贡献的单位是百分点；贡献 = 自身变化 × 两期平均${p.of}占比`,
} as const;

/** The shape that every language must fill. */
export type ComparisonPages = {
  readonly [K in keyof typeof zhComparisonPages]: (typeof zhComparisonPages)[K] extends string
    ? string
    : (typeof zhComparisonPages)[K];
};
