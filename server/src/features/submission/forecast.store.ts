import type { PlainDate } from '@zhibiao/shared/calendar';
import type { UnitCode } from '@zhibiao/shared/programme';
import type { Change, Effect, PreviewView } from '@zhibiao/shared/submission';
import type { NewestAssessment, PackedSheet } from '../evaluation';

/** How many rows each kind of change has. */
export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
}

/** What committing rows would do to the ledger, the headlines and the alerts. */
export interface Forecast {
  /** Ledger position and business day for which it was worked out; it holds for no other. */
  readonly position: number;
  readonly day: PlainDate;
  readonly counts: ChangeCounts;
  /** For each row in order its place in `changeKinds`. */
  readonly kinds: Uint8Array;
  /** The first changes, changed figures before new ones. */
  readonly changes: readonly Change[];
  /** The headlines that would change, newest year first. */
  readonly effects: readonly Effect[];
  readonly alertsToOpen: PreviewView['alertsToOpen'];
}

/** What a commit stores beside the revisions. */
export interface Judgements {
  readonly sheets: readonly PackedSheet[];
  readonly newest: readonly NewestAssessment[];
}

/** A draft to forecast: one reading of one submission, on a day. */
export interface ForecastRequest {
  readonly submission: number;
  /** `reading` of the draft: a corrected draft is another one. */
  readonly reading: number;
  readonly day: PlainDate;
  readonly watched: readonly UnitCode[];
}

/** A forecast under way. The judgements come later than the forecast, or only when they are asked for. */
export interface StartedForecast {
  readonly forecast: Promise<Forecast>;
  readonly judgements: () => Promise<Judgements>;
}

/** A forecast that holds for the ledger as it stands, and the judgements behind it. */
export interface ReadyForecast {
  readonly forecast: Forecast;
  readonly judgements: () => Promise<Judgements>;
}

/** Works out forecasts: on the caller's thread, or on one of its own. */
export interface Forecaster {
  /** The draft is read from the store. */
  readonly start: (request: ForecastRequest) => StartedForecast;
  /** Says that a draft is on its way. */
  readonly warm: () => void;
  readonly close: () => Promise<void>;
}

/** Forecasts of drafts, begun when a draft is stored so that preview and commit find them ready. */
export interface Forecasts {
  warm(): void;
  /** Begins to work it out; whoever asks later hears of failures. */
  prepare(request: ForecastRequest): void;
  /** For the ledger as it stands now. */
  of(request: ForecastRequest): Promise<ReadyForecast>;
  forget(submission: number): void;
  close(): Promise<void>;
}
