import { yearOf, type PeriodCode } from '@zhibiao/shared/calendar';
import { assessSheet, type Assessment, type EvaluationContext, type Stamp } from '@zhibiao/shared/evaluation';
import type { Indicator, IndicatorCode, UnitCode } from '@zhibiao/shared/programme';
import type { Services } from '../../services';
import { loadLedger } from './load-ledger';

/** What the page queries need of the services. */
export type PageServices = Pick<Services, 'stores' | 'index' | 'clock'>;

/** Assessments of one period and basis, by indicator and unit. */
export interface Sheets {
  of(indicator: Indicator, unit: UnitCode): Assessment;
}

/** The ledger of one indicator around a year, ready to judge from. */
export const indicatorContext = async (
  services: PageServices,
  indicator: IndicatorCode,
  years: { readonly from: number; readonly to: number },
): Promise<EvaluationContext> => ({
  index: services.index,
  ledger: await loadLedger(services.stores, services.index, [indicator], years),
  today: services.clock.today(),
});

/**
 * The stored assessments of a period. An indicator without figures there has none stored and is judged on
 * the spot by the same rule, so that its card can say what is awaited.
 */
export const readSheets = async (
  services: PageServices,
  stamp: Stamp,
  indicators: readonly Indicator[],
): Promise<Sheets> => {
  const { stores, index } = services;
  const { period, basis } = stamp;
  const found = new Map<string, Assessment>();
  const keep = (list: readonly Assessment[]) => {
    for (const assessment of list) found.set(`${assessment.indicator}|${assessment.unit}`, assessment);
  };
  keep(await stores.assessments.find({ period, basis, indicators: indicators.map(({ code }) => code) }));
  const year = yearOf(period, index.programme.yearStart);
  for (const indicator of indicators) {
    if (found.has(`${indicator.code}|${index.whole.code}`)) continue;
    const context = await indicatorContext(services, indicator.code, { from: year, to: year });
    keep(assessSheet(context, indicator, period, basis));
  }
  return {
    of: (indicator, unit) => {
      const assessment = found.get(`${indicator.code}|${unit}`);
      if (assessment === undefined) throw new Error(`no assessment of ${indicator.code} for ${unit}`);
      return assessment;
    },
  };
};

/** Values of one unit by period, from its stored single-period assessments. */
export const readValues = async (
  services: PageServices,
  indicator: IndicatorCode,
  units: readonly UnitCode[],
  years: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<UnitCode, ReadonlyMap<PeriodCode, Assessment>>> => {
  const sheet = await services.stores.assessments.sheet({
    indicator,
    units,
    basis: 'single',
    fromYear: years.from,
    toYear: years.to,
  });
  const byUnit = new Map<UnitCode, Map<PeriodCode, Assessment>>(units.map((unit) => [unit, new Map()]));
  for (const assessment of sheet) byUnit.get(assessment.unit)?.set(assessment.period, assessment);
  return byUnit;
};

/** A difference for words: percentage points for shares, points for scores; null without both values. */
export const difference = (
  indicator: Indicator,
  now: number | null | undefined,
  before: number | null | undefined,
): number | null => {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  return (now - before) * (indicator.measure === 'score' ? 1 : 100);
};

/** What a target asks, as text: its number, or last year's figure where it asks to rise. */
export const targetTextOf = (assessment: Assessment): string | null => {
  const leg = assessment.legs.find(({ comparator }) => comparator !== 'province');
  return leg?.against ?? null;
};
