import { yearAlerts, type JudgedAlerts, type SheetOf } from '@zhibiao/shared/alert';
import { yearOfDay, type Instant } from '@zhibiao/shared/calendar';
import type { EvaluationContext } from '@zhibiao/shared/evaluation';
import { ledgerOf } from '@zhibiao/shared/observation';
import type { Indicator } from '@zhibiao/shared/programme';
import { ok } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { firstFollowedYear } from '../evaluation';
import { refreshAlerts } from './refresh-alerts';

/** The years whose alerts are followed, the running one last: what is older stays as it was left. */
const followedYears = ({ today, index }: Pick<EvaluationContext, 'today' | 'index'>): readonly number[] => {
  const { yearStart } = index.programme;
  return [firstFollowedYear(today, yearStart), yearOfDay(today, yearStart)];
};

/** Judges the alerts of an indicator in every followed year. The context must hold all figures of the indicator. */
export const judgeAlerts = (
  context: EvaluationContext,
  indicator: Indicator,
  sheetOf?: SheetOf,
): JudgedAlerts => {
  const years = followedYears(context);
  const alerts = years.flatMap((year) => yearAlerts(context, indicator, year, sheetOf));
  return { indicator: indicator.code, years, alerts };
};

/** The alerts of one indicator as the stored figures give them on a day. */
export const alertsInLedger = async (
  { stores, index }: Pick<Services, 'index'> & { readonly stores: Pick<Services['stores'], 'observations'> },
  indicator: Indicator,
  today: string,
): Promise<JudgedAlerts> => {
  const observations = await stores.observations.current({ indicators: [indicator.code] });
  const ledger = ledgerOf(observations, index.programme.yearStart);
  return judgeAlerts({ index, ledger, today }, indicator);
};

/** The ledger as the newest publication has it: what nobody may read yet raises no alarm. */
export const publishedLedger = async ({
  observations,
  publications,
}: Pick<Services['stores'], 'observations' | 'publications'>): Promise<
  Pick<Services['stores'], 'observations'>
> => {
  const newest = await publications.newest();
  return { observations: { ...observations, ...observations.upTo(newest?.position ?? 0) } };
};

/**
 * Judges anew what was last judged on another day, or never: periods end and figures fall due without anybody sending
 * a file. Costs nothing on the same day. `afterwards` sees the alerts of today in the same transaction. Answers whether
 * the alerts are those of today: a busy database is no fault.
 */
export const bringAlertsUpToDate = async (
  { stores, index, clock }: Pick<Services, 'stores' | 'index' | 'clock'>,
  afterwards: (stores: Stores, at: Instant) => Promise<void>,
): Promise<boolean> => {
  const day = clock.today();
  const judgedOn = await stores.alerts.judgedOn();
  const waiting = index.programme.indicators.filter(({ code }) => judgedOn.get(code) !== day);
  if (waiting.length === 0) return true;
  const judged = await stores.transaction(async (tx) => {
    const alerts: JudgedAlerts[] = [];
    const published = await publishedLedger(tx);
    for (const indicator of waiting)
      alerts.push(await alertsInLedger({ stores: published, index }, indicator, day));
    const at = clock.now();
    await refreshAlerts(tx, alerts, { day, at });
    await afterwards(tx, at);
    return ok(null);
  });
  return judged.ok;
};
