import { mayPlan } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Instant } from '@zhibiao/shared/calendar';
import { auditEntry, stillHolds, stillSignedIn } from '../access';
import { publishIn, type PublishGround, type Publisher } from './publish';

/** What somebody plans: the note and, if figures change by then, why. */
export interface PlanRequest {
  readonly plannedFor: Instant;
  readonly note: string;
  readonly reason: string;
}

/** Plans a publication of everything approved by then. Refuses the past, what lies too far ahead, and a second plan. */
export const planPublication =
  ({ stores, clock }: PublishGround) =>
  (publisher: Publisher, request: PlanRequest): Promise<Result<number, Refusal>> =>
    stores.transaction(async (tx): Promise<Result<number, Refusal>> => {
      const present = await stillSignedIn(tx, publisher);
      if (!present.ok) return present;
      const at = clock.now();
      const may = mayPlan(request.plannedFor, at);
      if (!may.ok) return may;
      if (request.note.trim() === '') return refuse({ code: 'publication.note-missing' });
      if ((await tx.publications.openPlan()) !== null) return refuse({ code: 'publication.already-planned' });
      const { id: by, role, name } = publisher.actor;
      const plan = { ...request, note: request.note.trim(), reason: request.reason.trim() };
      const id = await tx.publications.plan({ ...plan, plannedAt: at, by: { id: by, role, name } });
      await tx.audit.append([
        auditEntry(publisher, at, { event: 'publication.plan', object: `plan:${id}`, after: plan }),
      ]);
      return ok(id);
    });

/** Cancels an open plan; until its time has come anybody who publishes may. */
export const cancelPlan =
  ({ stores, clock }: PublishGround) =>
  (publisher: Publisher, id: number): Promise<Result<null, Refusal>> =>
    stores.transaction(async (tx): Promise<Result<null, Refusal>> => {
      const present = await stillSignedIn(tx, publisher);
      if (!present.ok) return present;
      const at = clock.now();
      if (!(await tx.publications.settlePlan(id, 'cancelled', at))) {
        return refuse({ code: 'publication.plan-unknown' });
      }
      await tx.audit.append([
        auditEntry(publisher, at, { event: 'publication.cancel', object: `plan:${id}` }),
      ]);
      return ok(null);
    });

/**
 * Makes the planned publication if its time has come. Answers its number; null when nothing was due, or when it
 * could not be made: then the plan ends as refused and the audit trail says why.
 */
export const publishDue = (ground: PublishGround) => async (): Promise<number | null> => {
  const { stores, clock } = ground;
  const plan = await stores.publications.openPlan();
  if (plan === null || plan.plannedFor > clock.now()) return null;
  const { author, id, note, reason } = plan;
  const actor = { ...author, departments: [], unit: null };
  const publisher: Publisher = { actor, address: '', requestId: '' };
  const made = await stores.transaction(async (tx): Promise<Result<number, Refusal>> => {
    // Cancelled in the meantime.
    if (!(await tx.publications.settlePlan(id, 'published', clock.now()))) {
      return refuse({ code: 'publication.plan-unknown' });
    }
    // Whoever planned it may have lost the right since.
    const may = await stillHolds(tx, author, 'publication.publish');
    if (!may.ok) return may;
    const published = await publishIn(tx, ground, publisher, { note, reason, position: null });
    return published.ok ? ok(published.value.number) : published;
  });
  if (made.ok) return made.value;
  // A busy database is asked again; a rule that declines will decline again.
  if (made.refusal.code.startsWith('storage.')) return null;
  const { refusal } = made;
  await stores.transaction(async (tx) => {
    const at = clock.now();
    if (!(await tx.publications.settlePlan(id, 'refused', at))) return ok(null);
    await tx.audit.append([
      auditEntry(publisher, at, {
        event: 'publication.publish',
        object: `plan:${id}`,
        outcome: 'refused',
        after: { refusal: refusal.code },
      }),
    ]);
    return ok(null);
  });
  return null;
};
