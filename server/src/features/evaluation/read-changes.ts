import { samePeriodLastYear, type PeriodCode } from '@zhibiao/shared/calendar';
import { comparedPeriod, howChanged, type Assessment, type HowEntry } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import type { PageServices } from './page-context';

/** The figure whose changes are explained, and the unit's single periods. */
export interface ChangeQuestion {
  readonly indicator: Indicator;
  readonly assessment: Assessment;
  /** The newest single period of the page, against whose forerunner the change is told. */
  readonly newest: PeriodCode;
  readonly values: ReadonlyMap<PeriodCode, Assessment>;
}

/** How 同比 (same basis, last year) and 环比 (single period, the one before) of a page came about. */
export const readChanges = async (
  { stores, index }: Pick<PageServices, 'stores' | 'index'>,
  { indicator, assessment, newest, values }: ChangeQuestion,
): Promise<readonly HowEntry[]> => {
  const [lastYear] = await stores.assessments.find({
    period: samePeriodLastYear(assessment.period),
    basis: assessment.basis,
    indicators: [indicator.code],
    units: [assessment.unit],
  });
  const earlier = comparedPeriod(indicator, newest, index.programme.yearStart);
  const [now, before] = [values.get(newest), earlier === null ? undefined : values.get(earlier)];
  return [
    ...(lastYear === undefined ? [] : howChanged('year-on-year', assessment, lastYear)),
    ...(now === undefined || before === undefined ? [] : howChanged('period-on-period', now, before)),
  ];
};
