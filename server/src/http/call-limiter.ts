/** Counts calls a minute for one caller; every procedure of a batch counts (reliability.md C5). */
export interface CallLimiter {
  readonly perMinute: number;
  allow(caller: string): boolean;
}

const windowMilliseconds = 60_000;
const forgetAbove = 10_000;

/** Fixed windows in memory: one process serves one instance. `now` gives milliseconds. */
export const callLimiter = (perMinute: number, now: () => number): CallLimiter => {
  const counts = new Map<string, { window: number; calls: number }>();
  return {
    perMinute,
    allow: (caller) => {
      const window = Math.floor(now() / windowMilliseconds);
      const entry = counts.get(caller);
      if (entry?.window === window) {
        entry.calls += 1;
        return entry.calls <= perMinute;
      }
      if (counts.size > forgetAbove) counts.clear();
      counts.set(caller, { window, calls: 1 });
      return true;
    },
  };
};
