// Stands in for the server's router type until it exists; never runs, `api/trpc.ts` imports its type alone.
import { initTRPC } from '@trpc/server';
import type { Actor } from '@zhibiao/shared/access';
import type { Alert } from '@zhibiao/shared/alert';
import type { Basis, PeriodCode, PlainDate } from '@zhibiao/shared/calendar';
import type { ComparisonView, IndicatorView, OverviewView } from '@zhibiao/shared/evaluation';
import type { IndicatorCode, Programme, Text, UnitCode, UnitRegister } from '@zhibiao/shared/programme';
import type { Refusal } from '@zhibiao/shared/result';
import type { Correction, PreviewView, Receipt, SubmissionSummary } from '@zhibiao/shared/submission';

const t = initTRPC.create({
  errorFormatter: ({ shape }) => ({
    ...shape,
    data: { ...shape.data, refusal: null as Refusal | null, requestId: null as string | null },
  }),
});

const answer = <T>(): T => {
  throw new Error('A sketch of types does not answer');
};
const input =
  <T>() =>
  (value: unknown): T =>
    value as T;

const router = t.router({
  access: t.router({
    session: t.procedure.query(() =>
      answer<{ actor: Actor; mode: 'demonstration' | 'live'; today: PlainDate } | null>(),
    ),
    roles: t.procedure.query(() =>
      answer<readonly { readonly id: string; readonly actor: Actor; readonly description: Text }[]>(),
    ),
    signIn: t.procedure.input(input<{ id: string }>()).mutation(() => answer<unknown>()),
    signOut: t.procedure.mutation(() => answer<unknown>()),
  }),
  programme: t.router({
    show: t.procedure.query(() => answer<{ programme: Programme; register: UnitRegister }>()),
  }),
  evaluation: t.router({
    overview: t.procedure
      .input(input<{ period?: PeriodCode | undefined; basis: Basis }>())
      .query(() => answer<OverviewView>()),
    indicator: t.procedure
      .input(
        input<{
          indicator: IndicatorCode;
          unit?: UnitCode | undefined;
          period?: PeriodCode | undefined;
          basis: Basis;
        }>(),
      )
      .query(() => answer<IndicatorView>()),
    comparison: t.procedure
      .input(
        input<{ indicator?: IndicatorCode | undefined; period?: PeriodCode | undefined; basis: Basis }>(),
      )
      .query(() => answer<ComparisonView>()),
  }),
  alert: t.router({
    list: t.procedure
      .input(input<Record<string, never>>())
      .query(() => answer<{ open: readonly Alert[]; recovered: readonly Alert[] }>()),
  }),
  submission: t.router({
    preview: t.procedure.input(input<{ submission: number }>()).query(() => answer<PreviewView>()),
    correct: t.procedure
      .input(input<{ submission: number; correction: Correction }>())
      .mutation(() => answer<PreviewView>()),
    commit: t.procedure
      .input(input<{ submission: number; ledgerPosition: number; reason: string }>())
      .mutation(() => answer<Receipt>()),
    discard: t.procedure.input(input<{ submission: number }>()).mutation(() => answer<unknown>()),
    history: t.procedure
      .input(input<Record<string, never>>())
      .query(() => answer<readonly SubmissionSummary[]>()),
  }),
});

export type AppRouter = typeof router;
