import {
  comparePeriods,
  latestEndedPeriod,
  parsePeriod,
  periodSpan,
  type Basis,
  type PeriodCode,
} from '@zhibiao/shared/calendar';
import { pageKind, type Stamp } from '@zhibiao/shared/evaluation';
import { refuse, ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';

/** What a page asks for: without a period the newest one. */
export interface PageRequest {
  readonly period?: PeriodCode | undefined;
  readonly basis: Basis;
}

/**
 * Which periods there are and which one is shown. Refuses a period that no figure of a judged unit speaks of.
 * An empty ledger shows the newest period that has ended, with nothing in it.
 */
export const readStamp = async (
  services: Pick<Services, 'stores' | 'index' | 'clock'>,
  request: PageRequest,
): Promise<Result<Stamp, Refusal>> => {
  const { stores, index, clock } = services;
  const { yearStart } = index.programme;
  const kind = pageKind(index.programme);
  const [{ position, recordedAt }, known] = await Promise.all([
    stores.observations.position(),
    stores.assessments.periods(),
  ]);
  const periods = known
    .filter((period) => parsePeriod(period)?.kind === kind)
    .sort((one, other) => comparePeriods(one, other, yearStart));
  if (periods.length === 0) periods.push(latestEndedPeriod(clock.today(), kind, yearStart));
  const period = request.period ?? periods.at(-1) ?? '';
  if (!periods.includes(period))
    return refuse({ code: 'calendar.unknown-period', period: period.slice(0, 50) });
  return ok({
    period,
    basis: request.basis,
    dataThrough: periodSpan(period, yearStart).end,
    ledgerPosition: position,
    recordedAt,
    periods,
  });
};
