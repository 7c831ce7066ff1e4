import type { Compilable } from 'kysely';
import type { Value } from '../connection';
import type { Statements } from './statements';

/** Runs a query that answers rows. */
export const rowsOf = <Row>(statements: Statements, query: Compilable<Row>): readonly Row[] => {
  const { sql, parameters } = query.compile();
  // Kysely worked out the row from the tables' types and the columns asked for.
  return statements(sql)
    .raw(false)
    .all(...parameters) as readonly Row[];
};

/** Runs a query that answers rows, each as the list of its columns. */
export const listsOf = (
  statements: Statements,
  query: Compilable<unknown>,
): readonly (readonly Value[])[] => {
  const { sql, parameters } = query.compile();
  // No column is a blob and no integer beyond 2^53 is stored, so every cell is a text, a number or null.
  return statements(sql)
    .raw(true)
    .all(...parameters) as readonly (readonly Value[])[];
};
