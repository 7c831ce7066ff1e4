/** Fictional provincial rates: single quarters 2022-Q1 to 2025-Q3, then 2025 to date and closed years. */
export const PROVINCE_SERIES: readonly {
  readonly indicator: string;
  readonly quarters: readonly string[];
  readonly toDate: readonly string[];
  readonly years: readonly string[];
}[] = [
  {
    indicator: 'manufacturing-pass-rate',
    quarters: [
      '92.6',
      '92.8',
      '92.7',
      '92.9',
      '93.0',
      '93.1',
      '93.2',
      '93.4',
      '93.3',
      '93.6',
      '93.5',
      '93.7',
      '93.8',
      '94.0',
      '93.9',
    ],
    toDate: ['93.8', '93.9', '93.9'],
    years: ['92.8', '93.2', '93.5'],
  },
  {
    // Above the city's 98.8 in 2025: the target is met and the province is not.
    indicator: 'agri-pass-rate',
    quarters: [
      '98.3',
      '98.3',
      '98.4',
      '98.4',
      '98.4',
      '98.5',
      '98.5',
      '98.5',
      '98.5',
      '98.5',
      '98.6',
      '98.6',
      '98.8',
      '98.9',
      '98.9',
    ],
    toDate: ['98.8', '98.9', '98.9'],
    years: ['98.4', '98.5', '98.6'],
  },
];

/** Fictional yearly scores of the city, with the day on which each became known. */
export const SCORES: readonly {
  readonly indicator: string;
  readonly year: number;
  readonly score: string;
  readonly day: string;
}[] = [
  { indicator: 'service-satisfaction', year: 2022, score: '79.6', day: '2022-11-28' },
  { indicator: 'manufacturing-competitiveness', year: 2022, score: '82.1', day: '2023-03-20' },
  { indicator: 'service-satisfaction', year: 2023, score: '80.8', day: '2023-11-29' },
  { indicator: 'manufacturing-competitiveness', year: 2023, score: '83.0', day: '2024-03-20' },
  { indicator: 'service-satisfaction', year: 2024, score: '81.9', day: '2024-11-27' },
  { indicator: 'manufacturing-competitiveness', year: 2024, score: '83.6', day: '2025-03-20' },
];

/**
 * Registers and lists: entries done since the year began (clusters: since ever), of a list that does not change.
 * Infant formula makers, all to be visited, are behind pace in 2025-Q2 and catch up by September; so are health food
 * makers in 2025-Q1; clusters stay behind.
 */
export const REGISTERS: readonly {
  readonly indicator: string;
  readonly size: number;
  readonly done: readonly (readonly [period: string, done: number])[];
}[] = [
  {
    indicator: 'infant-formula-system-inspection',
    size: 4,
    done: [
      ['2022-Q4', 4],
      ['2023-Q4', 4],
      ['2024-Q1', 1],
      ['2024-Q2', 2],
      ['2024-Q3', 3],
      ['2024-Q4', 4],
      ['2025-Q1', 1],
      ['2025-Q2', 1],
      ['2025-Q3', 3],
    ],
  },
  {
    indicator: 'health-food-system-inspection',
    size: 15,
    done: [
      ['2022-Q4', 3],
      ['2023-Q4', 4],
      ['2024-Q1', 1],
      ['2024-Q2', 2],
      ['2024-Q3', 3],
      ['2024-Q4', 4],
      ['2025-Q1', 0],
      ['2025-Q2', 2],
      ['2025-Q3', 3],
    ],
  },
  {
    indicator: 'cluster-quality-centres',
    size: 5,
    done: [
      ['2022-Q4', 1],
      ['2023-Q4', 1],
      ['2024-Q1', 1],
      ['2024-Q2', 1],
      ['2024-Q3', 1],
      ['2024-Q4', 2],
      ['2025-Q1', 2],
      ['2025-Q2', 3],
      ['2025-Q3', 3],
    ],
  },
];
