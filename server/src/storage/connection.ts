import type { Compilable, Kysely } from 'kysely';
import type { Database } from './database';

/** What can be handed to the database as a parameter. */
export type Value = string | number | null;

/** The database as a port sees it, whatever the engine. Queries are built with Kysely and run here. */
export interface Connection {
  /** Builds queries, never runs them. */
  readonly build: Kysely<Database>;
  rows<Row>(query: Compilable<Row>): Promise<readonly Row[]>;
  /** Like `rows`, each row as a list of its columns in order: for reads of very many rows. */
  lists(query: Compilable<unknown>): Promise<readonly (readonly Value[])[]>;
  /**
   * Runs work that writes as one whole. Inside a transaction it becomes part of it; outside it is a
   * transaction of its own. When it throws, the transaction it belongs to can only be undone.
   */
  atomic<T>(work: (connection: WritingConnection) => Promise<T>): Promise<T>;
}

/** A connection inside a transaction. */
export interface WritingConnection extends Connection {
  /** Answers how many rows were written. */
  write(query: Compilable<unknown>): Promise<number>;
  /** Runs one statement, compiled once, for each list of parameters; lets other work run in between. */
  many(sql: string, parameters: Iterable<readonly Value[]>): Promise<void>;
}
