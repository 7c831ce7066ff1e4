import type { Instant, PlainDate } from '../calendar';
import type { DepartmentCode, IndicatorCode, Text, UnitCode } from '../programme';
import type { AlertLevel } from '../statistics';

/** Where a rectification stands: 新预警, 已签收, 整改中, 待复核, 已销号. The level of its alert is another matter. */
export const rectificationStates = ['new', 'signed-for', 'under-way', 'to-verify', 'closed'] as const;

/** One of them. */
export type RectificationState = (typeof rectificationStates)[number];

/** What somebody does to a rectification; `open` and `reopen` are done by a publication. */
export const rectificationActs = [
  'open',
  'reopen',
  'sign',
  'hand-over',
  'explain',
  'comment',
  'plan',
  'hand-in',
  'return',
  'close',
  'lift',
] as const;

/** One of them. */
export type RectificationAct = (typeof rectificationActs)[number];

/** An act of a person. */
export type PersonalAct = Exclude<RectificationAct, 'open' | 'reopen'>;

/** Who must answer: a county or zone for itself, a department for the whole. */
export type RectificationOwner =
  | { readonly kind: 'unit'; readonly unit: UnitCode }
  | { readonly kind: 'department'; readonly department: DepartmentCode };

/** One thing that the owner means to do, and by when. */
export interface Measure {
  readonly what: string;
  readonly by: PlainDate;
}

/** Batches inspected again after the measures: 0 ≤ passes ≤ total, total ≥ 1. */
export interface Retest {
  readonly passes: number;
  readonly total: number;
}

/** A file that proves what was done; kept whole under its hash, never shown in a page. */
export interface Evidence {
  /** As its sender called it, cleaned: a label. */
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What the ledger as published says of the indicator at the moment of a step. */
export interface Finding {
  readonly level: AlertLevel;
  /** Display text of the figure without its unit; null without a figure. */
  readonly rateText: string | null;
}

/** What was said with a step; what does not belong to the act is left out. */
export interface StepSaid {
  readonly text?: string;
  readonly measures?: readonly Measure[];
  readonly retest?: Retest;
  /** Of an explanation that brings files; then it needs no text. */
  readonly evidence?: readonly Evidence[];
}

/** One entry of a rectification's life; never changed or deleted. */
export interface RectificationStep {
  readonly act: RectificationAct;
  /** The state after it. */
  readonly state: RectificationState;
  readonly owner: RectificationOwner;
  /** Last day of that state; null once closed. */
  readonly dueOn: PlainDate | null;
  readonly at: Instant;
  /** Account id and name of who did it, as of that day; null for a publication. */
  readonly by: { readonly id: string; readonly name: Text } | null;
  readonly said: StepSaid;
  /** The alert as it stood. */
  readonly finding: Finding;
}

/** The owner's answer to one alert, from the alarm to its closing; one for each indicator, unit and year. */
export interface Rectification {
  /** By which it is asked for from outside. */
  readonly id: string;
  /** 1, 2, 3 … within its year: 编号. */
  readonly number: number;
  readonly alert: number;
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  /** Oldest first; the first is `open`. */
  readonly steps: readonly RectificationStep[];
}
