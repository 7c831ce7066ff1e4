import type { TaskState } from '@zhibiao/shared/collection';
import type { Words } from '../../ui/words';

/** A day of the running year as its month and day, `10-10`: cells are narrow, and the year stands above them. */
export const shortDay = (day: string): string => day.slice(5);

/** Where a task stands, in a word or two. */
export const stateText = ({ say }: Pick<Words, 'say'>, state: TaskState, dueOn: string): string => {
  switch (state.kind) {
    case 'waived':
      return say('collection.s.waived');
    case 'not-open':
      return say('collection.s.notOpen');
    case 'open':
      return say('collection.s.open', { day: shortDay(dueOn) });
    case 'due-soon':
      return say('collection.s.dueSoon', { days: state.daysLeft });
    case 'late':
      return say('collection.s.late', { days: state.days });
    case 'waiting':
      return say('collection.s.waiting');
    case 'done-on-time':
      return say('collection.s.onTime');
    case 'done-late':
      return say('collection.s.doneLate', { days: state.days });
  }
};

/** The same with how late it was handed in, where there is room. */
export const fullStateText = (words: Pick<Words, 'say'>, state: TaskState, dueOn: string): string =>
  state.kind === 'waiting' && state.days > 0
    ? words.say('collection.s.waitingLate', { days: state.days })
    : stateText(words, state, dueOn);

/** A share of counts as whole percent that never says 100 before it is true, nor 0; null without any. */
export const shareText = (part: number, whole: number): string | null => {
  if (whole === 0) return null;
  const percent = Math.round((part / whole) * 100);
  if (part < whole && percent === 100) return '99%';
  if (part > 0 && percent === 0) return '1%';
  return `${percent}%`;
};
