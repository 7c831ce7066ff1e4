import type { AuditHead } from '../features/access/audit.store';
import type { Stores } from '../stores';
import type { Finding } from './sqlite/inspect';

/** An open database with everything an operator may ask of it. */
export interface Storage {
  readonly stores: Stores;
  /** The database file. */
  readonly file: string;
  /** Keeps the line of writers while work writes the database through another connection. Short: everybody waits. */
  lendWriter<T>(work: () => Promise<T>): Promise<T>;
  /** SHA-256 over all committed facts; equal before and after means that nothing changed. */
  factsHash(): Promise<string>;
  /** Full check of the file, its keys and its current state; slow on large databases, an empty list is health. */
  inspect(): Promise<readonly Finding[]>;
  /** Copies what is committed into a new file, which is there wholly or not at all. */
  backup(target: string): Promise<void>;
  /** Tells of the trail's new head each time that entries have been committed; one listener. */
  onAudited(listener: (head: AuditHead) => void): void;
  /** Finishes what is in line, then leaves one tidy file and a free folder. */
  close(): Promise<void>;
}
