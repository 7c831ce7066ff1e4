type P<K extends string> = Readonly<Record<K, string>>;
type N<K extends string> = Readonly<Record<K, number>>;

/** The part of `zhPages` that speaks of the samples behind a figure. */
export const zhSamplePages = {
  'samples.title': '样品明细',
  'samples.behind': (p: P<'total' | 'failures' | 'unit'>) =>
    `有明细的 ${p.total} ${p.unit}中，不合格 ${p.failures} ${p.unit}`,
  'samples.byUnit': '各县区样品',
  'samples.byCategory': '各类别样品',
  'samples.unit': '地区',
  'samples.category': '类别',
  'samples.noCategory': '未注明类别',
  'samples.total': '样品',
  'samples.failures': '不合格',
  'samples.rate': '合格率（%）',
  'samples.pareto': '不合格项目',
  'samples.item': '项目',
  'samples.noItem': '未注明项目',
  'samples.findings': '项次',
  'samples.cumulative': '累计占比',
  'samples.comma': '、',
  'samples.andMore': '等',
  'samples.bar': (p: P<'failures'> & N<'percent'>) => `${p.failures}，累计 ${p.percent}%`,
  'samples.finding': (p: P<'findings' | 'names' | 'more'> & N<'few' | 'percent'>) =>
    `不合格项目共 ${p.findings} 项次，前 ${p.few} 项（${p.names}${p.more}）占 ${p.percent}%`,
  'samples.noFindings': '没有不合格样品',
  'samples.rest': (p: P<'failures'> & N<'items'>) => `其余 ${p.items} 个项目共 ${p.failures} 项次`,
  'samples.failing': (p: P<'category'>) => `不合格样品：${p.category}`,
  'samples.close': '收起',
  'samples.number': '样品编号',
  'samples.day': '抽样日期',
  'samples.product': '样品名称',
  'samples.items': '不合格项目和结果',
  'samples.limit': (p: P<'limit'>) => `（标准值 ${p.limit}）`,
  'samples.retested': '复检仍不合格',
  'samples.more': (p: P<'shown' | 'total'>) => `显示最近 ${p.shown} 个，共 ${p.total} 个`,
  'samples.sources': (p: P<'names'>) => `明细来自：${p.names}`,
  'samples.notYours': '单个样品只向报送单位和审核人开放',
} as const;

/** Texts by key; the second language has the same keys and parameters. */
export type SamplePages = {
  readonly [K in keyof typeof zhSamplePages]: (typeof zhSamplePages)[K] extends (p: infer A) => string
    ? (p: A) => string
    : string;
};
