import type { Reminder } from '../collection';
import type { ProgrammeIndex } from '../programme';
import { enReminders } from './en/reminders';
import type { Language } from './language';
import { periodText } from './period-text';
import { zhReminders } from './zh/reminders';

/** What a reminder says: a line for a list, and the whole message. */
export interface ReminderText {
  readonly title: string;
  readonly body: string;
}

/** Says who owes what by when, in the addressee's name; how it travels is not decided here. */
export const reminderText = (reminder: Reminder, index: ProgrammeIndex, language: Language): ReminderText => {
  const words = language === 'zh' ? zhReminders : enReminders;
  const { to, period, dueOn, daysLeft, owed } = reminder;
  const who = to.kind === 'unit' ? index.unit(to.unit) : index.department(to.department);
  const lines = owed.map(({ indicator, units }) => {
    const name = index.indicator(indicator)?.name[language] ?? indicator;
    // A unit knows who it is; a department is told whose figures are missing, unless they are the whole's.
    const others = units.filter((unit) => to.kind === 'department' && unit !== index.whole.code);
    return words.line(
      name,
      others.map((unit) => index.unit(unit)?.shortName[language] ?? unit),
    );
  });
  const count = owed.reduce((sum, { units }) => sum + units.length, 0);
  const said = {
    who: who?.name[language] ?? '',
    period: periodText(period, 'single', language, index.programme.yearStart),
    dueOn,
    count,
  };
  const title = daysLeft < 0 ? words.lateTitle(said) : words.soonTitle({ ...said, days: daysLeft });
  return { title, body: words.body({ ...said, title, lines, isLate: daysLeft < 0 }) };
};
