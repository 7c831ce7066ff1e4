/** One value of a state before or after: where it stands, and what it is. */
export interface StateLine {
  /** Names from the outside in; numbers count the items of a list from 1. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

const most = 200;

/** The values of two states beside each other, in the order in which they were written. */
export const stateLines = (before: string | null, after: string | null): readonly StateLine[] => {
  const [old, present] = [valuesOf(before), valuesOf(after)];
  const paths = [...new Set([...old.keys(), ...present.keys()])];
  return paths.slice(0, most).map((path) => ({
    path: path === '' ? [] : path.split('\n'),
    before: old.get(path) ?? null,
    after: present.get(path) ?? null,
  }));
};

const valuesOf = (state: string | null): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) {
      found.set(path.join('\n'), typeof value === 'string' ? value : JSON.stringify(value));
      return;
    }
    const parts = Array.isArray(value)
      ? value.map((part: unknown, place): readonly [string, unknown] => [String(place + 1), part])
      : Object.entries(value);
    for (const [key, part] of parts) walk(part, [...path, key]);
  };
  // Written by our own server as JSON; the walk takes nothing else for granted.
  if (state !== null) walk(JSON.parse(state), []);
  return found;
};
