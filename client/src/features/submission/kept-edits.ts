import { emptyLog, type EditLog, type EditStep, type WrittenCell } from './edit-log';

/** What is needed of the browser's own store. */
export type EditStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where edits of a draft are kept on this machine: apart for each account, so that nobody sends another's. */
export const editsKey = (owner: string, submission: string): string => `zhibiao.edits.${owner}.${submission}`;

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

/** What was kept, to be undone like anything written; null where nothing was, or nothing we know. */
export const keptEdits = (store: EditStore, key: string): EditLog | null => {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    if (!isKept(kept) || kept.queue.length === 0) return null;
    return { ...emptyLog(kept.base), queue: kept.queue, done: kept.queue };
  } catch {
    return null;
  }
};

/** Forgets what was kept of a draft that is given up or handed in. */
export const forgetEdits = (store: EditStore, key: string): void => {
  keepEdits(store, key, emptyLog(0));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isKept = (value: unknown): value is { readonly base: number; readonly queue: readonly EditStep[] } =>
  isRecord(value) &&
  typeof value['base'] === 'number' &&
  Array.isArray(value['queue']) &&
  value['queue'].every((step) => Array.isArray(step) && step.every(isWritten));

const isWritten = (value: unknown): value is WrittenCell =>
  isRecord(value) &&
  typeof value['row'] === 'number' &&
  ['sheet', 'column', 'text', 'was'].every((name) => typeof value[name] === 'string');
