import { appRouter } from '../router';
import type { ProcedurePath } from './a-person';

/** A procedure as the router knows it at run time. */
export interface KnownProcedure {
  readonly path: ProcedurePath;
  readonly type: 'query' | 'mutation';
  /** The row of the table of operations that it names. */
  readonly operation: string | undefined;
}

interface Kept {
  readonly _def: { readonly type: 'query' | 'mutation'; readonly meta?: { readonly operation?: string } };
}

/** Every procedure there is, read from the router itself, so that a new one cannot be forgotten. */
export const everyProcedure = (): readonly KnownProcedure[] =>
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    // tRPC types what it keeps of a procedure loosely; the path is a key of the router's own record.
    const { _def } = procedure as unknown as Kept;
    return { path: path as ProcedurePath, type: _def.type, operation: _def.meta?.operation };
  });
