/** A failing item and how many samples failed it; null for failing samples whose list names no item. */
export interface ItemCount {
  readonly item: string | null;
  readonly failures: number;
}

/** One bar of the chart. */
export interface ParetoBar extends ItemCount {
  /** Share of this and all bars before it, 0…1. */
  readonly cumulative: number;
}

/** Failing items by frequency. */
export interface Pareto {
  /** Most frequent first; what was not named comes last whatever its number. */
  readonly bars: readonly ParetoBar[];
  /** Items beyond those shown, and the findings among them. */
  readonly rest: { readonly items: number; readonly failures: number };
  /** Findings in all; a sample that failed two items counts twice. */
  readonly findings: number;
  /** How many of the first bars make 80 % of the findings; 0 without findings. */
  readonly vitalFew: number;
}

/** Bars that can be told apart on a phone. */
const mostBars = 10;

/**
 * Orders failing items for a Pareto chart (Juran, Quality Control Handbook): by frequency, with the running share.
 * Same numbers stand in the order of their names, so that two readers see the same chart.
 */
export const paretoOf = (counts: readonly ItemCount[]): Pareto => {
  const some = counts.filter(({ failures }) => failures > 0);
  const findings = some.reduce((sum, { failures }) => sum + failures, 0);
  const ordered = [...some].sort(
    (one, other) =>
      Number(one.item === null) - Number(other.item === null) ||
      other.failures - one.failures ||
      ((one.item ?? '') < (other.item ?? '') ? -1 : 1),
  );
  let running = 0;
  const bars = ordered.slice(0, mostBars).map((count) => {
    running += count.failures;
    return { ...count, cumulative: running / findings };
  });
  const shown = running;
  const vital = bars.findIndex((bar) => Math.round(bar.cumulative * findings) * 5 >= findings * 4);
  return {
    bars,
    rest: { items: ordered.length - bars.length, failures: findings - shown },
    findings,
    vitalFew: findings === 0 ? 0 : vital === -1 ? bars.length : vital + 1,
  };
};
