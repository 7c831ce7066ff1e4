import { dayOfInstant, type Instant, type PlainDate } from '@zhibiao/shared/calendar';

/** Time is handed in, never asked for: rules stay pure and tests stand still. */
export interface Clock {
  now(): Instant;
  /** The day in Asia/Shanghai. */
  today(): PlainDate;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => dayOfInstant(new Date().toISOString()),
};

/**
 * A business clock that stands at one day, for the demonstration and for tests. Instants still move on by a
 * millisecond a call, so that what happens later is also recorded later; after a restart they go on behind
 * `last`, the newest instant that is on record.
 */
export const fixedClock = (start: Instant, last: Instant = start): Clock => {
  const day = dayOfInstant(start);
  // A record of another day belongs to another clock; it cannot move this one out of its day.
  const onward = last > start && dayOfInstant(last) === day ? Date.parse(last) + 1 : Date.parse(start);
  let ticks = onward;
  return {
    now: () => new Date(ticks++).toISOString(),
    today: () => day,
  };
};
