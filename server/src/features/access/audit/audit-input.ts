import { auditEvents } from '@zhibiao/shared/access';
import { z } from 'zod';
import type { AuditQuestion } from '../audit.store';

/** What an auditor may ask for; days are days of Asia/Shanghai, both included. */
export const auditFilterInput = z.strictObject({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  event: z.enum(auditEvents).optional(),
  /** Part of a name or account. */
  person: z.string().min(1).max(100).optional(),
  /** Beginning of the object. */
  object: z.string().min(1).max(100).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
});

/** What an auditor asks for, as it came in. */
export type AuditFilterInput = z.infer<typeof auditFilterInput>;

const dayMilliseconds = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** The same as the store is asked. */
export const questionOf = ({
  from,
  until,
  event,
  person,
  object,
  outcome,
}: AuditFilterInput): AuditQuestion => ({
  ...(from === undefined ? {} : { from: new Date(startOf(from)).toISOString() }),
  ...(until === undefined ? {} : { until: new Date(startOf(until) + dayMilliseconds).toISOString() }),
  ...(event === undefined ? {} : { events: [event] }),
  ...(person === undefined ? {} : { person }),
  ...(object === undefined ? {} : { object }),
  ...(outcome === undefined ? {} : { outcome }),
});
