import { addDays, instantAt, periodSpan, type Instant, type PeriodCode } from '../calendar';
import type { Figure, Observation } from '../observation';
import type { Programme, UnitRegister } from '../programme';
import { noteWithExplanation } from '../submission';
import { COUNTY_UNITS, type QuarterCounts } from './county-profiles';
import { countyFigures, QUARTERS, type CountyFigures } from './county-figures';
import { PROVINCE_SERIES, REGISTERS, SCORES } from './whole-figures';

/** One submission of the demonstration, to be stored as if it had been committed at `recordedAt`. */
export interface DemonstrationSubmission {
  readonly fileName: string;
  readonly recordedAt: Instant;
  readonly actorId: string;
  /** Why figures changed; empty for first reports. */
  readonly reason: string;
  readonly observations: readonly Observation[];
}

/**
 * The history of the demonstration, oldest first: what was reported from 2022 to October 2025, and by whom.
 * County figures and the provincial series here are invented and say so in `source`. Indicators and units that
 * the programme or register does not have are left out.
 */
export function demonstrationSubmissions(
  programme: Programme,
  register: UnitRegister,
): readonly DemonstrationSubmission[] {
  const indicators = new Set(programme.indicators.map((indicator) => indicator.code));
  const units = new Set(register.units.map((unit) => unit.code));
  const figures = countyFigures();
  return [
    ...QUARTERS.flatMap((period) => quarterSubmissions(period, figures)),
    ...scoreSubmissions(),
    correction(),
  ]
    .map((submission) => ({
      ...submission,
      observations: submission.observations.filter(
        (one) => indicators.has(one.indicator) && units.has(one.unit),
      ),
    }))
    .filter((submission) => submission.observations.length > 0)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
}

const INVENTED = '演示数据（虚构）';
const INVENTED_REFERENCE = '演示数据（虚构），未见公布';
const CITY = '441500';
const PROVINCE = '440000';

/** Who sends what, how many days after the quarter, at what time. */
const SHEETS = [
  {
    title: '产品质量抽检汇总.csv',
    actorId: 'demo-statistician',
    days: 8,
    time: '09:30',
    indicators: ['manufacturing-pass-rate', 'food-pass-rate'],
  },
  {
    title: '农产品例行监测.csv',
    actorId: 'demo-statistician-department',
    days: 9,
    time: '10:12',
    indicators: ['agri-pass-rate'],
  },
  {
    title: '工程质量汇总.csv',
    actorId: 'demo-statistician',
    days: 9,
    time: '15:20',
    indicators: [
      'building-inspection-conformity',
      'transport-first-acceptance',
      'completed-works-excellence',
      'water-works-pass-rate',
    ],
  },
] as const;

function quarterSubmissions(period: PeriodCode, figures: CountyFigures): readonly DemonstrationSubmission[] {
  const { end } = periodSpan(period, '01-01');
  const name = quarterName(period);
  const sheets = SHEETS.map(({ title, actorId, days, time, indicators }) => ({
    fileName: `${name}${title}`,
    recordedAt: instantAt(addDays(end, days), time),
    actorId,
    reason: '',
    observations: indicators.flatMap((indicator) => countyObservations(indicator, period, figures)),
  }));
  return [
    ...sheets,
    {
      ...sheet(`${name}特殊食品体系检查和集群平台.csv`, instantAt(addDays(end, 9), '16:05')),
      observations: registerObservations(period),
    },
    {
      ...sheet(`${name}全省参照（虚构）.csv`, instantAt(addDays(end, 13), '09:05')),
      observations: provinceObservations(period),
    },
  ];
}

function sheet(fileName: string, recordedAt: Instant): Omit<DemonstrationSubmission, 'observations'> {
  return { fileName, recordedAt, actorId: 'demo-statistician', reason: '' };
}

function countyObservations(
  indicator: string,
  period: PeriodCode,
  figures: CountyFigures,
): readonly Observation[] {
  const quarter = QUARTERS.indexOf(period);
  return COUNTY_UNITS.flatMap((unit) => {
    const counts = figures.get(indicator)?.get(unit)?.[quarter];
    if (counts === undefined || neverReported(indicator, unit, period)) return [];
    return [
      observation(
        { indicator, unit, period },
        asFirstReported(counts, indicator, unit, period),
        noteOf(counts, indicator, isFallOfLufeng(indicator, unit, period)),
      ),
    ];
  });
}

const noteOf = ({ total, failures }: QuarterCounts, indicator: string, isFall: boolean): string => {
  // The checks of an upload ask for an explanation of so many failures, and keep it in the note.
  if (isFall) return noteWithExplanation('', '二季度增抽小家电和电线电缆，不合格批次已逐批核对');
  if (total === 0) return '本季无验收项目';
  // What is mended afterwards was not accepted at the first attempt.
  return indicator === 'transport-first-acceptance' && failures > 0 ? '一次验收未通过，整改后复验合格' : '';
};

/** One county forgot one quarter and nobody noticed: the year's sum is incomplete and says so. */
function neverReported(indicator: string, unit: string, period: PeriodCode): boolean {
  return indicator === 'water-works-pass-rate' && unit === '441523' && period === '2024-Q3';
}

/** 陆丰市 first reported 13 failures for 2025-Q2; a retest later cleared one batch. */
function asFirstReported(counts: QuarterCounts, indicator: string, unit: string, period: PeriodCode): Figure {
  return countsFigure(counts.total, counts.failures + (isFallOfLufeng(indicator, unit, period) ? 1 : 0));
}

function isFallOfLufeng(indicator: string, unit: string, period: PeriodCode): boolean {
  return indicator === 'manufacturing-pass-rate' && unit === '441581' && period === '2025-Q2';
}

function correction(): DemonstrationSubmission {
  const about = { indicator: 'manufacturing-pass-rate', unit: '441581', period: '2025-Q2' };
  const reason = '复检合格 1 批，附复检报告';
  return {
    fileName: '2025年二季度陆丰市制造业产品更正.csv',
    recordedAt: instantAt('2025-09-02', '09:40'),
    actorId: 'demo-county-441581',
    reason,
    observations: [observation(about, countsFigure(97, 12), reason)],
  };
}

function registerObservations(period: PeriodCode): readonly Observation[] {
  return REGISTERS.flatMap(({ indicator, size, done }) => {
    const entry = done.find(([at]) => at === period);
    if (entry === undefined) return [];
    return [
      {
        ...observation({ indicator, unit: CITY, period }, countsFigure(size, size - entry[1]), ''),
        basis: 'cumulative' as const,
      },
    ];
  });
}

function provinceObservations(period: PeriodCode): readonly Observation[] {
  const quarter = QUARTERS.indexOf(period);
  return PROVINCE_SERIES.flatMap(({ indicator, quarters, toDate, years }) => {
    const rows: Observation[] = [];
    const add = (at: PeriodCode, basis: 'single' | 'cumulative', rate: string | undefined): void => {
      if (rate === undefined) return;
      const figure: Figure = { kind: 'rate', rate };
      rows.push({
        ...observation({ indicator, unit: PROVINCE, period: at }, figure, ''),
        basis,
        source: INVENTED_REFERENCE,
      });
    };
    add(period, 'single', quarters[quarter]);
    add(period, 'cumulative', quarter >= 12 ? toDate[quarter - 12] : undefined);
    if (period.endsWith('Q4')) add(period.slice(0, 4), 'single', years[Math.floor(quarter / 4)]);
    return rows;
  });
}

function scoreSubmissions(): readonly DemonstrationSubmission[] {
  return SCORES.map(({ indicator, year, score, day }) => ({
    ...sheet(
      `${year}年${indicator === 'service-satisfaction' ? '公共服务质量满意度调查' : '制造业质量竞争力指数'}.csv`,
      instantAt(day, '11:00'),
    ),
    observations: [observation({ indicator, unit: CITY, period: `${year}` }, { kind: 'score', score }, '')],
  }));
}

function observation(
  about: { readonly indicator: string; readonly unit: string; readonly period: PeriodCode },
  figure: Figure,
  note: string,
): Observation {
  return { ...about, basis: 'single', figure, source: INVENTED, note };
}

function countsFigure(total: number, failures: number): Figure {
  return { kind: 'counts', passes: total - failures, total };
}

function quarterName(period: PeriodCode): string {
  return `${period.slice(0, 4)}年${'一二三四'.charAt(Number(period.slice(6)) - 1)}季度`;
}
