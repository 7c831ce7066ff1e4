import { useCallback, useEffect, useState } from 'react';
import { turnAfter, type Turn } from './wall-turns';

/** How long a touch of mouse or keyboard holds the wall still, in milliseconds. */
const restMs = 30_000;

/** Whose turn it is, and whether somebody holds the wall still. */
export interface Rotation {
  readonly at: number;
  readonly paused: boolean;
}

/**
 * Goes from turn to turn. A key or a moved pointer holds it for half a minute, the space bar until it is pressed
 * again; arrows go back and forth (screens.md 4). `speed` above 1 is for looking at a long time in a short one.
 */
export const useRotation = (turns: readonly Turn[], speed: number, onLeave: () => void): Rotation => {
  const [at, setAt] = useState(0);
  const [heldUntil, setHeldUntil] = useState(0);
  const [stopped, setStopped] = useState(false);
  const paused = stopped || heldUntil > 0;
  const step = useCallback(
    (steps: number) => setAt((place) => turnAfter(place, steps, turns.length)),
    [turns.length],
  );
  const hold = useCallback(() => setHeldUntil(Date.now() + restMs), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        onLeave();
        return;
      }
      hold();
      if (event.key === 'ArrowRight') step(1);
      else if (event.key === 'ArrowLeft') step(-1);
      else if (event.key === ' ') {
        event.preventDefault();
        setStopped((was) => !was);
        if (stopped) setHeldUntil(0);
      }
    };
    addEventListener('keydown', onKey);
    addEventListener('pointermove', hold);
    addEventListener('focusin', hold);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointermove', hold);
      removeEventListener('focusin', hold);
    };
  }, [hold, step, onLeave, stopped]);

  useEffect(() => {
    if (heldUntil === 0) return undefined;
    const timer = setTimeout(() => setHeldUntil(0), Math.max(0, heldUntil - Date.now()));
    return () => clearTimeout(timer);
  }, [heldUntil]);

  // Fewer indicators than before: the place may be gone.
  const place = at < turns.length ? at : 0;
  const seconds = turns[place]?.seconds;
  useEffect(() => {
    if (paused || seconds === undefined) return undefined;
    const timer = setTimeout(() => step(1), (seconds * 1000) / speed);
    return () => clearTimeout(timer);
  }, [place, seconds, paused, speed, step]);
  return { at: place, paused };
};
