import { useEffect } from 'react';

/**
 * Runs when a key is pressed anywhere on the page outside a field. Single letters are left alone while a
 * modifier is held, so that the browser's own shortcuts keep working.
 */
export const useKey = (key: string, run: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key.toLowerCase()) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]'))
        return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key, run]);
};
