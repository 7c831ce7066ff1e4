import type { Instant } from '@zhibiao/shared/calendar';
import type { AuditStore } from '../audit.store';
import { auditEntry, theProgram } from '../audit-entry';

/** What watching the clock stands on. */
export interface WatchOptions {
  readonly audit: Pick<AuditStore, 'append' | 'list'>;
  /** The machine's clock, which somebody may set. */
  readonly now: () => Instant;
  /** Milliseconds that only ever rise evenly, whatever becomes of the clock. */
  readonly milliseconds: () => number;
}

/** More than this between two looks is no drift: somebody has set the clock. */
const tolerance = 60_000;

/**
 * Answers a look at the clock, to be taken every minute. A jump is written into the audit trail with the instant
 * that was expected and the one that was found; the first look compares with the newest entry of the trail, for
 * time must not have gone back while the program rested.
 */
export const watchClock = ({ audit, now, milliseconds }: WatchOptions): (() => Promise<void>) => {
  let last: { readonly at: number; readonly ticks: number } | null = null;

  const expected = async (
    ticks: number,
  ): Promise<{ readonly at: number; readonly exact: boolean } | null> => {
    if (last !== null) return { at: last.at + ticks - last.ticks, exact: true };
    const [newest] = await audit.list({ limit: 1 });
    return newest === undefined ? null : { at: Date.parse(newest.at), exact: false };
  };

  return async () => {
    const ticks = milliseconds();
    const found = now();
    const due = await expected(ticks);
    const at = Date.parse(found);
    last = { at, ticks };
    if (due === null) return;
    const jump = at - due.at;
    // While the program rested any time may have gone by, but none back.
    if (due.exact ? Math.abs(jump) <= tolerance : jump >= -tolerance) return;
    await audit.append([
      auditEntry(theProgram, found, {
        event: 'system.clock-jump',
        before: { at: new Date(due.at).toISOString() },
        after: { at: found, seconds: Math.round(jump / 1000) },
      }),
    ]);
  };
};
