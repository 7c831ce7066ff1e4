import type { PlainDate } from '../../calendar';
import type { IndicatorCode, UnitCode } from '../../programme';
import {
  alertLevel,
  type AlertEvent,
  type AlertLevel,
  type AlertRule,
  type AlertState as RuleState,
} from '../../statistics';
import type { AlertLook, FinishedStep } from './alert-look';
import { compareAlertLevels, eventBetween, ruleLevel } from './level-order';

/**
 * What must be remembered between looks, one for each indicator, unit and year: the rules that held, which stay on
 * milder conditions than they enter on. Plain values, to be stored as JSON.
 */
export interface AlertMemory {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  readonly asOf: PlainDate;
  readonly state: RuleState;
  /** What the look at `asOf` was judged from, so that the same look again gives the same answer. */
  readonly before: RuleState | null;
}

/** What a look says. */
export interface AlertReading {
  readonly level: AlertLevel;
  /** Active rules, most urgent first, each with its own level. */
  readonly rules: readonly { readonly rule: AlertRule; readonly level: Exclude<AlertLevel, 'none'> }[];
  /** Against what was known before; only `opened` and `escalated` are worth a message. */
  readonly event: AlertEvent;
  readonly memory: AlertMemory;
}

/**
 * The level of alarm after a look (statistics.md i). Idempotent for the same day: a revision within the newest period
 * is judged from where that period began, and its event is told against what was last said. Every year begins anew.
 * A look older than the memory changes nothing: after a revision of an earlier period replay its year. Rules that
 * are `off` never hold.
 */
export const alertReading = (
  look: AlertLook,
  memory: AlertMemory | null,
  off: readonly AlertRule[] = [],
): AlertReading => {
  const known = memory !== null && memory.year === look.year ? memory : null;
  if (known !== null && known.asOf > look.asOf) return readingOf(known.state, 'unchanged', known);
  const before = known === null ? null : known.asOf === look.asOf ? known.before : known.state;
  const { level, rules } = stateAfter(look, before, off);
  const { indicator, unit, year, asOf } = look;
  const state = { level, rules };
  const event = eventBetween(known?.state.level ?? 'none', level);
  return readingOf(state, event, { indicator, unit, year, asOf, state, before });
};

/** Replays the looks of one indicator, unit and year, oldest first: what is said at each of them. */
export const alertsOfYear = (
  looks: readonly AlertLook[],
  off: readonly AlertRule[] = [],
): readonly AlertReading[] => {
  const readings: AlertReading[] = [];
  for (const look of looks) readings.push(alertReading(look, readings.at(-1)?.memory ?? null, off));
  return readings;
};

const stateAfter = ({ facts }: AlertLook, before: RuleState | null, off: readonly AlertRule[]): RuleState => {
  if (facts.kind === 'finished') return finishedState(facts.step, off);
  const state = alertLevel(facts.step, before, off);
  if (!facts.closedShort || state.rules.includes('R2') || off.includes('R2')) return state;
  // The policy asks every leg of a closed year; the number alone, which is reached, does not close it.
  return { level: 'red', rules: [...state.rules, 'R2' as const].sort() };
};

const readingOf = ({ level, rules }: RuleState, event: AlertEvent, memory: AlertMemory): AlertReading => ({
  level,
  rules: rules
    .map((rule) => ({ rule, level: ruleLevel(rule, level) }))
    .sort((one, other) => compareAlertLevels(one.level, other.level)),
  event,
  memory,
});

/** Rules that need no counts; in alphabetical order like the others. */
const finishedState = (step: FinishedStep, off: readonly AlertRule[]): RuleState => {
  const held: readonly (readonly [AlertRule, boolean])[] = [
    ['B1', step.periodShort],
    ['B2', step.periodMissing],
    ['R1', step.asksAll && step.short],
    ['R2', step.final && step.short],
    ['Y3', step.chartConcern],
    ['Y4', step.belowBenchmark],
  ];
  const rules = held.filter(([rule, holds]) => holds && !off.includes(rule)).map(([rule]) => rule);
  const level = rules
    .map((rule) => ruleLevel(rule, 'red'))
    .reduce<AlertLevel>((worst, one) => (compareAlertLevels(one, worst) < 0 ? one : worst), 'none');
  return { level, rules };
};
