import type { Instant, PlainDate } from '../calendar';
import type { Figure, ObservationKey } from '../observation';
import type { Text } from '../programme';

/** A numbered, frozen state of the ledger: everything approved up to `position`. */
export interface Publication {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  /** Highest revision id it holds. */
  readonly position: number;
  readonly publishedAt: Instant;
  /** Account id and name of who published it, as of that day. */
  readonly by: { readonly id: string; readonly name: Text };
  readonly note: string;
  /** Why published figures changed; empty where it only adds. */
  readonly reason: string;
  /** SHA-256 over every published sheet of this version, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}

/** A publication that will be made by the clock. */
export interface PlannedPublication {
  readonly id: number;
  readonly plannedFor: Instant;
  readonly note: string;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: Text };
  readonly plannedAt: Instant;
}

/** One figure that differs between two states of the ledger. */
export interface PublishedChange extends ObservationKey {
  /** What was known before; null where nothing was. */
  readonly before: Figure | null;
  /** What is known after; null where it was withdrawn. */
  readonly after: Figure | null;
  /** `added`: nothing was published before; else a correction of what had been published. */
  readonly kind: 'added' | 'corrected' | 'withdrawn';
  /** Id for outside of the submission that brought it. */
  readonly submission: string;
  readonly recordedAt: Instant;
  /** Why it changed, in the words of who submitted it. */
  readonly reason: string;
  readonly by: Text;
}

/** Which state of the figures a page is asked for. */
export type AsOf =
  | { readonly kind: 'newest' }
  | { readonly kind: 'living' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'instant'; readonly at: Instant };

/** Which state of the figures a page shows. */
export type Shown =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'publication';
      readonly number: number;
      readonly publishedAt: Instant;
      readonly day: PlainDate;
      readonly note: string;
      readonly reason: string;
      /** Number of the newest publication: another one is an old version and the page says so. */
      readonly newest: number;
    }
  | { readonly kind: 'living'; readonly position: number };
