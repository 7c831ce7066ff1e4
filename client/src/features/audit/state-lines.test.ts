import { expect, test } from 'vitest';
import { stateLines } from './state-lines';

test('values of before and after stand beside each other, lists are counted from 1', () => {
  expect(
    stateLines('{"position":1,"cells":[{"text":"a"}]}', '{"position":2,"cells":[{"text":"a"},{"text":"b"}]}'),
  ).toEqual([
    { path: ['position'], before: '1', after: '2' },
    { path: ['cells', '1', 'text'], before: 'a', after: 'a' },
    { path: ['cells', '2', 'text'], before: null, after: 'b' },
  ]);
});

test('a state that is one value, or none, has no path', () => {
  expect(stateLines(null, '"x"')).toEqual([{ path: [], before: null, after: 'x' }]);
  expect(stateLines(null, null)).toEqual([]);
});
