/** A day in Asia/Shanghai, `2025-10-16`. Compares correctly as text. */
export type PlainDate = string;

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Compares correctly as text. */
export type Instant = string;

/**
 * SDMX reporting period, or an ISO interval of days:
 * `2025`, `2025-S1`, `2025-T2` (thirds), `2025-Q3`, `2025-M09`, `2025-05-01/2025-06-30`.
 */
export type PeriodCode = string;

/** Whether a figure speaks of the period alone (当期) or of the year from its start to the period's end (累计). */
export type Basis = 'single' | 'cumulative';

/** First day of a programme year: 1 January or 1 July (assessment years 1 July to 30 June). */
export type YearStart = '01-01' | '07-01';

/** Days from `start` to `end`, both included. */
export interface Span {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** A reporting period taken apart. `year` is the programme year, named for the calendar year it starts in. */
export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly part: number }
  | { readonly kind: 'third'; readonly year: number; readonly part: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly part: number }
  | { readonly kind: 'month'; readonly year: number; readonly part: number }
  | { readonly kind: 'span'; readonly start: PlainDate; readonly end: PlainDate };
