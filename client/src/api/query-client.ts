import { QueryClient } from '@tanstack/react-query';
import { isTemporary } from './problem';

/**
 * Figures stay fresh until the server says that the ledger moved (api/ledger-events.ts), so nothing is
 * asked again by time.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      networkMode: 'always',
      retry: (count, error) => isTemporary(error) && count < 2,
      retryDelay: (count) => 400 * 2 ** count,
    },
    mutations: { networkMode: 'always' },
  },
});
