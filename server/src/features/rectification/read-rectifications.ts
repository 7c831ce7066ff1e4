import { mayDo, type Actor } from '@zhibiao/shared/access';
import { isAlarm, type Alert } from '@zhibiao/shared/alert';
import {
  deadlineLight,
  deadlinesOf,
  fixersOf,
  isOwner,
  latestStep,
  maySee,
  rectificationRules,
  type DeadlineLight,
  type PersonalAct,
  type Rectification,
  type RectificationOwner,
  type RectificationState,
} from '@zhibiao/shared/rectification';
import { refuse, ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { operationOf } from './operation-of';

/** A rectification as a list shows it. */
export interface RectificationRow {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  /** The alert as it stands now. */
  readonly alert: Alert;
  readonly state: RectificationState;
  readonly owner: RectificationOwner;
  readonly dueOn: string | null;
  readonly light: DeadlineLight;
  /** Calendar days by which its latest step came late so far; 0 without one. */
  readonly lateBy: number;
  /** What this reader may do to it now; empty for whoever may only look. */
  readonly acts: readonly PersonalAct[];
  /** Whether it waits for this reader: the owner's step, or a verification. */
  readonly waitsForMe: boolean;
}

/** One rectification with its life. */
export interface RectificationView extends RectificationRow {
  readonly steps: Rectification['steps'];
}

type Ground = Pick<Services, 'stores' | 'index' | 'clock'>;

/** Every rectification this actor may see: what is open by its last day, then what is closed, newest first. */
export const listRectifications = async (
  ground: Ground,
  actor: Actor,
): Promise<readonly RectificationRow[]> => {
  const { stores } = ground;
  const [known, alerts] = await Promise.all([stores.rectifications.list(), stores.alerts.list({})]);
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  return known
    .flatMap((one) => {
      const alert = byId.get(one.alert);
      return alert !== undefined && isSeen(ground, actor, one) ? [viewOf(ground, actor, one, alert)] : [];
    })
    .sort(nearestFirst)
    .map(({ steps: _life, ...row }) => row);
};

/** One of them with its life; to whoever may not see it there is none. */
export const readRectification = async (
  ground: Ground,
  actor: Actor,
  id: string,
): Promise<Result<RectificationView, Refusal>> => {
  const one = await ground.stores.rectifications.find(id);
  if (one === null || !isSeen(ground, actor, one)) return refuse({ code: 'rectification.unknown' });
  const [alert] = await ground.stores.alerts
    .list({ indicators: [one.indicator], units: [one.unit], year: one.year })
    .then((found) => found.filter(({ id: alertId }) => alertId === one.alert));
  if (alert === undefined) throw new Error(`rectification ${id} has no alert`);
  return ok(viewOf(ground, actor, one, alert));
};

/** Whether an actor may know of it, by the rule of `maySee`. */
export const isSeen = ({ index }: Pick<Ground, 'index'>, actor: Actor, one: Rectification): boolean =>
  maySee(actor, one, index.indicator(one.indicator) ?? null);

const viewOf = (
  { index, clock }: Ground,
  actor: Actor,
  one: Rectification,
  alert: Alert,
): RectificationView => {
  const last = one.steps.at(-1);
  if (last === undefined) throw new Error(`rectification ${one.id} has no step`);
  const acts = actsFor(actor, one, alert);
  return {
    id: one.id,
    number: one.number,
    year: one.year,
    alert,
    state: last.state,
    owner: last.owner,
    dueOn: last.dueOn,
    light: deadlineLight(one.steps, clock.today(), deadlinesOf(index)),
    lateBy: latestStep(one.steps),
    acts,
    waitsForMe: acts.some((act) => waitingActs.has(act)),
    steps: one.steps,
  };
};

/** The acts that somebody is waited for; what one merely may say or hand on is not among them. */
const waitingActs: ReadonlySet<PersonalAct> = new Set<PersonalAct>(['sign', 'plan', 'hand-in', 'close']);

const everyAct = Object.keys(rectificationRules) as readonly PersonalAct[]; // the keys of the table

/** What the rules would let this actor do now, if everything that must be said is. */
const actsFor = (actor: Actor, one: Rectification, alert: Alert): readonly PersonalAct[] => {
  const last = one.steps.at(-1);
  const fixers = fixersOf(one);
  return everyAct.filter((act) => {
    const { by, from } = rectificationRules[act];
    if (last === undefined || !from.includes(last.state)) return false;
    if (!mayDo(operationOf(act), actor.role)) return false;
    if (act === 'lift' && isAlarm(alert.level)) return false;
    if (by === 'owner') return isOwner(actor, last.owner);
    return by === 'supervisor' || !fixers.has(actor.id);
  });
};

const nearestFirst = (one: RectificationView, other: RectificationView): number => {
  if (one.dueOn === null || other.dueOn === null) {
    if (one.dueOn !== other.dueOn) return one.dueOn === null ? 1 : -1;
    return closedAt(one) < closedAt(other) ? 1 : -1;
  }
  return one.dueOn === other.dueOn ? one.number - other.number : one.dueOn < other.dueOn ? -1 : 1;
};

const closedAt = ({ steps }: RectificationView): string => steps.at(-1)?.at ?? '';
