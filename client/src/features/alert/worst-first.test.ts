import type { Alert } from '@zhibiao/shared/alert';
import { expect, test } from 'vitest';
import { worstFirst } from './worst-first';

const anAlert = (id: number, given: Partial<Alert>): Alert => ({
  id,
  indicator: 'food-pass-rate',
  unit: 'city',
  year: 2025,
  state: 'open',
  light: 'risk',
  leg: 'value',
  period: '2025-Q3',
  rateText: '98.0',
  shortfall: 0.5,
  shortBy: 3,
  openedAt: '2025-10-15T01:00:00.000Z',
  changedAt: '2025-10-15T01:00:00.000Z',
  ...given,
});

test('below target comes before at risk, the whole before its parts, then the larger gap', () => {
  const alerts = [
    anAlert(1, { unit: 'county', shortfall: 9 }),
    anAlert(2, { shortfall: 0.1 }),
    anAlert(3, { unit: 'county', light: 'miss', shortfall: 0.2 }),
    anAlert(4, { unit: 'county', light: 'miss', shortfall: 4 }),
    anAlert(5, { light: 'miss', shortfall: 0.3 }),
  ];
  expect(worstFirst(alerts, (unit) => unit === 'city').map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
});
