import { addDays, dayOfInstant, type Instant } from '../calendar';
import { ok, refuse, type Refusal, type Result } from '../result';

/** Days that a publication may be planned ahead: beyond a quarter nobody remembers what was meant. */
export const mostDaysAhead = 92;

/** What somebody means to publish. */
export interface PublishQuestion {
  /** Ledger position now, and that of the newest publication (0 when there is none). */
  readonly position: number;
  readonly published: number;
  /** Published figures that this publication would change. */
  readonly corrections: number;
  readonly note: string;
  readonly reason: string;
}

/**
 * Whether a publication may be made: something new is approved, it carries a note, and whoever changes published
 * figures says why (screens.md 7: a correction makes version n + 1 with a mandatory reason).
 */
export const mayPublish = (question: PublishQuestion): Result<null, Refusal> => {
  const { position, published, corrections, note, reason } = question;
  if (position <= published) return refuse({ code: 'publication.nothing-to-publish' });
  if (note.trim() === '') return refuse({ code: 'publication.note-missing' });
  if (corrections > 0 && reason.trim() === '') {
    return refuse({ code: 'publication.reason-missing', count: corrections });
  }
  return ok(null);
};

/** Whether a publication may be planned for an instant: later than now, and at most three months ahead. */
export const mayPlan = (plannedFor: Instant, now: Instant): Result<null, Refusal> =>
  plannedFor <= now || dayOfInstant(plannedFor) > addDays(dayOfInstant(now), mostDaysAhead)
    ? refuse({ code: 'publication.time-out-of-reach' })
    : ok(null);
