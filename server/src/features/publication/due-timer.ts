import { faultLog } from '../../http/fault-log';
import type { LiveEvents } from '../../http/live-events';
import { bringRectificationsUpToDate } from '../rectification';
import { publishDue } from './plan-publication';
import type { PublishGround } from './publish';

const milliseconds = 5_000;

/**
 * Does what nobody asks for but the handed-in clock, each time it is called: makes the planned publication whose time
 * has come, and judges the alerts anew on a new business day, for some rules hold by the calendar alone (a year that
 * is final, a figure that is overdue). Answers the number of the publication made; null where none was due.
 */
export const doDue = (ground: PublishGround): (() => Promise<number | null>) => {
  const publish = publishDue(ground);
  let judgedOn: string | null = null;
  return async () => {
    const number = await publish();
    const today = ground.clock.today();
    if (today !== judgedOn) {
      // Asked again a moment later where the database was busy.
      judgedOn = (await bringRectificationsUpToDate(ground)) ? today : null;
    }
    return number;
  };
};

/** Does every few seconds what is due, and tells open pages of a publication. Answers how to stop it. */
export const dueTimer = (ground: PublishGround, events: LiveEvents): (() => void) => {
  const due = doDue(ground);
  let working = false;
  const look = (): void => {
    if (working) return;
    working = true;
    due()
      .then((number) => {
        if (number !== null) events.published(number);
      })
      .catch((error: unknown) => faultLog('', 'due-timer', error))
      .finally(() => {
        working = false;
      });
  };
  const timer = setInterval(look, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};
