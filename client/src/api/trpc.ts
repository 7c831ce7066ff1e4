import { createTRPCClient, httpLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@zhibiao/server/router';
import { activityHeaders } from './activity';
import { queryClient } from './query-client';

/** Sent with everything that changes something: a form on another site cannot set it. */
export const sameOrigin = { 'X-Requested-With': 'zhibiao' };

/** Calls a procedure straight away, for what is chosen among several. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpLink({ url: '/trpc', headers: () => ({ ...sameOrigin, ...activityHeaders() }) })],
});

/** Query and mutation options of every procedure the server offers; keys come from here alone. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
