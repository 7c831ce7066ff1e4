import { alertFacts, type AlertFacts, type AlertStep } from './alert-facts';

/** Rules that may hold, strongest first within a letter: red, orange, yellow, blue (statistics.md i). */
export type AlertRule = 'B1' | 'B2' | 'O1' | 'O2' | 'O3' | 'R1' | 'R2' | 'R3' | 'Y1' | 'Y2' | 'Y3' | 'Y4';

/** 红 橙 黄 蓝, or none. */
export type AlertLevel = 'none' | 'blue' | 'yellow' | 'orange' | 'red';

/** What changed since the last look; only `opened` and `escalated` are worth a message. */
export type AlertEvent = 'opened' | 'escalated' | 'deescalated' | 'closed' | 'unchanged';

/** The state of alarm after a look: level and rules, in alphabetical order. */
export interface AlertState {
  readonly level: AlertLevel;
  readonly rules: readonly AlertRule[];
}

/**
 * The next state. Every rule has its own hysteresis: a rule that held before stays until its milder condition ends,
 * so `previous` must come from the look before, within the same span; null at its start. Rules that are `off` never hold.
 */
export function alertLevel(
  step: AlertStep,
  previous: AlertState | null,
  off: readonly AlertRule[] = [],
): AlertState & { readonly event: AlertEvent } {
  const facts = alertFacts(step);
  const rules = alertRules.filter(
    (rule) => !off.includes(rule) && conditions[rule](facts, previous?.rules.includes(rule) ?? false),
  );
  const level = rules.reduce<AlertLevel>((highest, rule) => higher(highest, levelOf(rule, facts)), 'none');
  return { level, rules, event: eventOf(previous?.level ?? 'none', level) };
}

/** Every rule, in alphabetical order. */
export const alertRules = [
  'B1',
  'B2',
  'O1',
  'O2',
  'O3',
  'R1',
  'R2',
  'R3',
  'Y1',
  'Y2',
  'Y3',
  'Y4',
] as const satisfies readonly AlertRule[];

/** Whether a rule holds now, given whether it held before. */
const conditions: Record<AlertRule, (facts: AlertFacts, held: boolean) => boolean> = {
  R1: (f) => f.unreachable,
  R2: (f) => f.final && f.short,
  R3: (f, held) =>
    f.judged &&
    ((held && f.short && f.p() < 0.01) ||
      (f.n >= 30 && f.failures >= 2 && f.p() < 0.001 && f.belowWilson998)),
  // 0.0091 is Pocock's constant for four looks at a one-sided 2.5 % (Biometrika 64:191, 1977).
  O1: (f, held) => f.judged && ((held && f.short && f.p() < 0.025) || (f.failures >= 2 && f.p() < 0.0091)),
  O2: (f) => f.planJudged && f.firm && f.allowed >= 3 && f.failures === f.allowed && f.pMeet() < 0.5,
  O3: (f, held) => f.outlookJudged && f.pMeet() < (held ? 0.25 : 0.1),
  Y1: (f) => f.planJudged && f.allowed >= 1 && f.failures >= 2 && f.burning && 2 * f.failures >= f.allowed,
  Y2: (f, held) => f.outlookJudged && f.pMeet() < (held ? 0.5 : 0.3),
  Y3: (f) => f.chartConcern,
  Y4: (f) => f.belowBenchmark,
  B1: (f) => f.periodShort,
  B2: (f) => f.periodMissing,
};

const ranks: Record<AlertLevel, number> = { none: 0, blue: 1, yellow: 2, orange: 3, red: 4 };

const higher = (a: AlertLevel, b: AlertLevel): AlertLevel => (ranks[b] > ranks[a] ? b : a);

function levelOf(rule: AlertRule, facts: AlertFacts): AlertLevel {
  switch (rule) {
    case 'R1':
    case 'R2':
      return facts.tiny() ? 'yellow' : 'red';
    case 'R3':
      return 'red';
    case 'O1':
    case 'O2':
    case 'O3':
      return 'orange';
    case 'Y1':
    case 'Y2':
    case 'Y3':
    case 'Y4':
      return 'yellow';
    case 'B1':
    case 'B2':
      return 'blue';
  }
}

function eventOf(before: AlertLevel, after: AlertLevel): AlertEvent {
  const was = ranks[before] >= ranks.yellow;
  const is = ranks[after] >= ranks.yellow;
  if (!was) return is ? 'opened' : 'unchanged';
  if (!is) return 'closed';
  return ranks[after] > ranks[before]
    ? 'escalated'
    : ranks[after] < ranks[before]
      ? 'deescalated'
      : 'unchanged';
}
