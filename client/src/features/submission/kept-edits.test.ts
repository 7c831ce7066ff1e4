import { expect, test } from 'vitest';
import { emptyLog, withArrival, withStep } from './edit-log';
import { editsKey, keepEdits, keptEdits, type EditStore } from './kept-edits';

const aStore = (): EditStore & { readonly size: () => number } => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    size: () => kept.size,
  };
};

const step = [{ sheet: '', row: 2, column: 'D', text: '64', was: '46' }];
const log = withStep(emptyLog(7), step, 7);

test('what was written comes back after a reload, on the reading it was written on, and can be undone', () => {
  const store = aStore();
  expect(keepEdits(store, editsKey('a', 's'), log)).toBe(true);
  expect(keptEdits(store, editsKey('a', 's'))).toEqual(log);
});

test('edits are kept for an account, not for a browser', () => {
  const store = aStore();
  keepEdits(store, editsKey('a', 's'), log);
  expect(keptEdits(store, editsKey('b', 's'))).toBeNull();
});

test('what has arrived is kept no longer', () => {
  const store = aStore();
  keepEdits(store, 'k', log);
  keepEdits(store, 'k', withArrival(log, 1, 8));
  expect(store.size()).toBe(0);
});

test('what is not ours is not believed, and a full disk is said', () => {
  const store = aStore();
  for (const text of ['{', '7', '{"base":1,"queue":[[{"row":1}]]}']) {
    store.setItem('k', text);
    expect(keptEdits(store, 'k')).toBeNull();
  }
  const full: EditStore = {
    ...aStore(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepEdits(full, 'k', log)).toBe(false);
});
