import { expect, test } from 'vitest';
import { emptyLog, withArrival, withStep } from './edit-log';
import { editsKey, forgetEdits, keepEdits, keptEdits, keyOfPage, letGo, type EditStore } from './kept-edits';

const aStore = (): EditStore => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
};

const step = [{ sheet: '', row: 2, column: 'D', text: '64', was: '46' }];
const log = withStep(emptyLog(7), step, 7);

test('what was written comes back after a reload, on the reading it was written on, and can be undone', () => {
  const store = aStore();
  expect(keepEdits(store, editsKey('a', 's'), log)).toBe(true);
  expect(keptEdits(store, editsKey('a', 's'))?.log).toEqual(log);
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
  expect(store.length).toBe(0);
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

const other = withStep(emptyLog(6), [{ sheet: '', row: 5, column: 'E', text: '9', was: '8' }], 6);

test('two windows on one draft keep apart, and whoever opens it next takes over what both kept', () => {
  const store = aStore();
  const key = editsKey('a', 's');
  keepEdits(store, keyOfPage(key, '1'), log);
  keepEdits(store, keyOfPage(key, '2'), other);
  const found = keptEdits(store, key);
  // In the order in which the windows were opened; the older of the two readings, so that differences are asked about.
  expect(found?.log.queue).toEqual([...log.queue, ...other.queue]);
  expect(found?.log.base).toBe(6);
  keepEdits(store, keyOfPage(key, '3'), found?.log ?? emptyLog(0));
  letGo(store, found?.keys ?? []);
  expect(store.length).toBe(1);
  expect(keptEdits(store, key)?.log).toEqual(found?.log);
});

test('a draft that is given up is forgotten in every window, and no other draft is', () => {
  const store = aStore();
  for (const page of ['1', '2']) keepEdits(store, keyOfPage(editsKey('a', 's'), page), log);
  keepEdits(store, keyOfPage(editsKey('a', 't'), '1'), log);
  forgetEdits(store, editsKey('a', 's'));
  expect(keptEdits(store, editsKey('a', 's'))).toBeNull();
  expect(keptEdits(store, editsKey('a', 't'))).not.toBeNull();
});
