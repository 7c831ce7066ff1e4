import type { PeriodCode } from '@zhibiao/shared/calendar';
import type { PointCorrection } from '@zhibiao/shared/evaluation';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';
import { correctedPeriods } from '@zhibiao/shared/publication';
import type { HistoryEntry } from '../observation';
import type { PageServices } from './page-context';

/** Whose course is drawn, with every revision behind it. */
export interface CorrectionQuestion {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly periods: readonly PeriodCode[];
  readonly history: readonly HistoryEntry[];
}

/**
 * What was published of a period before its newest correction and with it, as the versions themselves showed it: the
 * city's figure is corrected by the revision of a county. Only periods with a corrected figure are looked up.
 */
export const readCorrections = async (
  { stores }: Pick<PageServices, 'stores'>,
  { indicator, unit, periods, history }: CorrectionQuestion,
): Promise<ReadonlyMap<PeriodCode, PointCorrection>> => {
  const found = new Map<PeriodCode, PointCorrection>();
  if (history.every(({ before }) => before === null)) return found;
  const publications = await stores.publications.list();
  for (const [period, number] of correctedPeriods(history, publications)) {
    const publication = publications.find((one) => one.number === number);
    if (publication === undefined || !periods.includes(period)) continue;
    const sideAt = async (version: number) => {
      const filter = { period, basis: 'single', indicators: [indicator], units: [unit] } as const;
      const [assessment] = await stores.publications.sheets(version).find(filter);
      return { rateText: assessment?.rateText ?? null, figure: assessment?.figure ?? null };
    };
    const [before, after] = [await sideAt(number - 1), await sideAt(number)];
    const { publishedAt, reason } = publication;
    // A county that reports late completes the sum; nothing had been published of it that could be wrong.
    if (before.figure !== null) found.set(period, { number, publishedAt, reason, before, after });
  }
  return found;
};
