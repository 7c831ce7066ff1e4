import { useEffect, useState } from 'react';
import { queryClient } from './query-client';

/**
 * Listens for publications and, where the reader may hear of them, reviews and new entries of the ledger, and lets every open page ask again. Returns the moment since which
 * the server has not been heard, in milliseconds of the browser's clock; null while the line stands.
 */
export const useLedgerEvents = (enabled: boolean): number | null => {
  const [lostSince, setLostSince] = useState<number | null>(null);
  useEffect(() => {
    if (!enabled) return undefined;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const open = (): void => {
      source = new EventSource('/api/events');
      source.addEventListener('open', () => {
        setLostSince(null);
        // What was published while the line was down must not be missed.
        if (wasLost) void queryClient.invalidateQueries();
        wasLost = false;
      });
      for (const event of ['publication', 'ledger', 'review', 'rectification']) {
        source.addEventListener(event, () => void queryClient.invalidateQueries());
      }
      source.addEventListener('error', () => {
        wasLost = true;
        setLostSince((since) => since ?? Date.now());
        // EventSource gives up after an answer that is no stream; a restarting server answers so.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, 5_000);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [enabled]);
  return lostSince;
};
