import { expect, test } from 'vitest';
import { loadEnDictionary, say, zhDictionary, type Dictionary } from './language';

const params = {
  by: '0.6',
  unit: '个百分点',
  count: 2,
  days: 2,
  rows: 2,
  stored: 2,
  indicators: 2,
  alerts: 2,
  shown: 2,
  total: 2,
  new: 2,
  changed: 2,
  same: 2,
  opened: 2,
  recovered: 2,
  done: 2,
  all: 2,
};
const anything = new Proxy(params, {
  get: (known, name): unknown => Reflect.get(known, name) ?? `<${String(name)}>`,
});

const everySentence = (dictionary: Dictionary): [string, string][] =>
  Object.entries(dictionary.pages).map(([key, sentence]) => [
    key,
    // Every sentence with params reads them from one object; the proxy has an answer for each name.
    typeof sentence === 'string' ? sentence : (sentence as (params: unknown) => string)(anything),
  ]);

test('no sentence forgets a param or is empty', async () => {
  for (const dictionary of [zhDictionary, await loadEnDictionary()]) {
    for (const [key, text] of everySentence(dictionary)) {
      expect(text, key).not.toBe('');
      expect(text, key).not.toContain('undefined');
    }
  }
});

test('Chinese sentences use full-width punctuation and never a hyphen for minus', () => {
  for (const [key, text] of everySentence(zhDictionary)) {
    expect(text, key).not.toMatch(/[\u3400-\u9fff][,:;(]/);
  }
});

test('English counts agree in number', async () => {
  const english = await loadEnDictionary();
  expect(say(english, 'check.remaining', { count: 1 })).toBe('1 error to fix');
  expect(say(english, 'check.remaining', { count: 3 })).toBe('3 errors to fix');
});
