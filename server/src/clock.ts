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
 * millisecond a call, so that what happens later is also recorded later.
 */
export const fixedClock = (start: Instant): Clock => {
  let ticks = Date.parse(start);
  return {
    now: () => new Date(ticks++).toISOString(),
    today: () => dayOfInstant(start),
  };
};
