import { faultLog } from '../../http/fault-log';
import type { LiveEvents } from '../../http/live-events';
import { publishDue } from './plan-publication';
import type { PublishGround } from './publish';

const milliseconds = 5_000;

/** Makes planned publications when the handed-in clock says that their time has come. Answers how to stop it. */
export const publicationTimer = (ground: PublishGround, events: LiveEvents): (() => void) => {
  const due = publishDue(ground);
  let working = false;
  const look = (): void => {
    if (working) return;
    working = true;
    due()
      .then((number) => {
        if (number !== null) events.published(number);
      })
      .catch((error: unknown) => faultLog('', 'publication-timer', error))
      .finally(() => {
        working = false;
      });
  };
  const timer = setInterval(look, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};
