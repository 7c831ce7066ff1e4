import { samePeriodLastYear, yearOf } from '@zhibiao/shared/calendar';
import { dueForPage } from '@zhibiao/shared/collection';
import {
  comparedPeriod,
  type Assessment,
  type Light,
  type OverviewCard,
  type OverviewView,
  type Stamp,
} from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import { overviewFocus, overviewHeadline } from '@zhibiao/shared/wording';
import {
  difference,
  readSheets,
  readValues,
  targetTextOf,
  type PageServices,
  type Sheets,
} from './page-context';
import { readReporting } from './read-reporting';
import { readStamp, type PageRequest } from './read-stamp';
import { seriesPeriods } from './series-periods';

const sparkPeriods = 8;

/** Everything on the overview, from assessments that are kept ready. */
export const readOverview = async (
  services: PageServices,
  request: PageRequest,
): Promise<Result<OverviewView, Refusal>> => {
  const found = await readStamp(services, request);
  if (!found.ok) return found;
  const stamp = found.value;
  const { indicators } = services.index.programme;
  const sheets = await readSheets(services, stamp, indicators);
  const before = await readLastYear(services, stamp, indicators);
  const cards = await Promise.all(
    indicators.map(async (indicator) => readCard(services, stamp, indicator, { sheets, before })),
  );
  const assessments = cards.map((card) => card.assessment);
  return ok({
    stamp,
    headline: overviewHeadline(assessments),
    focus: overviewFocus(assessments, services.index),
    counts: countLights(assessments),
    cards: cards.filter((card) => !isRegister(services, card)),
    coverage: cards.filter((card) => isRegister(services, card)),
    reporting: await readReporting(services, stamp, sheets),
  });
};

const isRegister = ({ index }: PageServices, { assessment }: OverviewCard): boolean => {
  const measure = index.indicator(assessment.indicator)?.measure;
  return measure === 'register-coverage' || measure === 'count';
};

const countLights = (assessments: readonly Assessment[]): Record<Light, number> => {
  const counts = { met: 0, risk: 0, miss: 0, none: 0 };
  for (const { light } of assessments) counts[light] += 1;
  return counts;
};

const readLastYear = async (
  services: PageServices,
  stamp: Stamp,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, Assessment>> => {
  const { stores, index } = services;
  const list = await stores.assessments.find({
    period: samePeriodLastYear(stamp.period),
    basis: stamp.basis,
    indicators: indicators.map(({ code }) => code),
    units: [index.whole.code],
  });
  return new Map(list.map((assessment) => [assessment.indicator, assessment]));
};

const readCard = async (
  services: PageServices,
  stamp: Stamp,
  indicator: Indicator,
  sources: { readonly sheets: Sheets; readonly before: ReadonlyMap<string, Assessment> },
): Promise<OverviewCard> => {
  const { index } = services;
  const { yearStart } = index.programme;
  const whole = index.whole.code;
  const assessment = sources.sheets.of(indicator, whole);
  const periods = seriesPeriods(indicator, stamp.period, yearStart, sparkPeriods);
  const year = yearOf(stamp.period, yearStart);
  const values = await readValues(services, indicator.code, [whole], {
    from: year - sparkPeriods,
    to: year + 1,
  });
  const single = values.get(whole);
  const newest = periods.at(-1) ?? stamp.period;
  const earlier = comparedPeriod(indicator, newest, yearStart);
  const rising = assessment.legs.find(({ comparator }) => comparator === 'rising');
  return {
    assessment,
    targetText: targetTextOf(assessment),
    history: periods.map((period) => ({ period, value: single?.get(period)?.value ?? null })),
    yearOnYear: difference(indicator, assessment.value, sources.before.get(indicator.code)?.value),
    periodOnPeriod:
      earlier === null
        ? null
        : difference(indicator, single?.get(newest)?.value, single?.get(earlier)?.value),
    lastYearText: rising?.against ?? null,
    dueOn: assessment.figure === null ? dueForPage(index, indicator, stamp.period) : null,
  };
};
