import { dayOfInstant, daysBetween, type PlainDate } from '../calendar';
import type { CollectionTask, TaskAnswer, TaskState } from './types';

/** From so many days before the last one a task is due soon; the first reminder is written then. */
export const soonDays = 5;

/**
 * Where a task stands on a day: told by the figure that is there, or not. A late figure stays late after it has been
 * approved, and one that was withdrawn is owed again.
 */
export const taskState = (task: CollectionTask, answer: TaskAnswer | null, today: PlainDate): TaskState => {
  if (task.waived !== null) return { kind: 'waived' };
  if (answer !== null) {
    const days = Math.max(0, daysBetween(task.dueOn, dayOfInstant(answer.since)));
    if (answer.kind === 'waits') return { kind: 'waiting', days };
    return days === 0 ? { kind: 'done-on-time' } : { kind: 'done-late', days };
  }
  const daysLeft = daysBetween(today, task.dueOn);
  if (daysLeft < 0) return { kind: 'late', days: -daysLeft };
  if (today < task.opensOn) return { kind: 'not-open' };
  return daysLeft <= soonDays ? { kind: 'due-soon', daysLeft } : { kind: 'open', daysLeft };
};

/** States from what asks most of its reader to what asks nothing; the worst of several is what a cell shows. */
const order: readonly TaskState['kind'][] = [
  'late',
  'due-soon',
  'open',
  'waiting',
  'not-open',
  'done-late',
  'done-on-time',
  'waived',
];

/** Which of two states asks more: negative when the first does; of two that are late the longer one. */
export const compareStates = (one: TaskState, other: TaskState): number => {
  const byKind = order.indexOf(one.kind) - order.indexOf(other.kind);
  if (byKind !== 0) return byKind;
  return daysOf(other) - daysOf(one);
};

/** Days late; days left count as the fewer the worse. */
const daysOf = (state: TaskState): number => {
  switch (state.kind) {
    case 'late':
    case 'waiting':
    case 'done-late':
      return state.days;
    case 'open':
    case 'due-soon':
      return -state.daysLeft;
    case 'not-open':
    case 'waived':
    case 'done-on-time':
      return 0;
  }
};
