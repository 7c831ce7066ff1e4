import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadProgramme, loadUnits, programmeIndex } from '../../programme';
import { readSentence, type SentenceRow } from './read-sentence';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url), 'utf8'));

const register = loadUnits(json('units/shanwei.json'));
if (!register.ok) throw new Error('units');
const programme = loadProgramme(json('programmes/shanwei-2025.json'), register.value);
if (!programme.ok) throw new Error('programme');
const index = programmeIndex(programme.value, register.value);

const read = (text: string): readonly object[] => readSentence(text, index, '2025-11-20').map(plainly);

const plainly = ({ indicator, unit, period, ...row }: SentenceRow): object => ({
  indicator: indicator?.code ?? null,
  unit: unit?.name.zh ?? null,
  period: period?.period ?? null,
  ...(period?.basis == null ? {} : { basis: period.basis }),
  counts: [row.passes, row.total],
  rates: [row.rate, row.failureRate],
  derived: row.derived,
  doubts: row.doubts,
});

const food = { indicator: 'food-pass-rate', unit: null, period: null, rates: [null, null] };

test('the notice of Red Bay gives 48 of 49, and eleven categories are no samples', () => {
  expect(read('11个食品大类共49批次样品，其中合格样品48批次、不合格样品1批次')).toEqual([
    { ...food, counts: [48, 49], derived: null, doubts: [] },
  ]);
});

test('passes are worked out where only failures are printed', () => {
  expect(read('今年三季度海丰县食品共计抽样检测200批次,其中不合格3批次，不合格样品发现率1.5%。')).toEqual([
    {
      ...food,
      unit: '海丰县',
      period: '2025-Q3',
      counts: [197, 200],
      rates: [null, '1.5'],
      derived: 'passes',
      doubts: [],
    },
  ]);
});

test('each number of samples begins a row, and what was said once holds for the rows behind it', () => {
  const rows = read(
    '2025年第三季度，城区食品监督抽检412批次，合格406批次，合格率98.54%；农产品例行监测60批次，合格59批次。陆河县食品抽检２０３批次，２批次不合格。',
  );
  expect(rows).toMatchObject([
    {
      indicator: 'food-pass-rate',
      unit: '城区',
      period: '2025-Q3',
      counts: [406, 412],
      rates: ['98.54', null],
    },
    { indicator: 'agri-pass-rate', unit: '城区', period: '2025-Q3', counts: [59, 60] },
    { indicator: 'food-pass-rate', unit: '陆河县', period: '2025-Q3', counts: [201, 203], derived: 'passes' },
  ]);
});

test('counts that contradict each other are told, not mended', () => {
  expect(read('食品抽检49批次，合格48批次，不合格2批次')).toEqual([
    { ...food, counts: [48, 49], derived: null, doubts: ['counts-disagree'] },
  ]);
});

test('a rounded count is no count', () => {
  expect(read('截至8月底，全国食品抽检56.2万批次，总体合格率98.3%')).toMatchObject([
    {
      unit: '全国',
      period: '2025-M08',
      basis: 'cumulative',
      counts: [null, null],
      rates: ['98.3', null],
      doubts: ['rounded'],
    },
  ]);
});

test('a change of a rate is no rate, and a thousands comma ends no clause', () => {
  expect(read('汕尾市制造业产品抽查1,234批次，合格1,170批次，合格率同比提高0.36%')).toMatchObject([
    { indicator: 'manufacturing-pass-rate', unit: '汕尾市', counts: [1170, 1234], rates: [null, null] },
  ]);
});

test('a part stands before the city that contains it; two parts are nobody', () => {
  expect(read('汕尾市海丰县食品抽检10批次')).toMatchObject([{ unit: '海丰县', doubts: ['no-counts'] }]);
  expect(read('海丰县和陆丰市食品抽检10批次')).toMatchObject([{ unit: null }]);
  expect(read('汕尾市城区食品抽检10批次')).toMatchObject([{ unit: '城区' }]);
});

test('prose without samples gives nothing', () => {
  expect(read('会议要求各县（市、区）高度重视，12月前报送2次。')).toEqual([]);
  expect(read('')).toEqual([]);
});

test('a row quotes the words as they were pasted', () => {
  const [row] = readSentence('海丰县食品抽检２０批次，合格２０批次。', index, '2025-11-20');
  expect(row?.text).toBe('海丰县食品抽检２０批次，合格２０批次。');
});
