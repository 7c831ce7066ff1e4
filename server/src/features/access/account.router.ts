import { roles, securityPolicySchema, secondFactorCandidates } from '@zhibiao/shared/access';
import { z } from 'zod';
import { noInput, orDecline, procedure, router } from '../../trpc';
import { accountIdText, nameText, passwordInput, signInNameText } from './inputs';
import { listAccounts } from './list-accounts';
import {
  createAccount,
  dropFactor,
  enableAccount,
  endSessionsOf,
  grantRoles,
  setPolicy,
  startLink,
  unlockAccount,
} from './manage-account';
import { needsAccounts, stepUp } from './step-up';

const one = z.strictObject({ id: accountIdText });
const code = z.string().max(60);
const grant = z.strictObject({
  role: z.enum(roles),
  departments: z.array(code).max(100),
  unit: code.nullable(),
});

/** People and what they may do: the system administrator makes accounts, the security administrator grants. */
export const accountRouter = router({
  list: procedure('account.list')
    .input(noInput)
    .query(({ ctx }) => listAccounts(ctx.services, ctx.actor)),
  create: procedure('account.create')
    .input(z.strictObject({ signInName: signInNameText, name: nameText }))
    .mutation(async ({ ctx, input }) => {
      needsAccounts(ctx);
      return orDecline(await createAccount(ctx.services, ctx, input));
    }),
  enable: procedure('account.enable')
    .input(z.strictObject({ id: accountIdText, enabled: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      needsAccounts(ctx);
      return orDecline(await enableAccount(ctx.services, ctx, input));
    }),
  startLink: procedure('account.link')
    .input(one)
    .mutation(async ({ ctx, input }) => {
      needsAccounts(ctx);
      return { token: orDecline(await startLink(ctx.services, ctx, input.id)) };
    }),
  grant: procedure('account.grant')
    .input(
      z.strictObject({
        id: accountIdText,
        grants: z.array(grant).max(roles.length),
        password: passwordInput,
      }),
    )
    .mutation(async ({ ctx, input: { id, grants, password } }) => {
      await stepUp(ctx, password);
      return orDecline(await grantRoles(ctx.services, ctx, { id, grants }));
    }),
  unlock: procedure('account.unlock')
    .input(one)
    .mutation(async ({ ctx, input }) => {
      needsAccounts(ctx);
      return orDecline(await unlockAccount(ctx.services, ctx, input.id));
    }),
  dropFactor: procedure('account.unlock')
    .input(z.strictObject({ id: accountIdText, password: passwordInput }))
    .mutation(async ({ ctx, input: { id, password } }) => {
      await stepUp(ctx, password);
      return orDecline(await dropFactor(ctx.services, ctx, id));
    }),
  endSessions: procedure('account.end-sessions')
    .input(one)
    .mutation(async ({ ctx, input }) => {
      needsAccounts(ctx);
      return orDecline(await endSessionsOf(ctx.services, ctx, input.id));
    }),
  policy: procedure('policy.set')
    .input(noInput)
    .query(({ ctx }) => ({
      policy: ctx.services.policy.current(),
      profile: ctx.services.config.passwordProfile,
      candidates: secondFactorCandidates,
    })),
  setPolicy: procedure('policy.set')
    .input(z.strictObject({ policy: securityPolicySchema, password: passwordInput }))
    .mutation(async ({ ctx, input: { policy, password } }) => {
      await stepUp(ctx, password);
      return orDecline(await setPolicy(ctx.services, ctx, policy));
    }),
});
