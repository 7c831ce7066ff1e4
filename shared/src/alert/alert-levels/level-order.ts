import type { AlertEvent, AlertLevel, AlertRule } from '../../statistics';

/** 红 橙 黄 蓝, most urgent first, and none. */
export const alertLevels: readonly AlertLevel[] = ['red', 'orange', 'yellow', 'blue', 'none'];

/** Negative when the first is the more urgent: for sorting, most urgent first. */
export const compareAlertLevels = (one: AlertLevel, other: AlertLevel): number =>
  alertLevels.indexOf(one) - alertLevels.indexOf(other);

/** What changed between two looks; blue is for the digest and opens nothing. */
export const eventBetween = (before: AlertLevel, after: AlertLevel): AlertEvent => {
  const was = isAlarm(before);
  const is = isAlarm(after);
  if (!was) return is ? 'opened' : 'unchanged';
  if (!is) return 'closed';
  const change = compareAlertLevels(after, before);
  return change < 0 ? 'escalated' : change > 0 ? 'deescalated' : 'unchanged';
};

/** Yellow or worse: someone is told. */
export const isAlarm = (level: AlertLevel): boolean => compareAlertLevels(level, 'yellow') <= 0;

/**
 * The level of one active rule beside the level of them all: its letter, but R1 and R2 of a part with a tiny
 * allowance are yellow (statistics.md i), which shows where nothing is red.
 */
export const ruleLevel = (rule: AlertRule, level: AlertLevel): Exclude<AlertLevel, 'none'> => {
  switch (rule.charAt(0)) {
    case 'R':
      return level === 'red' ? 'red' : 'yellow';
    case 'O':
      return 'orange';
    case 'Y':
      return 'yellow';
    default:
      return 'blue';
  }
};
