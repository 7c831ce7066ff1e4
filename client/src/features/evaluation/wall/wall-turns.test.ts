import type { Light, OverviewCard } from '@zhibiao/shared/evaluation';
import { expect, test } from 'vitest';
import { pageWith, turnAfter, wallTurns } from './wall-turns';

const card = (indicator: string, light: Light): OverviewCard =>
  ({ assessment: { indicator, light } }) as OverviewCard;

test('the worst come first and stay twice as long; equals keep the order of the policy; the silent come last', () => {
  const cards = [
    card('food', 'risk'),
    card('survey', 'none'),
    card('works', 'met'),
    card('goods', 'miss'),
    card('farm', 'met'),
    card('roads', 'risk'),
  ];
  expect(wallTurns(cards)).toEqual([
    { indicator: 'goods', seconds: 24 },
    { indicator: 'food', seconds: 24 },
    { indicator: 'roads', seconds: 24 },
    { indicator: 'works', seconds: 12 },
    { indicator: 'farm', seconds: 12 },
    { indicator: 'survey', seconds: 12 },
  ]);
});

test('turns go round in both directions, and of no indicator there is no turn', () => {
  expect([turnAfter(0, 1, 3), turnAfter(2, 1, 3), turnAfter(0, -1, 3)]).toEqual([1, 0, 2]);
  expect(turnAfter(4, 1, 0)).toBe(0);
  expect(wallTurns([])).toEqual([]);
});

test('cards keep their seats within a page of twelve', () => {
  const many = Array.from({ length: 20 }, (_, at) => at);
  expect(pageWith(many, 3, 12)).toEqual(many.slice(0, 12));
  expect(pageWith(many, 12, 12)).toEqual(many.slice(12));
  expect(pageWith(many, -1, 12)).toEqual(many.slice(0, 12));
});
