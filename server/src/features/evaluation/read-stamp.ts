import {
  comparePeriods,
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
 * A null value means an empty ledger: nothing to show yet.
 */
export const readStamp = async (
  services: Pick<Services, 'stores' | 'index'>,
  request: PageRequest,
): Promise<Result<Stamp | null, Refusal>> => {
  const { stores, index } = services;
  const { yearStart } = index.programme;
  const kind = pageKind(index.programme);
  const [{ position, recordedAt }, known] = await Promise.all([
    stores.observations.position(),
    stores.assessments.periods(),
  ]);
  const periods = known
    .filter((period) => parsePeriod(period)?.kind === kind)
    .sort((one, other) => comparePeriods(one, other, yearStart));
  const newest = periods.at(-1);
  if (newest === undefined) return ok(null);
  const period = request.period ?? newest;
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
