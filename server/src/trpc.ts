import { initTRPC, TRPCError } from '@trpc/server';
import { mayDo, type Actor, type Operation } from '@zhibiao/shared/access';
import type { Refusal, Result } from '@zhibiao/shared/result';
import { z } from 'zod';
import { faultLog } from './http/fault-log';
import { RefusalError } from './refusal-error';
import type { Services } from './services';
import { storageRefusal } from './storage-refusal';

/** What a procedure knows of who asks. Never filled from the input. */
export interface RequestContext {
  readonly services: Services;
  readonly actor: Actor | null;
  /** Hash of the session token; null without a session. */
  readonly session: string | null;
  readonly requestId: string;
  readonly address: string;
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

const statusOf = (
  refusal: Refusal,
): 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'TOO_MANY_REQUESTS' | 'SERVICE_UNAVAILABLE' => {
  switch (refusal.code) {
    case 'access.not-signed-in':
      return 'UNAUTHORIZED';
    case 'access.not-allowed':
    case 'access.outside-scope':
    case 'access.unknown-role':
    case 'publication.reviewer-is-author':
      return 'FORBIDDEN';
    case 'programme.unknown-indicator':
    case 'programme.unknown-unit':
    case 'calendar.unknown-period':
    case 'submission.unknown':
    case 'publication.unknown':
    case 'publication.plan-unknown':
      return 'NOT_FOUND';
    case 'access.too-many-calls':
    case 'submission.too-many':
      return 'TOO_MANY_REQUESTS';
    case 'storage.busy':
    case 'storage.full':
    case 'storage.read-only':
      return 'SERVICE_UNAVAILABLE';
    case 'submission.not-draft':
    case 'submission.has-errors':
    case 'submission.ledger-moved':
    case 'submission.nothing-to-store':
    case 'submission.reason-missing':
    case 'submission.explanation-missing':
    case 'submission.correction-outside':
    case 'submission.file-refused':
    case 'submission.upload-interrupted':
    case 'submission.wrong-state':
    case 'publication.return-reason-missing':
    case 'publication.nothing-to-publish':
    case 'publication.note-missing':
    case 'publication.reason-missing':
    case 'publication.time-out-of-reach':
    case 'publication.already-planned':
      return 'CONFLICT';
  }
};

/** Throws a refusal as the error that tRPC turns into a status and `data.refusal`. */
export const decline = (refusal: Refusal): never => {
  throw new TRPCError({ code: statusOf(refusal), cause: new RefusalError(refusal) });
};

/** The value of a result, or its refusal thrown for the edge. */
export const orDecline = <T>(result: Result<T, Refusal>): T =>
  result.ok ? result.value : decline(result.refusal);

const guarded = t.procedure.use(async ({ ctx, meta, next, path }) => {
  if (meta === undefined) throw new Error(`procedure ${path} names no operation`);
  const { calls } = ctx.services;
  if (!calls.allow(ctx.session ?? ctx.address)) {
    decline({ code: 'access.too-many-calls', perMinute: calls.perMinute });
  }
  if (!mayDo(meta.operation, ctx.actor?.role ?? null)) {
    decline(
      ctx.actor === null
        ? { code: 'access.not-signed-in' }
        : { code: 'access.not-allowed', operation: meta.operation },
    );
  }
  const answer = await next();
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
