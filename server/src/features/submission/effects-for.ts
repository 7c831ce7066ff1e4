import type { Actor } from '@zhibiao/shared/access';
import type { ProgrammeIndex, UnitCode } from '@zhibiao/shared/programme';
import type { Effect } from '@zhibiao/shared/submission';

/** Three years of a dozen headlines; a file that goes further back shows the newest. */
export const mostEffects = 36;

/** The units whose headlines an actor looks at: the whole, and the actor's own unit. */
export const watchedBy = (index: ProgrammeIndex, actor: Actor): readonly UnitCode[] => [
  index.whole.code,
  ...(actor.unit === null ? [] : [actor.unit]),
];

/**
 * The headlines of a forecast that somebody looks at, newest year first. Chosen when they are shown: author and
 * reviewer look at other units, and the forecast behind them is one and the same.
 */
export const effectsFor = (effects: readonly Effect[], watched: readonly UnitCode[]): readonly Effect[] =>
  effects.filter(({ unit }) => watched.includes(unit)).slice(0, mostEffects);
