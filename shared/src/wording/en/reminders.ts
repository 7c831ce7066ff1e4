import type { zhReminders } from '../zh/reminders';
import { many } from './many';

/** What reminders of the reporting calendar say in English. */
export const enReminders: typeof zhReminders = {
  soonTitle: ({ period, dueOn, count, days }) =>
    `${period}: ${many(count, 'figure')} owed, due in ${many(days, 'day')} (${dueOn})`,
  lateTitle: ({ period, dueOn, count }) => `${period}: ${many(count, 'figure')} overdue since ${dueOn}`,
  line: (name, units) => (units.length === 0 ? name : `${name}: ${units.join(', ')}`),
  body: ({ who, title, lines, isLate }) =>
    `${who}\n${title}.\n${lines.map((line, place) => `${place + 1}. ${line}`).join('\n')}\n${
      isLate
        ? 'Please report them now; where nothing happened, report 0 inspected and say so.'
        : 'Fetch the template under Submissions, fill it in and upload it.'
    }`,
};
