import type { AuditPage } from '@zhibiao/shared/access';
import { z } from 'zod';
import { procedure, router } from '../../trpc';
import { auditEntry } from './audit-entry';
import { auditFilterInput, questionOf } from './audit/audit-input';
import { verifyAudit } from './audit/verify-audit';

const pageSize = 100;

/** The auditor's view: search and verify. Nothing here, or anywhere, changes an entry. */
export const auditRouter = router({
  list: procedure('audit.read')
    .input(
      auditFilterInput.extend({
        cursor: z.int().min(1).optional(),
        // The client's library says which way it pages; there is but one.
        direction: z.literal('forward').optional(),
      }),
    )
    .query(async ({ ctx, input }): Promise<AuditPage> => {
      const { stores, clock, config } = ctx.services;
      const { from, until, event, person, object, outcome, cursor } = input;
      const filter = { from, until, event, person, object, outcome };
      const found = await stores.audit.list({
        ...questionOf(filter),
        ...(cursor === undefined ? {} : { before: cursor }),
        limit: pageSize,
      });
      // Reading is an act as well; it stands in the next page that is read.
      const after = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
      await stores.audit.append([auditEntry(ctx, clock.now(), { event: 'audit.read', after })]);
      const last = found.length === pageSize ? found.at(-1) : undefined;
      return { entries: found, next: last?.sequence ?? null, keepDays: config.auditKeepDays };
    }),
  // Called without a body, so no input is read.
  verify: procedure('audit.export').mutation(async ({ ctx }) => {
    const { stores, clock, auditHeads } = ctx.services;
    const verdict = await verifyAudit(stores.audit, auditHeads);
    const outcome = verdict.kind === 'whole' ? 'done' : 'failed';
    await stores.audit.append([
      auditEntry(ctx, clock.now(), { event: 'audit.verify', outcome, after: verdict }),
    ]);
    return verdict;
  }),
});
