import type { PreviewView } from '@zhibiao/shared/submission';
import { expect, test } from 'vitest';
import {
  batchOf,
  differencesOf,
  emptyLog,
  newestTexts,
  withArrival,
  withRedo,
  withStep,
  withUndo,
  type EditStep,
} from './edit-log';

const cell = (column: string, row: number, text: string, was = '') => ({ sheet: '', row, column, text, was });
const noCorrections = { reading: 0, corrections: [] };

test('a block is one step: undone and done again at one stroke', () => {
  const block: EditStep = [cell('D', 2, '64', '46'), cell('E', 2, '66', '6б')];
  const one = withStep(emptyLog(0), block, 0);
  const back = withUndo(one, noCorrections);
  expect(batchOf(back?.log.queue ?? []).cells.map(({ text }) => text)).toEqual(['46', '6б']);
  const again = withRedo(back?.log ?? one, 0);
  expect(batchOf(again?.log.queue ?? []).cells.map(({ text }) => text)).toEqual(['64', '66']);
  expect(withRedo(again?.log ?? one, 0)).toBeNull();
});

test('a new step ends what could be done again', () => {
  const back = withUndo(withStep(emptyLog(0), [cell('D', 2, '1')], 0), noCorrections);
  const log = withStep(back?.log ?? emptyLog(0), [cell('D', 3, '2')], 0);
  expect(withRedo(log, 0)).toBeNull();
});

test('a cell written twice is sent once, as it was written last; order is that of the last writing', () => {
  const queue = [[cell('D', 2, '1')], [cell('D', 3, '2')], [cell('D', 2, '3')]];
  expect(batchOf(queue)).toEqual({
    steps: 3,
    cells: [
      { sheet: '', row: 3, column: 'D', text: '2' },
      { sheet: '', row: 2, column: 'D', text: '3' },
    ],
  });
});

test('no call takes more than a thousand cells, and no step is torn', () => {
  const rows = (from: number, count: number): EditStep =>
    Array.from({ length: count }, (_, place) => cell('D', from + place, '1'));
  expect(batchOf([rows(2, 600), rows(602, 400), rows(1002, 1)])).toMatchObject({ steps: 2 });
  expect(batchOf([rows(2, 600), rows(602, 401)]).cells).toHaveLength(600);
});

test('what is written while a call is under way stays in the queue, on the new reading', () => {
  const sent = withStep(emptyLog(4), [cell('D', 2, '1')], 4);
  const log = withArrival(withStep(sent, [cell('D', 3, '2')], 4), 1, 5);
  expect(log.base).toBe(5);
  expect([...newestTexts(log.queue)]).toEqual([['!D3', '2']]);
});

test('nobody undoes into a reading that somebody else made', () => {
  const log = withArrival(withStep(emptyLog(0), [cell('D', 2, '1', '7')], 0), 1, 1);
  expect(withUndo(log, { reading: 1, corrections: [] })).not.toBeNull();
  expect(withUndo(log, { reading: 2, corrections: [] })).toBeNull();
});

test('a draft opened anew takes its kept corrections back, newest first', () => {
  const kept = [{ sheet: '', row: 2, column: 'E', text: '97', stood: '97批' }];
  const back = withUndo(emptyLog(3), { reading: 3, corrections: kept });
  expect(batchOf(back?.log.queue ?? []).cells).toEqual([{ sheet: '', row: 2, column: 'E', text: '97批' }]);
  // The next waits for this one to arrive: until then the kept list still names what is being taken back.
  expect(withUndo(back?.log ?? emptyLog(3), { reading: 3, corrections: kept })).toBeNull();
});

test('what arrived although its answer was lost differs in nothing', () => {
  const view = {
    columns: [{ letter: 'D', heading: '' }],
    sheetRows: [{ sheet: '', row: 2, cells: ['64'] }],
  } as unknown as PreviewView;
  expect(differencesOf(view, [[cell('D', 2, '64', '46')]])).toEqual([]);
  expect(differencesOf(view, [[cell('D', 2, '65', '46')]])).toEqual([
    { place: { sheet: '', row: 2, column: 'D' }, there: '64', here: '65' },
  ]);
});
