/** How long after the last key, touch or scroll a request still counts as a person's, in milliseconds. */
const lingering = 60_000;

let lastAt = Number.NEGATIVE_INFINITY;

const events = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Begins to notice that somebody is at the page; called once. */
export const watchActivity = (): void => {
  for (const event of events)
    addEventListener(event, () => void (lastAt = performance.now()), { capture: true, passive: true });
};

/** Whether somebody has been at the page within so many milliseconds. */
export const wasActiveWithin = (milliseconds: number): boolean => performance.now() - lastAt < milliseconds;

/** The mark of a request that a person caused; without it the server counts a question as the page's own. */
export const activityHeaders = (): Record<string, string> =>
  wasActiveWithin(lingering) ? { 'X-Zhibiao-Active': '1' } : {};
