/** A stand-in for our own origin: only what stays on it is our own path. */
const own = 'https://own.invalid';

/**
 * The path of this site that a text of the address names, with its query; null for anything that a browser would
 * read as leading elsewhere: another host however it is written (`//host`, `/\host`, `/%09/host`), a scheme, or
 * signs that browsers drop before they read (reliability.md G12).
 */
export const ownPath = (text: unknown): string | null => {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\\\p{C}]*$/u.test(text)) return null;
  try {
    const { origin, pathname, search } = new URL(text, own);
    // `/a/..//host` is a path here and another host the next time it is read.
    return origin === own && !pathname.startsWith('//') ? `${pathname}${search}` : null;
  } catch {
    return null;
  }
};
