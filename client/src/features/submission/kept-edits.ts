import { emptyLog, type EditLog, type EditStep, type WrittenCell } from './edit-log';

/** What is needed of the browser's own store. */
export type EditStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Whose edits of which draft are kept: apart for each account, so that nobody sends another's. */
export const editsKey = (owner: string, submission: string): string => `zhibiao.edits.${owner}.${submission}`;

/**
 * This page among others of the same account: two windows on one draft, both away from the network, must not write over
 * what the other keeps. What opened later sorts behind.
 */
export const pageId = ((): string => {
  const drawn = crypto.getRandomValues(new Uint32Array(2));
  return [Math.round(performance.timeOrigin), ...drawn].map((part) => part.toString(36)).join('-');
})();

/** Where one page keeps its edits of a draft. */
export const keyOfPage = (key: string, page: string): string => `${key}.${page}`;

/**
 * Keeps what the server has not heard of yet; with nothing left, nothing is kept. False where the browser has no room
 * or keeps nothing for us.
 */
export const keepEdits = (store: EditStore, key: string, { base, queue }: EditLog): boolean => {
  try {
    if (queue.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify({ base, queue }));
    return true;
  } catch {
    return false;
  }
};

/** What was found of a draft, and under which keys, so that whoever has taken it over can let go of them. */
export interface FoundEdits {
  readonly log: EditLog;
  readonly keys: readonly string[];
}

/**
 * What any page kept of a draft, the page opened first before the others, to be undone like anything written; null
 * where nothing was, or nothing we know. Of several readings the oldest counts, so that nothing is written over what
 * came after it without asking.
 */
export const keptEdits = (store: EditStore, key: string): FoundEdits | null => {
  const found = keysOf(store, key).flatMap((name) => {
    const kept = readKept(store, name);
    return kept === null ? [] : [{ name, kept }];
  });
  if (found.length === 0) return null;
  const queue = found.flatMap(({ kept }) => kept.queue);
  const base = Math.min(...found.map(({ kept }) => kept.base));
  return { log: { ...emptyLog(base), queue, done: queue }, keys: found.map(({ name }) => name) };
};

/** Lets go of what another page kept and this one has taken over; it must be kept under the page's own key by now. */
export const letGo = (store: EditStore, keys: readonly string[]): void => {
  for (const name of keys) keepEdits(store, name, emptyLog(0));
};

/** Forgets what any page kept of a draft that is given up or handed in. */
export const forgetEdits = (store: EditStore, key: string): void => letGo(store, keysOf(store, key));

const keysOf = (store: EditStore, key: string): readonly string[] => {
  try {
    return Array.from({ length: store.length }, (_, place) => store.key(place) ?? '')
      .filter((name) => name === key || name.startsWith(`${key}.`))
      .sort();
  } catch {
    return [];
  }
};

const readKept = (store: EditStore, name: string): Kept | null => {
  try {
    const kept: unknown = JSON.parse(store.getItem(name) ?? 'null');
    return isKept(kept) && kept.queue.length > 0 ? kept : null;
  } catch {
    return null;
  }
};

interface Kept {
  readonly base: number;
  readonly queue: readonly EditStep[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  typeof value['base'] === 'number' &&
  Array.isArray(value['queue']) &&
  value['queue'].every((step) => Array.isArray(step) && step.every(isWritten));

const isWritten = (value: unknown): value is WrittenCell =>
  isRecord(value) &&
  typeof value['row'] === 'number' &&
  ['sheet', 'column', 'text', 'was'].every((name) => typeof value[name] === 'string');
