import { demonstrationActors } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import { rectificationWalks } from '@zhibiao/shared/demonstration';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { takeStep } from '../features/rectification';
import type { Stores } from '../stores';

/**
 * Takes the steps of the demonstration's people through the door that people use, each at its time: whoever fills the
 * demonstration calls this before every publication and at the end. Another city has other alerts and no steps.
 */
export const rectificationWalker = (
  stores: Stores,
  index: ProgrammeIndex,
): ((until: Instant) => Promise<void>) => {
  const people = new Map(
    demonstrationActors(index.programme.departments, index.register).map(({ id, actor }) => [id, actor]),
  );
  const waiting = [...rectificationWalks];
  return async (until) => {
    while (waiting[0] !== undefined && waiting[0].at < until) {
      const { at, indicator, unit, actorId, ...request } = waiting[0];
      waiting.shift();
      const known = await stores.rectifications.list();
      const one = known.find((each) => each.indicator === indicator && each.unit === unit);
      const actor = people.get(actorId);
      if (one === undefined || actor === undefined) continue;
      const clock = { now: () => at, today: () => dayOfInstant(at) };
      const doer = { actor, address: '', requestId: '' };
      const taken = await takeStep({ stores, index, clock })(doer, one.id, request);
      if (!taken.ok) throw new Error(`${request.act} of ${indicator} ${unit}: ${taken.refusal.code}`);
    }
  };
};
