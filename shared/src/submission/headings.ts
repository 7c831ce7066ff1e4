/** What a column of a submission holds. Columns of other kinds are ignored. */
export type ColumnRole =
  | 'indicator'
  | 'unit'
  | 'period'
  | 'basis'
  | 'passes'
  | 'total'
  | 'failures'
  | 'rate'
  | 'scheme'
  | 'note';

/** The heading of the plain template for each role, which messages name when a column is missing. */
export const TEMPLATE_HEADING: Readonly<Record<ColumnRole, string>> = {
  indicator: '指标',
  unit: '地区',
  period: '期间',
  basis: '口径',
  passes: '合格数',
  total: '抽检数',
  failures: '不合格数',
  rate: '合格率(%)',
  scheme: '抽检类型',
  note: '备注',
};

/** The columns of the plain template and of the CSV that `assess` and `import` read, in order (contract.md). */
export const TEMPLATE_COLUMNS: readonly ColumnRole[] = [
  'indicator',
  'unit',
  'period',
  'basis',
  'passes',
  'total',
  'rate',
  'scheme',
  'note',
];

/** Other words that the plain template holds. */
export const TEMPLATE_WORDS = { sheet: '报送表', single: '当期', cumulative: '累计' } as const;

/** The headings of a template in English; each is read back as its role. */
export const TEMPLATE_HEADING_EN: Readonly<Record<ColumnRole, string>> = {
  indicator: 'Indicator',
  unit: 'Unit',
  period: 'Period',
  basis: 'Basis',
  passes: 'Passes',
  total: 'Total',
  failures: 'Failures',
  rate: 'Rate (%)',
  scheme: 'Scheme',
  note: 'Note',
};

/** What a template made for one reporter says beside its plain columns: the figure before, and the name of the row. */
export const TEMPLATE_ASIDE = {
  zh: { before: '上期值（参考）', rowId: '行标识' },
  en: { before: 'Previous value (reference)', rowId: 'Row id' },
} as const;

/** Whether a heading is the one of the names of a template's rows. */
export const isRowIdHeading = (text: string): boolean =>
  text.length <= 60 && ['行标识', 'rowid'].includes(headingKey(text)); // wording-ok: matched, never read

/** The role of a heading as people write it, in Chinese or English; null for a heading that means nothing to us. */
export const headingRole = (text: string): ColumnRole | null => {
  if (text === '' || text.length > 60) return null;
  const key = headingKey(text);
  return ROLES.get(key) ?? ROLES.get(key.replace(UNIT_OF_MEASURE, '')) ?? null;
};

const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*_-]+/gu, '')
    .toLowerCase();

/** 抽检数（批次）, 合格率（%）: a bracket that only names the unit of measure. */
const UNIT_OF_MEASURE = /\((?:单位:?)?(?:%|百分比|百分数|批次?|个|家|项|件|组|次|宗|份|分|人|处)\)$/;

/** Matched whole: 不合格数 must never be taken for 合格数. */
const HEADINGS: Readonly<Record<ColumnRole, string>> = {
  indicator: '指标 指标名称 指标代码 监测指标 质量指标 考核指标 indicator indicatorname indicatorcode',
  unit:
    '地区 地区名称 县(市、区) 县(市,区) 县(市区) 县(区) 县区 县市区 县 区县 区(县) 市县 行政区 行政区划 区域 ' +
    '属地 辖区 报告单位 报送单位 填报单位 填报地区 报送地区 area unit region county reportingunit',
  period:
    '期间 报告期 时期 统计期 统计期间 统计时段 监测期 数据期 所属期 所属期间 季度 period reportingperiod timeperiod',
  basis: '口径 统计口径 数据口径 basis',
  passes:
    '合格数 合格批次 合格批次数 合格批数 合格数量 合格总数 合格样品数 合格样品批次 合格项数 合格家数 合格 ' +
    '符合数 符合项数 优良数 passes passed pass numerator',
  total:
    '抽检数 抽检批次 抽检批次数 抽检批数 抽检总数 抽检总批次 抽检数量 抽检量 抽检样品数 抽查批次 抽查批次数 抽查数 ' +
    '抽查数量 抽样批次 抽样数 检验批次 检验数 检测批次 检测数 监测批次 监测数 检查数 检查家数 验收数 样品数 总数 ' +
    '总批次 total inspected sampled samples denominator',
  failures:
    '不合格数 不合格批次 不合格批次数 不合格批数 不合格数量 不合格总数 不合格样品数 不合格 不符合数 failures failed fails',
  rate:
    '合格率 合格率% 抽检合格率 抽查合格率 监测合格率 样品合格率 批次合格率 符合率 优良率 满意度 得分 分值 指数 数值 ' +
    'rate rate% passrate score value',
  scheme: '抽检类型 抽检类别 抽检方式 抽检性质 任务类型 任务类别 scheme',
  note: '备注 说明 附注 note notes remark remarks comment comments',
};

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  // The keys are exactly the roles: HEADINGS is a Record over them.
  (Object.keys(HEADINGS) as ColumnRole[]).flatMap((role) =>
    HEADINGS[role].split(' ').map((heading) => [heading, role] as const),
  ),
);
