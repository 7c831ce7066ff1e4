type P<K extends string> = Readonly<Record<K, string>>;
type N<K extends string> = Readonly<Record<K, number>>;

/** The part of `zhPages` that 指标 speaks about evidence: signals, how numbers came about, planning. */
export const zhEvidencePages = {
  'signal.title': '变化信号',
  'signal.improvement': '好转',
  'signal.concern': '转差',
  'signal.common': '平稳',
  'signal.neutral': '有变化',
  'signal.legend': '变化信号图例',
  'signal.improvementHint': '好转（越限或连续 7 期同侧）',
  'signal.concernHint': '转差',
  'signal.commonHint': '平稳（正常波动）',
  'control.told': (p: P<'control' | 'trend'>) => `${p.control}${p.trend}`,
  'control.limits': '正常波动范围',
  'control.trialLimits': '正常波动范围（试行限）',
  'control.centre': (p: P<'value'>) => `基线均值 ${p.value}`,
  'control.baseline': '基线期',
  'control.between': (p: P<'lower' | 'upper'>) => `${p.lower}～${p.upper}`,

  'parts.bandHint':
    '灰色带为各县区按自身批次数算出的正常波动范围，批次越少越宽；三角为变化信号，与达标与否无关。',

  'reason.few-cases': '低于目标，数量少',
  'reason.no-cases': '本期没有项目',
  'reason.empty-register': '名册为空',
  'evidence.few-cases': '差距可能出于偶然',
  'legend.shortByChance': '低于目标，可能出于偶然',
  'legend.surelyShort': '显著低于目标，或未全部合格',
  'indicator.stillToCome': (p: P<'unit'> & N<'count'>) => `还差 ${p.count} ${p.unit}`,
  'indicator.moreFailures': (p: P<'unit' | 'failureWord'> & N<'count'>) =>
    `多 ${p.count} ${p.unit}${p.failureWord}`,
  'indicator.allFailed': (p: P<'unit' | 'failureWord'> & N<'count'>) =>
    `有 ${p.count} ${p.unit}${p.failureWord}`,
  'indicator.budgetLost': (p: P<'rest' | 'unit' | 'passWord'>) =>
    `剩 ${p.rest} ${p.unit}，全部${p.passWord}也无法达标`,
  'total.sampled': (p: P<'verb' | 'unit'>) => `${p.verb}（${p.unit}）`,
  'total.all': (p: P<'verb' | 'unit'>) => `${p.verb}（${p.unit}）`,
  'total.register': (p: P<'unit'>) => `名册（${p.unit}）`,
  'total.count': (p: P<'unit'>) => `总数（${p.unit}）`,
  'quarters.coverage': '覆盖率 %',
  'quarters.hintPlain': '较目标、环比、同比为百分点',

  'how.title': '怎么算的',
  'how.hint': '从数量到结论，逐步列出',

  'planning.title': '计划试算',
  'planning.hint': '拖动滑块，不改动已报的计划',
  'planning.confirm': '要确认达标须抽检多少',
  'planning.next': (p: P<'unit' | 'failureWord'>) => `下一期还能有几${p.unit}${p.failureWord}`,
  'planning.year': '全年',
  'planning.samples': (p: P<'unit'>) => `全年计划（${p.unit}）`,
  'planning.samplesText': (p: P<'planned' | 'unit' | 'taken'>) =>
    `${p.planned} ${p.unit}，已有 ${p.taken} ${p.unit}`,
  'planning.reset': (p: P<'planned'>) => `恢复为 ${p.planned}`,
  'planning.notFirm': '计划按进度推算，尚未确认',
} as const;

/** What every language must say about evidence on 指标. */
export type EvidencePages = {
  readonly [K in keyof typeof zhEvidencePages]: (typeof zhEvidencePages)[K] extends string
    ? string
    : (typeof zhEvidencePages)[K];
};
