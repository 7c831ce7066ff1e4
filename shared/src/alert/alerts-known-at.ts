import type { Instant } from '../calendar';
import type { AlertEvent } from '../statistics';
import { isAlarm } from './alert-levels/level-order';
import type { Alert, StandingAlert } from './types';

/** One entry of an alert's life, as far as it tells when something was known. */
export interface LivedEvent {
  readonly event: AlertEvent | 'updated';
  readonly at: Instant;
}

/** An alert that is kept, with its life, oldest entry first. */
export interface LivedAlert {
  readonly id: number;
  readonly indicator: string;
  readonly unit: string;
  readonly year: number;
  readonly life: readonly LivedEvent[];
}

/**
 * The alerts as they were known at an instant: what the rules say of the ledger of then, with the dates of what had
 * happened by then. In the order of the store:
 * latest change first.
 */
export const alertsKnownAt = (
  standing: readonly StandingAlert[],
  lived: readonly LivedAlert[],
  instant: Instant,
): readonly Alert[] => {
  const byKey = new Map(lived.map((alert) => [keyOf(alert), alert]));
  return standing
    .map((alert, place): Alert => {
      const known = byKey.get(keyOf(alert));
      const past = (known?.life ?? []).filter(({ at }) => at <= instant);
      const opened = past.findLast(({ event }) => event === 'opened')?.at ?? null;
      return {
        ...alert,
        // What no store kept still needs a name of its own on the page.
        id: known?.id ?? -1 - place,
        openedAt: opened ?? (isAlarm(alert.level) ? instant : null),
        changedAt: past.at(-1)?.at ?? instant,
      };
    })
    .sort((one, other) =>
      one.changedAt === other.changedAt ? other.id - one.id : one.changedAt < other.changedAt ? 1 : -1,
    );
};

const keyOf = ({ indicator, unit, year }: Pick<StandingAlert, 'indicator' | 'unit' | 'year'>): string =>
  `${indicator}|${unit}|${year}`;
