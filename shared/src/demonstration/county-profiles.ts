/** Samples and failures of one unit in one quarter. */
export interface QuarterCounts {
  readonly total: number;
  readonly failures: number;
}

/** From what an indicator's fictional county figures are made. Units stand in the order of COUNTY_UNITS. */
export interface CountyProfile {
  readonly indicator: string;
  /** Samples and failures of January to September 2025, per unit. */
  readonly yearToDate: readonly (readonly [total: number, failures: number])[];
  /** Where the three quarters of 2025 are fixed: samples and failures, per unit. */
  readonly quarters: readonly (readonly (readonly [total: number, failures: number])[])[] | null;
  /** City rates in percent, 2022-Q1 to 2024-Q4. */
  readonly history: readonly number[];
  /** Where those years tell a story: failures per unit, 2022-Q1 to 2024-Q4; else they are drawn. */
  readonly pastFailures: readonly (readonly number[])[] | null;
  /** Samples of the whole city in a quarter of those years. */
  readonly historyTotal: number;
}

/** 城区, 海丰县, 陆丰市, 陆河县, 红海湾, 华侨区. */
export const COUNTY_UNITS = ['441502', '441521', '441581', '441523', 'red-bay', 'huaqiao'] as const;

/** Every number here is invented; the story of each indicator is told on the pages of the demonstration. */
export const COUNTY_PROFILES: readonly CountyProfile[] = [
  {
    indicator: 'manufacturing-pass-rate',
    yearToDate: [
      [190, 7],
      [262, 9],
      [286, 27],
      [88, 4],
      [62, 4],
      [46, 3],
    ],
    quarters: [
      [
        [61, 2],
        [63, 3],
        [66, 2],
      ],
      [
        [84, 2],
        [90, 4],
        [88, 3],
      ],
      [
        [92, 7],
        [97, 12],
        [97, 8],
      ],
      [
        [28, 1],
        [30, 2],
        [30, 1],
      ],
      [
        [20, 1],
        [21, 1],
        [21, 2],
      ],
      [
        [15, 1],
        [17, 1],
        [14, 1],
      ],
    ],
    history: [92.4, 91.9, 92.8, 92.2, 92.6, 92.9, 94.3, 94.0, 94.4, 94.6, 93.9, 94.7],
    // The city rises while 陆丰市, once its best county, slips in 2024 and falls in 2025.
    pastFailures: [
      [5, 6, 5, 7, 5, 4, 4, 4, 3, 4, 3, 3],
      [8, 8, 7, 8, 9, 6, 5, 7, 5, 3, 6, 5],
      [1, 3, 3, 2, 1, 3, 2, 1, 3, 4, 3, 3],
      [4, 1, 2, 2, 3, 2, 2, 2, 2, 1, 3, 1],
      [2, 3, 2, 1, 2, 3, 1, 2, 1, 3, 1, 1],
      [2, 1, 1, 2, 1, 1, 2, 1, 1, 0, 1, 2],
    ],
    historyTotal: 280,
  },
  {
    indicator: 'food-pass-rate',
    yearToDate: [
      [1120, 12],
      [1380, 17],
      [1560, 31],
      [560, 6],
      [430, 8],
      [362, 5],
    ],
    quarters: null,
    history: [97.9, 98.0, 97.8, 98.1, 98.0, 98.2, 98.1, 98.3, 98.4, 98.3, 98.2, 98.5],
    pastFailures: null,
    historyTotal: 1750,
  },
  {
    indicator: 'agri-pass-rate',
    yearToDate: [
      [300, 2],
      [470, 4],
      [560, 9],
      [280, 3],
      [110, 1],
      [140, 3],
    ],
    quarters: null,
    history: [98.2, 98.4, 98.1, 98.5, 98.3, 98.6, 98.4, 98.7, 98.5, 98.9, 98.4, 98.8],
    pastFailures: null,
    historyTotal: 590,
  },
  {
    indicator: 'building-inspection-conformity',
    yearToDate: [
      [130, 5],
      [126, 10],
      [120, 11],
      [50, 4],
      [38, 5],
      [22, 1],
    ],
    quarters: null,
    history: [88.9, 89.6, 90.2, 89.4, 90.8, 91.1, 90.5, 91.7, 91.3, 92.0, 91.4, 92.2],
    pastFailures: null,
    historyTotal: 155,
  },
  {
    indicator: 'transport-first-acceptance',
    yearToDate: [
      [6, 0],
      [12, 1],
      [14, 0],
      [8, 0],
      [4, 0],
      [2, 0],
    ],
    quarters: [
      [
        [2, 0],
        [2, 0],
        [2, 0],
      ],
      // One project of 海丰县 failed its first acceptance: 100 % is lost for the year, in the county and in the city.
      [
        [4, 0],
        [4, 1],
        [4, 0],
      ],
      [
        [4, 0],
        [5, 0],
        [5, 0],
      ],
      [
        [3, 0],
        [3, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 0],
        [0, 0],
      ],
    ],
    history: [100, 92.3, 100, 100, 100, 100, 93.8, 100, 100, 100, 100, 100],
    pastFailures: null,
    historyTotal: 14,
  },
  {
    indicator: 'completed-works-excellence',
    yearToDate: [
      [16, 1],
      [17, 1],
      [18, 3],
      [9, 1],
      [6, 1],
      [3, 0],
    ],
    quarters: null,
    history: [86.4, 87.0, 85.7, 88.0, 87.5, 88.9, 90.0, 88.5, 91.3, 90.5, 88.0, 91.7],
    pastFailures: null,
    historyTotal: 23,
  },
  {
    indicator: 'water-works-pass-rate',
    yearToDate: [
      [20, 0],
      [46, 0],
      [50, 1],
      [30, 1],
      [10, 0],
      [8, 0],
    ],
    quarters: null,
    history: [96.2, 98.1, 98.0, 96.4, 98.2, 98.1, 100, 98.3, 98.1, 98.2, 100, 98.3],
    pastFailures: null,
    historyTotal: 54,
  },
];
