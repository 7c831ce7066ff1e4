import type { Instant } from '@zhibiao/shared/calendar';
import type { PlannedPublication, Publication } from '@zhibiao/shared/publication';
import type { Author } from '../access/author';
import type { AssessmentReads } from '../evaluation/assessment.store';

/** What `add` takes: the store gives number and hash. */
export interface NewPublication {
  /** Highest revision id it holds; more than the publication before it. */
  readonly position: number;
  readonly publishedAt: Instant;
  readonly by: Author;
  readonly note: string;
  readonly reason: string;
}

/** What `plan` takes. */
export interface NewPlan {
  readonly plannedFor: Instant;
  readonly plannedAt: Instant;
  readonly by: Author;
  readonly note: string;
  readonly reason: string;
}

/** How a planned publication ended. */
export type PlanOutcome = 'published' | 'cancelled' | 'refused';

/** The numbered states of the ledger that people read. Append only; nothing published is changed or deleted. */
export interface PublicationStore {
  /** In order of number. */
  list(): Promise<readonly Publication[]>;
  newest(): Promise<Publication | null>;
  /** Freezes the sheets as they stand; keeps only those that differ from the publication before. */
  add(publication: NewPublication): Promise<Publication>;
  /** The judgements as they were published. */
  sheets(number: number): AssessmentReads;
  /** SHA-256 over the sheets that a publication shows, worked out anew from what is stored. */
  hashOf(number: number): Promise<string>;
  /** Fails when one is open already. Answers its id. */
  plan(plan: NewPlan): Promise<number>;
  openPlan(): Promise<(PlannedPublication & { readonly author: Author }) | null>;
  /** Ends a plan; false when it was not open any more, and then nothing changed. */
  settlePlan(id: number, outcome: PlanOutcome, at: Instant): Promise<boolean>;
}
