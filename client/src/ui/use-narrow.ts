import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 767px)');

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the page is laid out for a phone (screens.md 4). */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
