import type { HowCode } from '../../evaluation';
import type { AlertLevel, AlertRule } from '../../statistics';

/*
 * What the evidence says in Chinese: pieces for `fillSentence`. One table for each kind of reading, so that a page
 * carries only those it speaks.
 */

/** Names of single periods, as in 连续 9 个季度. */
export const periodKindZh = {
  year: '年度',
  half: '半年',
  third: '四个月期',
  quarter: '季度',
  month: '月',
  span: '报告期',
};

/** A control chart: what varies, and what that means for the target. */
export const controlZh = {
  insufficient: '只有 {count} 期数据，不足 6 期，暂不判断波动是否正常',
  shift: '{from}起连续 {count} 个{kind}{side}基线均值 {centre}；{meaning}是真实的',
  outside: '{period} {value}，超出正常波动范围（{lower}～{upper}）；{meaning}是真实的',
  trend: '到{period}为止连续 7 个{kind}逐期{direction}；{meaning}是真实的',
  nearLimit: '最近三个{kind}中有两个靠近控制限，可能正在{meaning}',
  common: '{period}在正常波动范围内，基线均值 {centre}，升降不必解释',
  metAll: '，并且期期达到目标',
  metSome: '，其中 {met} 个{kind}达到目标',
  metFew: '；但其中只有 {met} 个{kind}达到目标',
  metNone: '；但没有一个{kind}达到目标',
  consistentFail: '；照这个水平，目标总是达不到',
  consistentPass: '；照这个水平，目标总能达到',
  inconsistent: '；照这个水平，目标有时达到，有时达不到',
  trial: '（数据不足 12 期，为试行限）',
  dispersion: '；各期离散度 {dispersion}，波动大于抽样误差，判断宜谨慎',
  above: '高于',
  below: '低于',
  rising: '上升',
  falling: '下降',
  improvement: '好转',
  concern: '转差',
  neutral: '变化',
  stop: '。',
};

/** Whether the latest periods show a trend. */
export const trendZh = {
  improvement: '近 {window} 期总体{direction}，是好转的趋势',
  concern: '近 {window} 期总体{direction}，是转差的趋势',
  neutral: '近 {window} 期有{direction}的趋势',
  'too-few-points': '近 {window} 期中只有 {count} 期有数据，不足 5 期，无法判断趋势',
  'no-variation': '近 {window} 期数值没有变化，谈不上趋势',
  'too-few-failures': '近 {window} 期不合格太少，无法判断趋势',
  'not-significant': '近 {window} 期没有显著趋势',
  'single-point-driven': '近 {window} 期的升降只由某一期决定，不足以称为趋势',
  rising: '上升',
  falling: '下降',
  seasonal: '（未做季节调整）',
  stop: '。',
};

/** Units compared in a funnel. */
export const funnelZh = {
  low998: '{units}低于 99.8% 下限，明显异常',
  low95: '{units}低于 95% 下限，需要留意',
  high998: '{units}高于 99.8% 上限，明显突出',
  high95: '{units}高于 95% 上限',
  none: '{count} 个县区都在 95% 限内，高低之差可以是抽样误差',
  byChance: '；{count} 个县区比较，仅凭偶然也有 {chance}% 的可能出现一个 95% 提示',
  centrePooled: '以全市 {centre} 为中线：',
  centreTarget: '以目标 {centre} 为中线：',
  centreReference: '以参照 {centre} 为中线：',
  dispersion: '；离散度 {dispersion}，县区之间的差别大于抽样误差',
  widened: '，限线已相应放宽',
  empty: '没有可比较的数据',
  join: '；',
  listComma: '、',
  stop: '。',
};

/** A sheet of units and indicators taken together. */
export const matrixZh = {
  scope:
    '抽检指标的红格只看这一项指标：差距大得不像碰巧，值得核查；全表 {count} 格抽检数据一起看，碰巧偏离的难免有几格，按更严的标准（BH 法，错报不超过 {rate}%）',
  none: '，没有一格能确认偏离目标',
  below: '，能确认低于目标的有 {count} 格：{cells}[[，另有 {more} 格]]',
  noneBelow: '，没有一格能确认低于目标',
  above: '，能确认高于目标的有 {count} 格',
  listComma: '、',
  cell: '{unit}{indicator}',
  stop: '。',
};

/** How surely units hold their places. */
export const rankZh = {
  first: '{unit}居首（95% 名次区间 {range}）',
  firstShared: '{count} 个县区并列居首',
  last: '，{unit}居末（{range}）',
  lastAlone: '，{unit}居末（95% 名次区间 {range}）',
  lastShared: '，{count} 个县区并列居末',
  level: '{count} 个县区的合格率相同',
  allSettled: '；各县区的先后都分得清',
  noneSettled: '；没有一个县区的名次能与其余全部分开，先后不说明问题',
  endsSettled: '；首末分得清，相邻的名次分不清',
  someSettled: '；名次能与其余全部分开的只有{units}',
  one: '只有{best}有数据，无从排名',
  none: '没有可排名的数据',
  range: '{lower}～{upper}',
  listComma: '、',
  stop: '。',
};

/** What a total is made of, and what a part without it lacks: some are sampled, the others counted in full. */
export const mixZh = {
  sampled: { of: '抽样', seen: '抽检' },
  counted: { of: '全数', seen: '数据' },
};

/** Why a total moved. */
export const decompositionZh = {
  moved: '从 {before} 到 {after}，{direction} {points} 个百分点',
  level: '从 {before} 到 {after}，持平',
  effects: '：各县区自身变化 {rate}，{of}结构变化 {mix}',
  mixDominates: '；变化主要由{of}结构引起',
  reversal: '，各县区没有一个跟着{direction}',
  oneSided: '；{units}只有一期有{seen}，无法区分自身变化和{of}结构',
  unknown: '缺一期数据，无法比较',
  rising: '上升',
  falling: '下降',
  listComma: '、',
  stop: '。',
};

/** The planning aid. */
export const planningZh = {
  minimum: '至少{verb} {count} {unit}且全部{passWord}，才能在统计上确认达到 {target}%',
  neverProved: '目标是 100%，再多样本也不能证明；出现 1 {unit}{failureWord}即不达标',
  confirmed: '现有数据已经可以确认达到 {target}%',
  confirm: '再连续{passWord} {count} {unit}，就可以确认达到 {target}%',
  next: '下一期 {samples} {unit}中，{failureWord}不超过 {bearable} {unit}，期末累计就达标',
  nextNone: '下一期 {samples} {unit}必须全部{passWord}，期末累计才达标',
  nextLost: '下一期 {samples} {unit}即使全部{passWord}，期末累计仍不达标',
  rest: '年内余下 {samples} {unit}中，{failureWord}须控制在 {bearable} {unit}以内',
  restNone: '年内余下 {samples} {unit}必须全部{passWord}，全年才达标',
  restLost: '年内余下 {samples} {unit}即使全部{passWord}，全年仍不达标',
  restSecured: '年内余下 {samples} {unit}无论结果如何，全年都达标',
  over: '按此计划，年内不再{verb}',
  outlook: '全年达标把握 {chance}',
  tentative: '（样本尚少，仅供参考）',
  stop: '。',
};

/** What an alert rule says, and names of levels. */
export const alertRulesZh: Readonly<Record<AlertRule, string>> = {
  R1: '全年已无法达标',
  R2: '年度结束，未达标',
  R3: '累计显著低于目标，证据很强',
  O1: '累计显著低于目标',
  O2: '不合格余量已用完',
  O3: '全年达标把握不足 10%',
  Y1: '不合格余量消耗过快',
  Y2: '全年达标把握不足 30%',
  Y3: '控制图显示转差',
  Y4: '显著低于参照',
  B1: '本期未达到要求',
  B2: '本期没有数据',
};

/** 红橙黄蓝. */
export const alertLevelsZh: Readonly<Record<AlertLevel, string>> = {
  red: '红色预警',
  orange: '橙色预警',
  yellow: '黄色预警',
  blue: '蓝色提示',
  none: '无预警',
};

/** What every step of a computation is called, and what it says beside its formula. */
export const howZh: Readonly<Record<HowCode, readonly [label: string, text: string]>> = {
  counts: ['数量', '{verb} {total} {unit}，{failureWord} {failures} {unit}，其余 {passes} {unit}'],
  rate: ['比率', '{formula}，显示为 {rate}%'],
  weighted: ['加权比率', '{formula}，显示为 {rate}%'],
  given: ['公布值', '{rate}{rateUnit}，按公布的小数比较'],
  reported: ['来源', '直接填报'],
  'summed-units': ['来源', '由 {units} 个县区的数量相加'],
  'summed-periods': ['来源', '由各期数量相加'],
  differenced: ['来源', '由两个累计数相减'],
  missing: ['缺数', '缺 {missing} 处，汇总不完整'],
  revisions: ['修订', '[[有过 {revisions} 次更正]][[{unrevised}]]'],
  'at-least': ['与目标 {against} 比较', '{formula}，{verdict}'],
  all: ['与目标 100% 比较', '{formula}，{verdict}'],
  coverage: ['与要求 {against} 比较', '{formula}，{verdict}'],
  province: ['与参照 {against} 比较', '{formula}，{verdict}'],
  rising: ['与上年 {against} 比较', '{formula}，{verdict}'],
  'year-on-year': ['同比（与 {span}相比）', '{formula} {gapUnit}'],
  'period-on-period': ['环比（与 {span}相比）', '{formula} {gapUnit}'],
  'short-by': ['差额', '{formula}，还差 {shortBy} {unit}{passWord}'],
  interval: ['95% 区间（Wilson）', '{lower}%～{upper}%；{formula}'],
  'interval-weighted': ['95% 区间（近似）', '{lower}%～{upper}%；{formula}'],
  'zero-failures': ['零不合格的下限', '{formula}：只能说明真实比率不低于 {bound}%'],
  tail: ['精确检验', '{formula}，{evidence}'],
  budget: ['不合格余量', '{formula}'],
  burn: ['消耗速度', '{formula}，1 为正好按目标消耗'],
  required: ['余下所需比率', '{formula}'],
  outlook: ['全年达标把握', '{formula}；先验 Beta(½, ½)，假定余下与目前相似[[；{tentative}]]'],
  light: ['灯', '{light}（{reason}）'],
  source: [
    '{reporter} {span}',
    '{formula}，{by}报送[[“{file}”]][[ {cell}]]，{at} 入库[[，文件指纹 {fingerprint}]]',
  ],
  'more-sources': ['其余来源', '另有 {more} 条，可在数据报送页查看'],
  centre: ['基线均值', '{from}至 {to} 共 {points} 期合计 {formula}'],
  mean: ['基线均值', '{from}至 {to} 共 {points} 期的平均数 {formula}'],
  limits: ['正常波动范围（{last}）', '{lower}～{upper}；精确二项分布：{formula}'],
  'limits-moving': ['正常波动范围（{last}）', '{lower}～{upper}；{formula}，MR 为相邻两期之差的平均数'],
  'few-points': ['正常波动范围', '只有 {points} 期，不足 6 期，不计算'],
  signal: ['变化信号', '{signal}'],
  trend: ['近期趋势', '近 {window} 期中有数据 {points} 期，{formula}；p < 0.002 且不由某一期决定才算趋势'],
  'trend-ranks': [
    '近期趋势',
    '近 {window} 期中有数据 {points} 期，Mann–Kendall 检验，{formula}；p < 0.05 才算趋势',
  ],
  matrix: [
    '全表校正',
    '{cells} 格各与目标作双侧精确检验，按 BH 法校正：{formula}；小于 {rate}% 才算偏离目标',
  ],
  'matrix-cell': ['{reporter} {about}', '{formula}，校正后 {adjusted}'],
  funnel: ['漏斗图中线', '{centre}，{formula}'],
  'funnel-limits': ['漏斗图限线', '精确二项分布：{formula}；上限由不合格数的下限镜像得出'],
  'funnel-unit': ['漏斗图 {reporter}', '95% 限 {lower}%～{upper}%；{formula}，霍尔姆法校正后 {adjusted}'],
  homogeneity: ['各县区是否相同', '{formula}'],
  ranks: ['名次区间', '各县区的真实合格率各从 {formula} 抽取 2000 次，取名次的 2.5%～97.5%；随机种子固定'],
  'rank-unit': ['名次 {reporter}', '第 {rank} 名，95% 区间 {lower}～{upper}；{formula}'],
  mix: ['变化来自哪里', '自身变化 + {of}结构变化 = 全市变化：{formula}（百分点）'],
  'mix-unit': ['贡献 {reporter}', '平均{of}占比 × 自身变化：{formula}（百分点）'],
};

/** Words that steps of a computation borrow. */
export const howWordsZh = {
  met: '达到',
  short: '未达到',
  'no-data': '无法比较',
  unrevised: '没有更正过',
  points: '个百分点',
  tentative: '样本尚少，仅供参考',
  colon: '：',
  'confidently-met': '确认高于目标',
  'met-within-noise': '高于目标，在误差内',
  'short-within-noise': '低于目标，在误差内',
  'confidently-short': '确认低于目标',
  'certain-met': '全数统计，确定达标',
  'certain-short': '全数统计，确定未达标',
  'light-met': '达标',
  'light-risk': '临界',
  'light-miss': '未达标',
  'light-none': '不判定',
  common: '正常波动',
  'outside-high': '超出上限',
  'outside-low': '低于下限',
  'trend-up': '连续 7 期逐期上升',
  'trend-down': '连续 7 期逐期下降',
  'two-of-three-high': '三期中有两期靠近上限',
  'two-of-three-low': '三期中有两期靠近下限',
  'shift-high': '连续 7 期以上高于基线均值',
  'shift-low': '连续 7 期以上低于基线均值',
  pooled: '全市合计',
  target: '目标',
  reference: '参照',
};
