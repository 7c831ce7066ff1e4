import { daysBetween, type PlainDate } from '../calendar';
import type { ProgrammeIndex } from '../programme';
import { reminderDays, type Reminder, type ReminderDay, type TaskReading } from './types';

/**
 * The reminders of a day: who owes what by when, five days and one day ahead and the day after. A unit hears of its own
 * figures; a department of what is reported for the whole, and the day after of every unit that is late with its
 * indicators. What waits for a reviewer is not asked for again. One reminder for each addressee, deadline and period.
 */
export const remindersOn = (
  index: ProgrammeIndex,
  readings: readonly TaskReading[],
  today: PlainDate,
): readonly Reminder[] => {
  const made = new Map<string, Draft>();
  for (const { task, state } of readings) {
    const daysLeft = dayOfReminder(daysBetween(today, task.dueOn));
    const isOwed = state.kind === 'open' || state.kind === 'due-soon' || state.kind === 'late';
    if (daysLeft === null || !isOwed) continue;
    for (const to of addresseesOf(index, task, daysLeft)) {
      const key = `${to.kind === 'unit' ? to.unit : to.department} ${to.kind} ${task.dueOn} ${task.period}`;
      const draft = made.get(key) ?? {
        to,
        daysLeft,
        dueOn: task.dueOn,
        period: task.period,
        owed: new Map<string, readonly string[]>(),
      };
      draft.owed.set(task.indicator, [...(draft.owed.get(task.indicator) ?? []), task.unit]);
      made.set(key, draft);
    }
  }
  return [...made.values()].map(({ owed, ...reminder }) => ({
    ...reminder,
    owed: [...owed].map(([indicator, units]) => ({ indicator, units })),
  }));
};

type Draft = Omit<Reminder, 'owed'> & { readonly owed: Map<string, readonly string[]> };

const dayOfReminder = (daysLeft: number): ReminderDay | null =>
  reminderDays.find((day) => day === daysLeft) ?? null;

const addresseesOf = (
  index: ProgrammeIndex,
  { unit, department }: TaskReading['task'],
  daysLeft: ReminderDay,
): readonly Reminder['to'][] => {
  const lead = { kind: 'department', department } as const;
  if (unit === index.whole.code) return [lead];
  return daysLeft < 0 ? [{ kind: 'unit', unit }, lead] : [{ kind: 'unit', unit }];
};
