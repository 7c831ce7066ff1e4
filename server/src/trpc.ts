import { initTRPC, TRPCError } from '@trpc/server';
import { dutyAllows, mayDo, type Actor, type Duty, type Operation } from '@zhibiao/shared/access';
import type { Refusal, RefusalCode, Result } from '@zhibiao/shared/result';
import { z } from 'zod';
import { faultLog } from './http/fault-log';
import { RefusalError } from './refusal-error';
import { statusOfRefusal } from './refusal-status';
import type { Services } from './services';
import { storageRefusal } from './storage-refusal';

/** What a procedure knows of who asks. Never filled from the input. */
export interface RequestContext {
  readonly services: Services;
  readonly actor: Actor | null;
  /** What somebody signed in must do first; there is no actor until it is done. */
  readonly duty: Duty | null;
  /** Whose session it is; null without one. */
  readonly accountId: string | null;
  /** Hash of the session token; null without a session. */
  readonly session: string | null;
  readonly requestId: string;
  readonly address: string;
  /** What the browser calls itself, at most 200 characters. */
  readonly browser: string;
  /** Sets or ends the session cookie of this answer. */
  readonly setSession: (token: string | null) => void;
}

/** Every procedure names its row in the table of who may do what. */
export interface ProcedureMeta {
  readonly operation: Operation;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      // The text of a fault stays in the log: names of tables and paths are nobody's business (M1).
      message: error.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        requestId: ctx?.requestId ?? null,
        refusal: error.cause instanceof RefusalError ? error.cause.refusal : null,
      },
    }),
  });

/** Builds routers. */
export const router = t.router;

/** Throws a refusal as the error that tRPC turns into a status and `data.refusal`. */
export const decline = (refusal: Refusal): never => {
  throw new TRPCError({ code: statusOfRefusal[refusal.code], cause: new RefusalError(refusal) });
};

/** The value of a result, or its refusal thrown for the edge. */
export const orDecline = <T>(result: Result<T, Refusal>): T =>
  result.ok ? result.value : decline(result.refusal);

/** Failures that are written down where they arise, with what little may be known of who tried (I8). */
const auditedAtHome: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'access.sign-in-failed',
  'access.code-wrong',
  'access.wrong-password',
  'access.unknown-role',
]);

/** Not theirs looks as if it were not there; the trail tells them apart by what was asked for. */
const notThere: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'submission.unknown',
  'rectification.unknown',
  'access.link-gone',
  'access.unknown-account',
  'access.unknown-token',
]);

/** Whether the rules said no to the person, not to what they typed. */
const isDenial = ({ code }: Refusal): boolean => {
  const status = statusOfRefusal[code];
  return (
    (status === 'UNAUTHORIZED' || status === 'FORBIDDEN' || notThere.has(code)) && !auditedAtHome.has(code)
  );
};

/**
 * Why somebody may not pass the door of an operation, or null. A session with a duty opens that duty alone,
 * whatever the role would allow (reliability.md E4).
 */
export const refusedAtDoor = (
  { actor, duty }: Pick<RequestContext, 'actor' | 'duty'>,
  operation: Operation,
): Refusal | null => {
  if (duty !== null) return dutyAllows(duty, operation) ? null : { code: 'access.duty-first', duty };
  if (mayDo(operation, actor?.role ?? null)) return null;
  return actor === null ? { code: 'access.not-signed-in' } : { code: 'access.not-allowed', operation };
};

const guarded = t.procedure.use(async ({ ctx, meta, next, path }) => {
  if (meta === undefined) throw new Error(`procedure ${path} names no operation`);
  const { operation } = meta;
  const { calls, denials } = ctx.services;
  const deny = async (refused: Refusal): Promise<never> => {
    await denials.record(ctx, { operation, refusal: refused });
    return decline(refused);
  };
  if (!calls.allow(ctx.session ?? ctx.address)) {
    await deny({ code: 'access.too-many-calls', perMinute: calls.perMinute });
  }
  const refused = refusedAtDoor(ctx, operation);
  if (refused !== null) await deny(refused);
  const answer = await next();
  const cause = answer.ok ? null : answer.error.cause;
  if (cause instanceof RefusalError && isDenial(cause.refusal)) {
    await denials.record(ctx, { operation, refusal: cause.refusal });
  }
  const refusal = answer.ok ? null : storageRefusal(answer.error.cause);
  if (refusal === null || answer.ok) return answer;
  faultLog(ctx.requestId, path, answer.error);
  return decline(refusal);
});

/** The input of a procedure that asks for none; anything sent to it is refused. */
export const noInput = z.undefined();

/** A procedure that anyone may call; it still names its operation. */
export const publicProcedure = (operation: Operation) => guarded.meta({ operation });

/** A procedure for someone signed in whose role the table allows. */
export const procedure = (operation: Operation) =>
  guarded.meta({ operation }).use(({ ctx, next }) => {
    if (ctx.actor === null || ctx.session === null) return decline({ code: 'access.not-signed-in' });
    return next({ ctx: { ...ctx, actor: ctx.actor, session: ctx.session } });
  });

/** A procedure for the holder of a session, be it one that has a duty first: the actor may be null. */
export const ownProcedure = (operation: Operation) =>
  guarded.meta({ operation }).use(({ ctx, next }) => {
    const { session, accountId } = ctx;
    if (session === null || accountId === null) return decline({ code: 'access.not-signed-in' });
    return next({ ctx: { ...ctx, session, accountId } });
  });
