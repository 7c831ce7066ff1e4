import { z } from 'zod';
import { decline, noInput, orDecline, procedure, router } from '../../trpc';
import { createToken, listTokens, mostTokenDays, revokeToken } from './api-tokens';
import { accountIdText, passwordInput } from './inputs';
import { stepUp } from './step-up';

const label = z.string().trim().min(1).max(100);
const days = z.int().min(1).max(mostTokenDays);
const id = z.string().regex(/^[0-9a-f]{32}$/);

/** Tokens for programs: one's own, and those that the security administrator makes and ends for others. */
export const tokenRouter = router({
  own: procedure('token.own')
    .input(noInput)
    .query(({ ctx }) => listTokens(ctx.services, ctx.actor.id)),
  create: procedure('token.own')
    .input(z.strictObject({ label, days }))
    .mutation(async ({ ctx, input }) =>
      orDecline(
        await createToken(ctx.services, ctx, { ...input, owner: ctx.actor.id, role: ctx.actor.role }),
      ),
    ),
  revoke: procedure('token.own')
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) =>
      orDecline(await revokeToken(ctx.services, ctx, { id: input.id, owner: ctx.actor.id })),
    ),
  ofAccount: procedure('token.of-others')
    .input(z.strictObject({ account: accountIdText }))
    .query(({ ctx, input }) => listTokens(ctx.services, input.account)),
  issue: procedure('token.of-others')
    .input(z.strictObject({ account: accountIdText, label, days, password: passwordInput }))
    .mutation(async ({ ctx, input: { account: owner, password, ...wish } }) => {
      await stepUp(ctx, password);
      const account = await ctx.services.stores.accounts.find(owner);
      if (account === null) return decline({ code: 'access.unknown-account' });
      const reporter = account.grants.find(({ role }) => role === 'statistician' || role === 'county');
      const role = reporter?.role ?? 'leader';
      return orDecline(await createToken(ctx.services, ctx, { ...wish, owner, role }));
    }),
  end: procedure('token.of-others')
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) =>
      orDecline(await revokeToken(ctx.services, ctx, { id: input.id, owner: null })),
    ),
});
