import type { Actor, Operation } from '@zhibiao/shared/access';
import type { Refusal } from '@zhibiao/shared/result';
import type { Request, RequestHandler, Response } from 'express';
import type { RequestContext } from '../trpc';

/** Somebody who is signed in, at a route of files. */
export type SignedIn = RequestContext & { readonly actor: Actor; readonly session: string };

/** What routes of files share: whoever is not signed in, or may not, is denied, and that is written down. */
export interface SignedInRoutes {
  readonly signedIn: (
    operation: Operation,
    handle: (context: SignedIn, request: Request, response: Response) => Promise<void>,
  ) => RequestHandler;
  readonly deny: (
    context: RequestContext,
    response: Response,
    denial: { readonly operation: Operation; readonly status: number; readonly refusal: Refusal },
  ) => Promise<void>;
}
