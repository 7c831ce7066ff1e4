import type { Alert } from '@zhibiao/shared/alert';
import { expect, test } from 'vitest';
import { worstFirst } from './worst-first';

const anAlert = (
  id: number,
  { shortfall = 0.5, ...given }: Partial<Alert> & { shortfall?: number },
): Alert => ({
  id,
  indicator: 'food-pass-rate',
  unit: 'city',
  year: 2025,
  level: 'yellow',
  rules: ['Y1'],
  period: '2025-Q3',
  since: '2025-Q3',
  figures: {
    rateText: '98.0',
    passes: 98,
    total: 100,
    target: '98.5',
    leg: 'value',
    against: '98.5',
    shortfall,
    shortBy: 1,
    plan: null,
    outlook: null,
  },
  openedAt: '2025-10-15T01:00:00.000Z',
  changedAt: '2025-10-15T01:00:00.000Z',
  ...given,
});

test('the higher level comes first, the whole before its parts, then the larger gap', () => {
  const alerts = [
    anAlert(1, { unit: 'county', shortfall: 9 }),
    anAlert(2, { shortfall: 0.1 }),
    anAlert(3, { unit: 'county', level: 'orange', shortfall: 0.2 }),
    anAlert(4, { unit: 'county', level: 'orange', shortfall: 4 }),
    anAlert(5, { unit: 'county', level: 'red', shortfall: 0.3 }),
    anAlert(6, { level: 'orange', shortfall: 0.1 }),
  ];
  expect(worstFirst(alerts, (unit) => unit === 'city').map(({ id }) => id)).toEqual([5, 6, 4, 3, 2, 1]);
});
