import {
  addDays,
  daysBetween,
  latestEndedPeriod,
  periodContaining,
  periodSpan,
  type PlainDate,
} from '@zhibiao/shared/calendar';
import { dueForPage } from '@zhibiao/shared/collection';
import { pageKind, type ReportingProgress, type Stamp } from '@zhibiao/shared/evaluation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { PageServices, Sheets } from './page-context';

/** Who has reported for the page's period and what is still awaited. */
export const readReporting = async (
  services: PageServices,
  stamp: Stamp,
  sheets: Sheets,
): Promise<ReportingProgress> => {
  const { index, stores, clock } = services;
  const today = clock.today();
  const { indicators } = index.programme;
  const awaited = indicators
    .filter((indicator) => sheets.of(indicator, index.whole.code).figure === null)
    .map((indicator) => {
      const due = dueForPage(index, indicator, stamp.period);
      return { indicator: indicator.code, dueOn: due, overdueDays: Math.max(0, daysBetween(due, today)) };
    });
  const open = new Set(awaited.map((entry) => entry.indicator));
  const leads = [...new Set(indicators.map((indicator) => indicator.departments.lead))];
  const late = new Set(
    indicators.filter(({ code }) => open.has(code)).map((indicator) => indicator.departments.lead),
  );
  const reported = new Set(
    (
      await stores.observations.current({
        // Every part of the key, so that the store goes straight to it and not through the whole ledger.
        indicators: indicators.map(({ code }) => code),
        periods: [stamp.period],
        units: index.parts.map((unit) => unit.code),
      })
    ).map((observation) => observation.unit),
  );
  return {
    unitsReported: reported.size,
    unitsExpected: index.parts.length,
    departmentsReported: leads.length - late.size,
    departmentsExpected: leads.length,
    awaited,
    next: nextReport(index, stamp, today),
  };
};

/** The next period whose figures will be due, as long as the page shows the newest one. */
const nextReport = (index: ProgrammeIndex, stamp: Stamp, today: PlainDate): ReportingProgress['next'] => {
  const { yearStart } = index.programme;
  const kind = pageKind(index.programme);
  if (latestEndedPeriod(today, kind, yearStart) !== stamp.period) return null;
  const period = periodContaining(addDays(periodSpan(stamp.period, yearStart).end, 1), kind, yearStart);
  const days = index.programme.indicators
    .filter((indicator) => indicator.frequency === kind)
    .map((indicator) => indicator.deadlineDays);
  if (days.length === 0) return null;
  return { period, dueOn: addDays(periodSpan(period, yearStart).end, Math.min(...days)) };
};
