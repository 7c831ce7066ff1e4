import type { Instant } from '@zhibiao/shared/calendar';
import type { AuditStore } from '../audit.store';
import { auditEntry, theProgram } from '../audit-entry';
import { verifyAudit } from './verify-audit';

/** What runs, from where. */
export interface RunningProgram {
  readonly version: string;
  readonly mode: string;
}

/** Writes down that the program began, and that it is another version than the last time. */
export const auditStart = async (
  audit: AuditStore,
  at: Instant,
  { version, mode }: RunningProgram,
): Promise<void> => {
  const [last] = await audit.list({ limit: 1, events: ['system.start'] });
  const earlier = last === undefined ? null : versionIn(last.after);
  const changed = earlier !== null && earlier !== version;
  await audit.append([
    auditEntry(theProgram, at, { event: 'system.start', after: { version, mode } }),
    ...(changed
      ? [
          auditEntry(theProgram, at, {
            event: 'system.version',
            before: { version: earlier },
            after: { version },
          }),
        ]
      : []),
  ]);
};

const versionIn = (after: string | null): string | null => {
  const state: unknown = after === null ? null : JSON.parse(after);
  const version: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'version') : null;
  return typeof version === 'string' ? version : null;
};

/** Writes down that the program ends as it should; after a crash there is no such entry. */
export const auditStop = async (audit: Pick<AuditStore, 'append'>, at: Instant): Promise<void> => {
  await audit.append([auditEntry(theProgram, at, { event: 'system.stop' })]);
};

/** Checks the whole trail and writes down what is broken; a trail that is whole leaves no entry. */
export const auditIntegrity = async (
  audit: Pick<AuditStore, 'after' | 'append'>,
  headsFile: string,
  now: () => Instant,
): Promise<void> => {
  const verdict = await verifyAudit(audit, headsFile);
  if (verdict.kind === 'whole') return;
  await audit.append([
    auditEntry(theProgram, now(), { event: 'system.integrity', outcome: 'failed', after: verdict }),
  ]);
};
