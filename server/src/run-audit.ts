import type { Config } from './config';
import {
  auditEntry,
  auditIntegrity,
  auditStart,
  auditStop,
  forwardEntries,
  sentUpTo,
  theProgram,
  watchClock,
  type DenialLog,
  type Forwarding,
} from './features/access';
import { faultLog } from './http/fault-log';
import type { Instance } from './open-instance';

/** What the audit trail does while a server runs. */
export interface RunningAudit {
  /** Writes down what is left and that the server stops. */
  readonly stop: () => Promise<void>;
}

const minute = 60_000;

/**
 * Writes down that a server has started, checks the trail in the background, sends entries on, watches the clock,
 * and counts denials minute by minute until it stops.
 */
export const runAudit = async (
  config: Config,
  { storage, clock, auditHeads }: Instance,
  denials: DenialLog,
  version: string,
): Promise<RunningAudit> => {
  const { audit } = storage.stores;
  const now = () => clock.now();
  const forwarding = config.auditForward === null ? null : await forwardTo(config.auditForward, storage, now);
  storage.onAudited((head) => forwarding?.note(head));
  // The fixed clock of a demonstration stands still, which is no jump.
  const look =
    config.fixedClock === null
      ? watchClock({ audit, now, milliseconds: () => performance.now() })
      : () => Promise.resolve();
  await look();
  await auditStart(audit, now(), { version, mode: config.mode });
  const failed = (error: unknown): void => faultLog('', 'audit', error);
  const integrity = auditIntegrity(audit, auditHeads, now).catch(failed);
  let everyMinute = Promise.resolve();
  const timer = setInterval(() => {
    everyMinute = denials.flush().then(look).catch(failed);
  }, minute);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await integrity;
      await everyMinute;
      await denials.flush(true);
      await auditStop(audit, now()).catch(failed);
      await forwarding?.close();
    },
  };
};

const forwardTo = async (
  file: string,
  { stores: { audit } }: Instance['storage'],
  now: () => string,
): Promise<Forwarding> =>
  forwardEntries({
    file,
    audit,
    from: (await sentUpTo(file, audit)) ?? (await audit.head()).sequence,
    changed: (state, error) => {
      if (state === 'lost') faultLog('', 'audit-forward', error);
      const act =
        state === 'lost'
          ? ({ event: 'audit.forward-lost', outcome: 'failed' } as const)
          : { event: 'audit.forward-back' };
      audit
        .append([auditEntry(theProgram, now(), act)])
        .catch((fault: unknown) => faultLog('', 'audit-forward', fault));
    },
  });
