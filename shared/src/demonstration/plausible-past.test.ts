import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledgerOf, type Observation } from '../observation';
import { hasExplanation, judgePlausibility, type SubmittedRow } from '../submission';
import { demonstrationContext } from './demonstration-context.fixture';

const { index, submissions } = demonstrationContext((path): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')),
);

/** What the checks of an upload would have said to each submission on its day. */
const told = () => {
  const known: Observation[] = [];
  return submissions.flatMap(({ observations }) => {
    known.push(...observations);
    const rows = observations.flatMap(({ figure, ...one }, at): SubmittedRow[] =>
      figure === null ? [] : [{ ...one, figure, sheet: '', row: at + 2, cell: `F${at + 2}` }],
    );
    const { issues } = judgePlausibility(rows, ledgerOf(known, '01-01'), index);
    return issues.map(({ code, level, cell }) => ({
      level,
      code,
      row: rows.find(({ row }) => row === cell?.row),
    }));
  });
};

test('nothing in the invented past would have been refused', () => {
  expect(told().filter(({ level }) => level === 'error')).toEqual([]);
});

test('only the quarter in which 陆丰市 fell is so unlikely that somebody had to confirm it, and did', () => {
  const held = told().filter(({ code }) => code === 'submission.outlier-confirm');
  expect(held.map(({ row }) => row)).toMatchObject([
    {
      indicator: 'manufacturing-pass-rate',
      unit: '441581',
      period: '2025-Q2',
      figure: { passes: 84, total: 97 },
    },
  ]);
  expect(hasExplanation(held[0]?.row?.note ?? '')).toBe(true);
});
