import { disableIdleAccounts } from './features/access';
import { faultLog } from './http/fault-log';
import type { Services } from './services';

const hour = 3_600_000;

/**
 * Looks now and then, by the handed-in clock, for accounts that nobody uses any more. A demonstration has none.
 * Answers how to stop it.
 */
export const idleTimer = (services: Services): (() => void) => {
  if (services.config.mode !== 'live') return () => undefined;
  const look = (): void => {
    disableIdleAccounts(services).catch((error: unknown) => faultLog('', 'idle-accounts', error));
  };
  look();
  const timer = setInterval(look, hour);
  timer.unref();
  return () => clearInterval(timer);
};
