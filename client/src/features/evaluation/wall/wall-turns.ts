import type { Light, OverviewCard } from '@zhibiao/shared/evaluation';

/** One indicator's time before the room, in seconds. */
export interface Turn {
  readonly indicator: string;
  readonly seconds: number;
}

const usualSeconds = 12;

const gravity: Readonly<Record<Light, number>> = { miss: 0, risk: 1, met: 2, none: 3 };

/** Whether an indicator needs to be spoken of: red or amber. */
const isBad = (light: Light): boolean => light === 'miss' || light === 'risk';

/**
 * In which order indicators come before the room, and for how long: the worst first, red and amber twice as long
 * (screens.md 4); what has no figure yet comes last. Indicators of one light keep the order of the policy.
 */
export const wallTurns = (cards: readonly OverviewCard[]): readonly Turn[] =>
  cards
    .map(({ assessment: { indicator, light } }) => ({ indicator, light }))
    .sort((one, other) => gravity[one.light] - gravity[other.light])
    .map(({ indicator, light }) => ({ indicator, seconds: isBad(light) ? 2 * usualSeconds : usualSeconds }));

/** The place after `steps` more turns, round and round; 0 where there is none. */
export const turnAfter = (at: number, steps: number, count: number): number =>
  count === 0 ? 0 : (((at + steps) % count) + count) % count;

/** The part of a list that is shown with one of its places: whole pages, so that cards keep their seats. */
export const pageWith = <T>(items: readonly T[], at: number, size: number): readonly T[] => {
  const start = Math.floor(Math.max(0, at) / size) * size;
  return items.slice(start, start + size);
};
