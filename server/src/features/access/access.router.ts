import { demonstrationActors, passwordRules, roles, type DemonstrationActor } from '@zhibiao/shared/access';
import { ok } from '@zhibiao/shared/result';
import { z } from 'zod';
import {
  decline,
  noInput,
  orDecline,
  ownProcedure,
  procedure,
  publicProcedure,
  router,
  type RequestContext,
} from '../../trpc';
import { isServedSecurely } from '../../config';
import type { Services } from '../../services';
import { nameHashOf } from './attempts';
import { auditEntry } from './audit-entry';
import { holderOf } from './holder';
import { codeText, nameText, passwordInput, signInNameText, tokenText } from './inputs';
import { openLink } from './links';
import { changePassword } from './own-password';
import { beginFactor, confirmFactor, removeFactor } from './own-second-factor';
import { endSessions, listSessions } from './own-sessions';
import { setUp } from './set-up';
import { signIn, type SignedIn } from './sign-in';

/** Who can be signed in as: the demonstration's people; a live instance has none. */
const people = ({ config, index }: Services): readonly DemonstrationActor[] =>
  config.mode === 'demonstration' ? demonstrationActors(index.programme.departments, index.register) : [];

/** A live instance over plain HTTP says so on every page (reliability.md G3). */
const isInsecure = ({ config }: Services): boolean => config.mode === 'live' && !isServedSecurely(config);

/** A new session never takes over an old one's token: the old one ends (reliability.md E8, E16). */
const endPresent = async ({ services, session }: RequestContext): Promise<void> => {
  if (session !== null) await services.sessions.end(session);
};

/** What a page is told of a sign-in; the token goes into the cookie and nowhere else. */
const toldOf = async (ctx: RequestContext, signedIn: SignedIn) => {
  if (signedIn.kind !== 'in') return signedIn;
  await endPresent(ctx);
  ctx.setSession(signedIn.token);
  const { actor, duty, idle } = signedIn;
  return { kind: 'in', actor, duty, idle } as const;
};

/** Sign-in, sign-out, who is asking, and what everybody does with their own account. */
export const accessRouter = router({
  session: publicProcedure('session.read')
    .input(noInput)
    .query(({ ctx }) =>
      ctx.actor === null
        ? null
        : {
            actor: ctx.actor,
            mode: ctx.services.config.mode,
            insecure: isInsecure(ctx.services),
            today: ctx.services.clock.today(),
          },
    ),
  /** What the page before the door needs to know: kind of instance, and whether a duty waits. */
  entrance: publicProcedure('session.read')
    .input(noInput)
    .query(({ ctx }) => {
      const { config } = ctx.services;
      const { least, kinds, days } = passwordRules[config.passwordProfile];
      return {
        mode: config.mode,
        insecure: isInsecure(ctx.services),
        /** Address of the product as the operator gave it; links for others begin with it. */
        address: config.baseUrl,
        duty: ctx.duty,
        password: { least, kinds, days },
      };
    }),
  roles: publicProcedure('session.read')
    .input(noInput)
    .query(({ ctx }) => people(ctx.services)),
  signIn: publicProcedure('session.sign-in')
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(async ({ ctx, input }) => {
      const { services, address, requestId, browser } = ctx;
      const { sessions, clock, stores, key } = services;
      const found = people(services).find((person) => person.id === input.id);
      if (found === undefined) {
        const object = `account:name ${nameHashOf(key, input.id).slice(0, 16)}`;
        const act = { event: 'session.sign-in', object, outcome: 'refused' } as const;
        await stores.audit.append([auditEntry({ actor: null, address, requestId }, clock.now(), act)]);
        return decline({ code: 'access.unknown-role', role: input.id });
      }
      await endPresent(ctx);
      const { actor } = found;
      const { token, session } = sessions.draw({ accountId: actor.id, actor, duty: null, address, browser });
      const doer = { actor, address, requestId, session: session.tokenHash };
      const opened = await stores.transaction(async (within) => {
        await within.sessions.create(session);
        await within.audit.append([auditEntry(doer, clock.now(), { event: 'session.sign-in' })]);
        return ok(null);
      });
      orDecline(opened);
      ctx.setSession(token);
      return { actor };
    }),
  enter: publicProcedure('session.sign-in')
    .input(
      z.strictObject({
        name: z.string().max(200),
        password: passwordInput,
        code: codeText.optional(),
        role: z.enum(roles).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { services, address } = ctx;
      if (services.config.mode !== 'live') return decline({ code: 'access.no-passwords' });
      const { signIns } = services;
      if (!signIns.allow(address))
        return decline({ code: 'access.too-many-calls', perMinute: signIns.perMinute });
      return toldOf(ctx, orDecline(await signIn(services, ctx, input)));
    }),
  openLink: publicProcedure('session.use-link')
    .input(z.strictObject({ token: tokenText, code: codeText.optional() }))
    .mutation(async ({ ctx, input }) => {
      const { services, address } = ctx;
      const { signIns } = services;
      if (!signIns.allow(address))
        return decline({ code: 'access.too-many-calls', perMinute: signIns.perMinute });
      return toldOf(ctx, orDecline(await openLink(services, ctx, input)));
    }),
  setUp: publicProcedure('set-up.run')
    .input(
      z.strictObject({
        token: tokenText,
        sysadmin: z.strictObject({ signInName: signInNameText, name: nameText, password: passwordInput }),
        secadmin: z.strictObject({ signInName: signInNameText, name: nameText }),
      }),
    )
    .mutation(async ({ ctx, input }) => orDecline(await setUp(ctx.services, ctx, input))),
  // Called without a body, so no input is read: there is nothing that it could change.
  signOut: publicProcedure('session.sign-out').mutation(async ({ ctx }) => {
    const { services, session } = ctx;
    if (session !== null) {
      const ended = await services.stores.transaction(async (within) => {
        await within.sessions.delete(session);
        await within.audit.append([auditEntry(ctx, services.clock.now(), { event: 'session.sign-out' })]);
        return ok(null);
      });
      orDecline(ended);
      services.sessions.forget([session]);
    }
    ctx.setSession(null);
    return null;
  }),
  changePassword: ownProcedure('own.password')
    .input(z.strictObject({ current: passwordInput.optional(), next: passwordInput }))
    .mutation(async ({ ctx, input }) => {
      const holder = orDecline(await holderOf(ctx.services, ctx));
      const { token } = orDecline(await changePassword(ctx.services, holder, input));
      ctx.setSession(token);
      return { signedIn: token !== null };
    }),
  account: procedure('own.sessions')
    .input(noInput)
    .query(async ({ ctx }) => {
      const { services, accountId, session } = ctx;
      const account = accountId === null ? null : await services.stores.accounts.find(accountId);
      return {
        signInName: account?.signInName ?? null,
        passwordSetAt: account?.password?.setAt ?? null,
        secondFactor: account?.secondFactor?.confirmed === true,
        recoveryCodesLeft:
          account === null ? 0 : await services.stores.accounts.countRecoveryCodes(account.id),
        sessions: await listSessions(services, accountId ?? '', session),
      };
    }),
  endSessions: procedure('own.sessions')
    .input(z.strictObject({ which: z.string().regex(/^(?:others|[0-9a-f]{16})$/) }))
    .mutation(async ({ ctx, input }) => {
      const { services, accountId, session } = ctx;
      const what = { accountId: accountId ?? '', which: input.which, except: session };
      return orDecline(await endSessions(services, ctx, what));
    }),
  beginFactor: ownProcedure('own.second-factor')
    .input(z.strictObject({ password: passwordInput.optional() }))
    .mutation(async ({ ctx, input }) => {
      const holder = orDecline(await holderOf(ctx.services, ctx));
      return orDecline(await beginFactor(ctx.services, holder, input.password));
    }),
  confirmFactor: ownProcedure('own.second-factor')
    .input(z.strictObject({ code: codeText }))
    .mutation(async ({ ctx, input }) => {
      const holder = orDecline(await holderOf(ctx.services, ctx));
      const { token, recoveryCodes } = orDecline(await confirmFactor(ctx.services, holder, input.code));
      ctx.setSession(token);
      return { recoveryCodes, signedIn: token !== null };
    }),
  removeFactor: ownProcedure('own.second-factor')
    .input(z.strictObject({ password: passwordInput, code: codeText }))
    .mutation(async ({ ctx, input }) => {
      const holder = orDecline(await holderOf(ctx.services, ctx));
      return orDecline(await removeFactor(ctx.services, holder, input));
    }),
});
