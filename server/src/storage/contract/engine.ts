import type { SampleStaging } from '../../features/sample/sample-staging.store';
import type { Storage } from '../storage';

/** A fresh, empty database of the engine under test. */
export interface Opened {
  readonly storage: Storage;
  /** Runs SQL past the stores, as somebody with a database shell would; throws what the database refuses. */
  sql(text: string): readonly unknown[];
  /** Another way in for samples, as the thread that reads lists has one. */
  staging(): SampleStaging;
  close(): Promise<void>;
}

/** Opens a fresh database for one test. */
export type OpenEngine = () => Promise<Opened>;
