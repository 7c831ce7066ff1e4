import type { Instant, PeriodCode, PlainDate } from '../calendar';
import type { DepartmentCode, IndicatorCode, Text, UnitCode } from '../programme';

/** One figure that is owed: an indicator of a reporting unit for one of the indicator's own periods. */
export interface CollectionTask {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  /** The department that leads the indicator. */
  readonly department: DepartmentCode;
  /** First day on which it can be reported. */
  readonly opensOn: PlainDate;
  /** Last day on which it is on time. */
  readonly dueOn: PlainDate;
  /** Why this unit owes nothing; null where it owes. */
  readonly waived: Text | null;
}

/** When the figure of a task was first there. */
export type TaskAnswer =
  /** In the ledger, and it stands: first submitted, or recorded where nobody submitted. */
  | { readonly kind: 'stands'; readonly since: Instant }
  /** Handed to the reviewers and not decided. */
  | { readonly kind: 'waits'; readonly since: Instant };

/** Where a task stands on a day. It is told by figures alone: there is no button that says done. */
export type TaskState =
  | { readonly kind: 'waived' }
  | { readonly kind: 'not-open' }
  /** Whole days left until the last one, 0 on the last day itself. */
  | { readonly kind: 'open'; readonly daysLeft: number }
  | { readonly kind: 'due-soon'; readonly daysLeft: number }
  /** Days since the last one, 1 or more. */
  | { readonly kind: 'late'; readonly days: number }
  /** With the reviewers; `days` after the last day it was handed in, 0 when on time. */
  | { readonly kind: 'waiting'; readonly days: number }
  | { readonly kind: 'done-on-time' }
  | { readonly kind: 'done-late'; readonly days: number };

/** A task and where it stands. */
export interface TaskReading {
  readonly task: CollectionTask;
  readonly state: TaskState;
}

/** How many tasks stand where. */
export interface Progress {
  /** Tasks that are owed and open or past: without those waived and those not open yet. */
  readonly owed: number;
  /** Of these, figures that stand in the ledger. */
  readonly done: number;
  /** Of these, figures that wait for a reviewer. */
  readonly waiting: number;
  /** Of these, past their last day with no figure. */
  readonly late: number;
  /** Tasks that are decided: figure there, or past the last day. */
  readonly decided: number;
  /** Of these, the figure was there on the last day. */
  readonly onTime: number;
}

/** When a reminder is written, in days before the last day; -1 is the day after. */
export const reminderDays = [5, 1, -1] as const;

/** One of the three days on which somebody is reminded. */
export type ReminderDay = (typeof reminderDays)[number];

/** What one addressee is told on a day: what they owe by when. Delivery is somebody else's work. */
export interface Reminder {
  readonly to:
    | { readonly kind: 'unit'; readonly unit: UnitCode }
    | { readonly kind: 'department'; readonly department: DepartmentCode };
  readonly daysLeft: ReminderDay;
  readonly dueOn: PlainDate;
  readonly period: PeriodCode;
  /** In the order of the programme; for a department, with the units that owe them. */
  readonly owed: readonly { readonly indicator: IndicatorCode; readonly units: readonly UnitCode[] }[];
}
