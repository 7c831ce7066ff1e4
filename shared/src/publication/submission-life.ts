import { ok, refuse, type Refusal, type Result } from '../result';

/**
 * Where a submission stands. `refused`: the file could not be read. An `approved` one is published as soon as a
 * publication reaches its last revision; that is derived and never stored.
 */
export const lifeStates = [
  'draft',
  'submitted',
  'under-review',
  'returned',
  'withdrawn',
  'approved',
  'discarded',
  'refused',
] as const;

/** One of them. */
export type LifeState = (typeof lifeStates)[number];

/** What somebody does to a submission. */
export type Move = 'submit' | 'withdraw' | 'discard' | 'take' | 'return' | 'approve';

interface MoveRule {
  readonly from: readonly LifeState[];
  readonly to: LifeState;
  /** The author themselves, or a reviewer who is somebody else (four eyes, reliability.md F6). */
  readonly by: 'author' | 'another';
}

const open = ['draft', 'returned', 'withdrawn'] as const;

/** The life of a submission as a table: what is not listed is not allowed (reliability.md F9). */
export const moves: Readonly<Record<Move, MoveRule>> = {
  submit: { from: open, to: 'submitted', by: 'author' },
  withdraw: { from: ['submitted'], to: 'withdrawn', by: 'author' },
  discard: { from: open, to: 'discarded', by: 'author' },
  take: { from: ['submitted'], to: 'under-review', by: 'another' },
  return: { from: ['under-review'], to: 'returned', by: 'another' },
  approve: { from: ['under-review'], to: 'approved', by: 'another' },
};

/** A submission as far as its life is concerned. */
export interface Living {
  /** By which it is asked for from outside. */
  readonly id: string;
  readonly state: LifeState;
  /** Account id of who uploaded it and answers for it. */
  readonly author: string;
}

/** Whether the author may still correct cells, write reasons and submit. */
export const isEditable = (state: LifeState): boolean => open.some((one) => one === state);

/** Whether a submission waits for a reviewer or for the reviewer's word. */
export const isWithReviewer = (state: LifeState): boolean =>
  state === 'submitted' || state === 'under-review';

/** The step by which the author last handed a submission in; undefined where none ever did. */
export const lastSubmit = <T extends { readonly state: LifeState }>(steps: readonly T[]): T | undefined =>
  steps.findLast(({ state }) => state === 'submitted');

/**
 * The state after a move by the account `person`. Refuses a stranger's act of an author as if there were no such
 * submission, a reviewer who is the author under whatever role, and a move out of turn.
 */
export const afterMove = (move: Move, submission: Living, person: string): Result<LifeState, Refusal> => {
  const rule = moves[move];
  const isAuthor = submission.author === person;
  if (rule.by === 'author' && !isAuthor) {
    return refuse({ code: 'submission.unknown', submission: submission.id });
  }
  if (rule.by === 'another' && isAuthor) return refuse({ code: 'publication.reviewer-is-author' });
  if (!rule.from.includes(submission.state)) {
    return refuse({
      code: 'submission.wrong-state',
      submission: submission.id,
      state: submission.state,
    });
  }
  return ok(rule.to);
};
