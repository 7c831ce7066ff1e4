import type { Storage } from '../storage';

/** A fresh, empty database of the engine under test. */
export interface Opened {
  readonly storage: Storage;
  /** Runs SQL past the stores, as somebody with a database shell would; throws what the database refuses. */
  sql(text: string): readonly unknown[];
  close(): Promise<void>;
}

/** Opens a fresh database for one test. */
export type OpenEngine = () => Promise<Opened>;
