import { appRouter } from '../router';
import type { RequestContext } from '../trpc';

/**
 * Calls one of the page queries as tRPC would, with the same checks. The procedures look at the input themselves; here
 * it is as unknown as it is to them.
 */
export const askDirectly = (path: string, input: unknown, context: RequestContext): Promise<unknown> => {
  const caller = appRouter.createCaller(context);
  switch (path) {
    case 'access.session':
      return caller.access.session(input as never);
    case 'alert.list':
      return caller.alert.list(input as never);
    case 'evaluation.overview':
      return caller.evaluation.overview(input as never);
    case 'evaluation.comparison':
      return caller.evaluation.comparison(input as never);
    case 'evaluation.indicator':
      return caller.evaluation.indicator(input as never);
    case 'programme.show':
      return caller.programme.show(input as never);
    case 'publication.list':
      return caller.publication.list(input as never);
    default:
      return Promise.reject(new Error(`${path} is not asked directly`));
  }
};
