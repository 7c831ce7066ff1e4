import {
  programmeIndex,
  type Indicator,
  type Programme,
  type ReportingUnit,
  type UnitRegister,
} from '../programme';
import type { SubmissionContext } from './context';
import type { Grid, GridRow } from './types';

/** An indicator of which a test states only what matters. */
export const anIndicator = (part: Partial<Indicator> & Pick<Indicator, 'code'>): Indicator => ({
  name: { zh: part.code, en: part.code },
  shortName: { zh: part.code, en: part.code },
  breakable: part.code,
  aliases: [],
  measure: 'sampled-proportion',
  combination: 'pooled',
  scheme: null,
  frequency: 'quarter',
  sampleUnit: { zh: '批', en: 'batches' },
  failureWord: { zh: '不合格', en: 'failures' },
  definition: { zh: '', en: '' },
  caution: null,
  departments: { lead: 'market-supervision', others: [] },
  deadlineDays: 15,
  scale: { low: 90, high: 100 },
  reportedBy: 'lower-units',
  ...part,
});

const aUnit = (code: string, zh: string, part: Partial<ReportingUnit> = {}): ReportingUnit => ({
  code,
  name: { zh, en: code },
  shortName: { zh, en: code },
  aliases: [],
  kind: 'part',
  parent: '441500',
  within: null,
  tile: null,
  ...part,
});

const units: UnitRegister = {
  code: 'shanwei',
  name: { zh: '汕尾市', en: 'Shanwei' },
  units: [
    aUnit('441500', '汕尾市', { kind: 'whole', parent: null, aliases: ['全市'] }),
    aUnit('441502', '城区'),
    aUnit('441521', '海丰县'),
    aUnit('441581', '陆丰市'),
    aUnit('441523', '陆河县'),
    aUnit('red-bay', '红海湾经济开发区', { aliases: ['红海湾', '红海湾开发区'] }),
    aUnit('huaqiao', '华侨管理区', { aliases: ['华侨区'] }),
    aUnit('440000', '广东省', { kind: 'reference', parent: null, aliases: ['全省'] }),
  ],
  excluded: [
    {
      name: { zh: '深汕特别合作区', en: 'Shenshan' },
      aliases: ['深汕合作区'],
      reason: { zh: '由深圳市统计', en: 'reported with Shenzhen' },
    },
  ],
};

const programme: Programme = {
  code: 'test',
  name: { zh: '试验方案', en: 'Test' },
  title: { zh: '试验方案', en: 'Test' },
  policy: { title: { zh: '', en: '' }, issuer: { zh: '', en: '' }, issuedOn: '2023-09-26', status: 'draft' },
  units: 'shanwei',
  yearStart: '01-01',
  departments: [{ code: 'market-supervision', name: { zh: '市市场监管局', en: 'MSA' } }],
  indicators: [
    anIndicator({
      code: 'food',
      name: { zh: '食品抽检合格率', en: 'food' },
      aliases: ['食品监督抽检', '食品安全监督抽检合格率'],
      scheme: {
        code: 'supervision',
        name: { zh: '监督抽检', en: 'Supervision sampling' },
        aliases: ['监督抽查'],
      },
    }),
    anIndicator({ code: 'agri', name: { zh: '农产品质量安全例行监测合格率', en: 'agri' } }),
    anIndicator({
      code: 'satisfaction',
      name: { zh: '公共服务质量满意度', en: 'satisfaction' },
      measure: 'score',
      combination: 'given',
    }),
    anIndicator({ code: 'centres', name: { zh: '质检中心', en: 'centres' }, measure: 'count' }),
  ],
  targets: [],
  milestones: [],
  plans: [],
};

/** Business day 2025-10-16, as in the demonstration. */
export const aContext = (part: Partial<SubmissionContext> = {}): SubmissionContext => ({
  index: programmeIndex(programme, units),
  today: '2025-10-16',
  ...part,
});

/** A CSV grid from lines of comma-separated texts; the first line is row 1. */
export const aGrid = (lines: readonly string[], part: Partial<Grid> = {}): Grid => ({
  sheet: '',
  hidden: false,
  source: 'csv',
  rows: lines.map((line, index): GridRow => ({ number: index + 1, texts: line.split(','), kinds: null })),
  ...part,
});

/** The heading of the plain template. */
export const HEADING = '指标,地区,期间,合格数,抽检数,合格率(%),备注';
