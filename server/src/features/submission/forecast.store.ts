import type { PlainDate } from '@zhibiao/shared/calendar';
import type { Change, Effect, EffectsView, Issue } from '@zhibiao/shared/submission';
import type { PackedRows } from '../../documents/packed-rows';
import type { PackedSheet } from '../evaluation';

/** How many rows each kind of change has. */
export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
}

/** What committing rows would do to the ledger, and what is strange about them beside it. */
export interface Forecast {
  /** Ledger position and business day for which it was worked out; it holds for no other. */
  readonly position: number;
  readonly day: PlainDate;
  readonly counts: ChangeCounts;
  /** For each row in order its place in `changeKinds`. */
  readonly kinds: Uint8Array;
  /** The first changes, changed figures before new ones. */
  readonly changes: readonly Change[];
  readonly plausibility: PlausibilityReading;
}

/** What looks wrong or strange beside the ledger, of the rows that would be stored. */
export interface PlausibilityReading {
  /** In sheet order; at most 1,000 errors and 1,000 warnings, which the numbers count all. */
  readonly issues: readonly Issue[];
  readonly errors: number;
  readonly warnings: number;
  /** Places, in the order of the rows, of those that may be stored only with an explanation. */
  readonly toExplain: Int32Array<ArrayBuffer>;
  /** Sheet and row of the first thousand of them. */
  readonly explainAt: readonly { readonly sheet: string; readonly row: number }[];
}

/** What a commit stores beside the revisions. */
export type Judgements = readonly PackedSheet[];

/** What committing rows would do to the headlines and the alerts; shown to people, stored by nobody. */
export interface Consequences {
  /** The headlines that would change, newest year first: of the whole and, where all rows are of one unit, of that unit. */
  readonly effects: readonly Effect[];
  readonly alertsToOpen: EffectsView['alertsToOpen'];
}

/** What is to be forecast. */
export interface ForecastWork {
  /** The good rows as the reading thread gave them, or the draft that holds them. */
  readonly source:
    | { readonly kind: 'rows'; readonly packed: PackedRows; readonly errors: number }
    | { readonly kind: 'draft'; readonly submission: number };
  readonly day: PlainDate;
}

/** Which forecast is asked for: one reading of one submission, on a day. */
export interface ForecastRequest {
  readonly submission: number;
  /** `reading` of the draft: a corrected draft is another one. */
  readonly reading: number;
  readonly day: PlainDate;
}

/** What follows from a forecast and takes longer: it comes later, or only when it is asked for. */
interface Later {
  /** Never for rows with errors: nobody can commit them. */
  readonly judgements: () => Promise<Judgements>;
  readonly consequences: () => Promise<Consequences>;
  /** Says that nobody will ask for the consequences any more; they are told all the same to whoever has asked. */
  readonly forget: () => void;
}

/** A forecast under way. */
export interface StartedForecast extends Later {
  readonly forecast: Promise<Forecast>;
}

/** A forecast that holds for the ledger as it stands. */
export interface ReadyForecast extends Later {
  readonly forecast: Forecast;
}

/** Works out forecasts: on the caller's thread, or on one of its own. */
export interface Forecaster {
  readonly start: (work: ForecastWork) => StartedForecast;
  /** Says that rows are on their way. */
  readonly warm: () => void;
  readonly close: () => Promise<void>;
}

/** Forecasts of drafts, begun as soon as a file is read so that preview and commit find them ready. */
export interface Forecasts {
  warm(): void;
  /** Begins to work it out; `keep` says later which draft it belongs to. */
  begin(work: ForecastWork): StartedForecast;
  keep(request: ForecastRequest, started: StartedForecast): void;
  /** For the ledger as it stands now: the one that was kept while it holds, else a new one. */
  of(request: ForecastRequest): Promise<ReadyForecast>;
  forget(submission: number): void;
}
