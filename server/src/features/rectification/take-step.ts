import { mayDo, type Actor } from '@zhibiao/shared/access';
import {
  afterAct,
  deadlinesOf,
  type ActRequest,
  type RectificationOwner,
  type RectificationStep,
} from '@zhibiao/shared/rectification';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn, type Doer } from '../access';
import { findingOf } from './open-rectifications';
import { operationOf } from './operation-of';
import { isSeen } from './read-rectifications';

/** Who takes a step. */
export type StepTaker = Doer & { readonly actor: Actor };

/**
 * Takes one step of a rectification, with what the published alert says at that moment, audited in the same
 * transaction. Refuses what the rules refuse, an owner whom the programme does not know, and whoever may not see it as
 * if there were none. What was said stands in the step; the trail tells the act.
 */
export const takeStep =
  ({ stores, index, clock }: Pick<Services, 'stores' | 'index' | 'clock'>) =>
  (taker: StepTaker, id: string, request: ActRequest): Promise<Result<RectificationStep, Refusal>> =>
    stores.transaction(async (tx): Promise<Result<RectificationStep, Refusal>> => {
      const present = await stillSignedIn(tx, taker);
      if (!present.ok) return present;
      const { actor } = taker;
      const operation = operationOf(request.act);
      if (!mayDo(operation, actor.role)) return refuse({ code: 'access.not-allowed', operation });
      const one = await tx.rectifications.find(id);
      if (one === null || !isSeen({ index }, actor, one)) return refuse({ code: 'rectification.unknown' });
      const known = ownerKnown(request.to, index);
      if (!known.ok) return known;
      const [alert] = (
        await tx.alerts.list({ indicators: [one.indicator], units: [one.unit], year: one.year })
      ).filter((each) => each.id === one.alert);
      if (alert === undefined) throw new Error(`rectification ${id} has no alert`);
      const at = clock.now();
      const step = afterAct(one, request, {
        actor,
        at,
        finding: findingOf(alert),
        deadlines: deadlinesOf(index),
      });
      if (!step.ok) return step;
      await tx.rectifications.add(id, step.value);
      const before = one.steps.at(-1);
      const { act, state, owner, dueOn } = step.value;
      await tx.audit.append([
        auditEntry(taker, at, {
          event: 'rectification.step',
          object: `rectification:${one.year}-${one.number}`,
          before: { state: before?.state, owner: codeOf(before?.owner), dueOn: before?.dueOn },
          after: { act, state, owner: codeOf(owner), dueOn, ...step.value.said },
        }),
      ]);
      return step;
    });

const ownerKnown = (
  to: RectificationOwner | null,
  index: Pick<Services['index'], 'unit' | 'department'>,
): Result<null, Refusal> => {
  if (to === null) return ok(null);
  if (to.kind === 'unit') {
    return index.unit(to.unit)?.kind === 'part'
      ? ok(null)
      : refuse({ code: 'programme.unknown-unit', unit: to.unit });
  }
  return index.department(to.department) === undefined
    ? refuse({ code: 'programme.unknown-unit', unit: to.department })
    : ok(null);
};

const codeOf = (owner: RectificationOwner | undefined): string | undefined =>
  owner === undefined ? undefined : owner.kind === 'unit' ? owner.unit : owner.department;
