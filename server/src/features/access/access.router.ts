import { demonstrationActors, type DemonstrationActor } from '@zhibiao/shared/access';
import { z } from 'zod';
import { decline, noInput, publicProcedure, router } from '../../trpc';
import type { Services } from '../../services';
import { auditEntry } from './audit-entry';

/** Who can be signed in as: the demonstration's people; a live instance has none. */
const people = ({ config, index }: Services): readonly DemonstrationActor[] =>
  config.mode === 'demonstration' ? demonstrationActors(index.programme.departments, index.register) : [];

/** Sign-in, sign-out and who is asking. */
export const accessRouter = router({
  session: publicProcedure('session.read')
    .input(noInput)
    .query(({ ctx }) =>
      ctx.actor === null
        ? null
        : { actor: ctx.actor, mode: ctx.services.config.mode, today: ctx.services.clock.today() },
    ),
  roles: publicProcedure('session.read')
    .input(noInput)
    .query(({ ctx }) => people(ctx.services)),
  signIn: publicProcedure('session.sign-in')
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(async ({ ctx, input }) => {
      const { services, address, requestId } = ctx;
      const { sessions, clock, stores } = services;
      const found = people(services).find((person) => person.id === input.id);
      if (found === undefined) return decline({ code: 'access.unknown-role', role: input.id });
      if (ctx.session !== null) {
        await sessions.end(ctx.session);
        services.events.endSession(ctx.session);
      }
      const token = await sessions.open(found.actor);
      const doer = { actor: found.actor, address, requestId };
      await stores.audit.append([auditEntry(doer, clock.now(), { event: 'session.sign-in' })]);
      ctx.setSession(token);
      return { actor: found.actor };
    }),
  // Called without a body, so no input is read: there is nothing that it could change.
  signOut: publicProcedure('session.sign-out').mutation(async ({ ctx }) => {
    const { services, session } = ctx;
    if (session !== null) {
      await services.sessions.end(session);
      services.events.endSession(session);
      await services.stores.audit.append([
        auditEntry(ctx, services.clock.now(), { event: 'session.sign-out' }),
      ]);
    }
    ctx.setSession(null);
    return null;
  }),
});
