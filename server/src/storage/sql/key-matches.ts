import { sql, type RawBuilder } from 'kysely';
import type { ObservationFilter } from '../../features/observation/observation.store';

/** `column IN (…)`; nothing matches an empty list, everything one that is left out. */
export const isIn = (column: string, values: readonly string[] | undefined): RawBuilder<boolean> => {
  if (values === undefined) return sql<boolean>`1 = 1`;
  if (values.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`${sql.ref(column)} IN (${sql.join(values)})`;
};

/**
 * Years `from` to `to` of a period column, both included. They compare as text: a period code begins with
 * the four digits of its year, and `2025` sorts before `2025-Q1`.
 */
export const isInYears = (
  column: string,
  years: { readonly fromYear?: number; readonly toYear?: number },
): RawBuilder<boolean> => {
  const from =
    years.fromYear === undefined ? sql`1 = 1` : sql`${sql.ref(column)} >= ${String(years.fromYear)}`;
  const to = years.toYear === undefined ? sql`1 = 1` : sql`${sql.ref(column)} < ${String(years.toYear + 1)}`;
  return sql<boolean>`(${from} AND ${to})`;
};

/** The condition of a filter on the table or alias `k`. */
export const keyMatches = (filter: ObservationFilter): RawBuilder<boolean> => {
  const basis = filter.basis === undefined ? sql`1 = 1` : sql`k.basis = ${filter.basis}`;
  return sql<boolean>`(${sql.join(
    [
      isIn('k.indicator', filter.indicators),
      isIn('k.unit', filter.units),
      isIn('k.period', filter.periods),
      isInYears('k.period', filter),
      basis,
    ],
    sql` AND `,
  )})`;
};
