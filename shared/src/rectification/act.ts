import type { Actor } from '../access';
import { isAlarm } from '../alert';
import { dayOfInstant, isPlainDate, type Instant } from '../calendar';
import { ok, refuse, type Refusal, type Result } from '../result';
import { dueAfter, type Deadlines } from './deadlines';
import { isOwner, sameOwner } from './owner';
import type {
  Finding,
  PersonalAct,
  Rectification,
  RectificationOwner,
  RectificationState,
  RectificationStep,
  StepSaid,
} from './types';

/** Whose act it is: the owner's, the supervisor's (leader, reviewer), or that of a reviewer who fixed nothing. */
export type Doer = 'owner' | 'supervisor' | 'verifier';

interface ActRule {
  readonly from: readonly RectificationState[];
  /** null: the state stays, and so does its last day. */
  readonly to: RectificationState | null;
  readonly by: Doer;
  /** What must be said. `while-alarm`: only while the alert stands. */
  readonly text: 'must' | 'may' | 'while-alarm';
}

/** The life of a rectification as a table: what is not listed is not allowed. */
export const rectificationRules: Readonly<Record<PersonalAct, ActRule>> = {
  sign: { from: ['new'], to: 'signed-for', by: 'owner', text: 'may' },
  'hand-over': { from: ['new', 'signed-for', 'under-way'], to: 'new', by: 'supervisor', text: 'must' },
  explain: { from: ['new', 'signed-for', 'under-way'], to: null, by: 'owner', text: 'must' },
  comment: {
    from: ['new', 'signed-for', 'under-way', 'to-verify'],
    to: null,
    by: 'supervisor',
    text: 'must',
  },
  plan: { from: ['signed-for'], to: 'under-way', by: 'owner', text: 'must' },
  'hand-in': { from: ['under-way'], to: 'to-verify', by: 'owner', text: 'must' },
  return: { from: ['to-verify'], to: 'under-way', by: 'verifier', text: 'must' },
  close: { from: ['to-verify'], to: 'closed', by: 'verifier', text: 'while-alarm' },
  // What a correction has taken back needs no measures, and still somebody who says so.
  lift: { from: ['new', 'signed-for', 'under-way'], to: 'closed', by: 'verifier', text: 'must' },
};

/** What somebody asks for. */
export interface ActRequest {
  readonly act: PersonalAct;
  readonly said: StepSaid;
  /** To whom it is handed over; null for every other act. */
  readonly to: RectificationOwner | null;
}

/** What an act is judged by. */
export interface ActGround {
  readonly actor: Actor;
  readonly at: Instant;
  /** The alert as the newest publication has it: the system looks again before anything closes. */
  readonly finding: Finding;
  readonly deadlines: Deadlines;
}

/** Account ids of everybody who answered for the owner, ever: none of them may verify. */
export const fixersOf = ({ steps }: Pick<Rectification, 'steps'>): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ act, by }) =>
      by !== null && act !== 'open' && act !== 'reopen' && rectificationRules[act].by === 'owner'
        ? [by.id]
        : [],
    ),
  );

/**
 * The step that an act adds. Refuses an owner's act of anybody else as outside their scope, a verifier who answered
 * for the owner under whatever role, an act out of turn, an empty text where one is due, measures without a day, a
 * retest that cannot be, lifting while the alert stands, and handing over to whom it belongs already.
 */
export const afterAct = (
  rectification: Rectification,
  { act, said, to }: ActRequest,
  ground: ActGround,
): Result<RectificationStep, Refusal> => {
  const now = rectification.steps.at(-1);
  if (now === undefined) throw new Error('a rectification begins with a step');
  const { actor, at, finding, deadlines } = ground;
  const rule = rectificationRules[act];
  if (rule.by === 'owner' && !isOwner(actor, now.owner)) return refuse({ code: 'rectification.not-owner' });
  if (rule.by === 'verifier' && fixersOf(rectification).has(actor.id))
    return refuse({ code: 'rectification.verifier-is-fixer' });
  if (!rule.from.includes(now.state)) return refuse({ code: 'rectification.wrong-state', state: now.state });
  const text = said.text?.trim() ?? '';
  const stands = isAlarm(finding.level);
  const brings = act === 'explain' && (said.evidence ?? []).length > 0;
  if (text === '' && !brings && (rule.text === 'must' || (rule.text === 'while-alarm' && stands)))
    return refuse({ code: 'rectification.text-missing' });
  if (act === 'lift' && stands) return refuse({ code: 'rectification.alert-stands' });
  if (act === 'hand-over' && (to === null || sameOwner(to, now.owner)))
    return refuse({ code: 'rectification.owner-same' });
  const evidence = evidenceOf(act, said);
  if (!evidence.ok) return evidence;
  const state = rule.to ?? now.state;
  return ok({
    act,
    state,
    owner: act === 'hand-over' && to !== null ? to : now.owner,
    dueOn: rule.to === null ? now.dueOn : dueAfter(act, state, dayOfInstant(at), deadlines),
    at,
    by: { id: actor.id, name: actor.name },
    said: { ...(text === '' ? {} : { text }), ...evidence.value },
    finding,
  });
};

/** What belongs to the act of what was said: measures to a plan, files to an explanation, a retest to handing in. */
const evidenceOf = (
  act: PersonalAct,
  { measures, retest, evidence }: StepSaid,
): Result<StepSaid, Refusal> => {
  if (act === 'explain' && evidence !== undefined) return ok({ evidence });
  if (act === 'plan') {
    const meant = (measures ?? []).map(({ what, by }) => ({ what: what.trim(), by }));
    const isWhole = meant.length > 0 && meant.every(({ what, by }) => what !== '' && isPlainDate(by));
    return isWhole ? ok({ measures: meant }) : refuse({ code: 'rectification.measures-missing' });
  }
  if (act !== 'hand-in' || retest === undefined) return ok({});
  const { passes, total } = retest;
  const isSound = Number.isSafeInteger(passes) && Number.isSafeInteger(total) && total > 0;
  return isSound && passes >= 0 && passes <= total
    ? ok({ retest: { passes, total } })
    : refuse({ code: 'rectification.retest-impossible' });
};
