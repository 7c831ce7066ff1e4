import type { Failures } from '@zhibiao/shared/access';

/** Failures of one sign-in name from one source; the name is known by its keyed hash only. */
export interface SourceFailures {
  readonly source: string;
  readonly failures: Failures;
}

/** Wrong passwords, kept so that a restart forgives nothing. Known and unknown names are kept alike. */
export interface AttemptStore {
  /** The failures for a name from every source. */
  of(nameHash: string): Promise<readonly SourceFailures[]>;
  keep(nameHash: string, entry: SourceFailures): Promise<void>;
  /** Forgets the failures for a name, from one source or from all. */
  forget(nameHash: string, source?: string): Promise<void>;
  /** Forgets what last happened before the moment, milliseconds, and locks nobody after `now`. */
  forgetBefore(before: number, now: number): Promise<void>;
}
