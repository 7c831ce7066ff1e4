import type { AttemptStore } from '../../features/access/attempt.store';
import type { Connection } from '../connection';

/** Wrong passwords by keyed hash of the name and source. */
export const attemptStore = (connection: Connection): AttemptStore => {
  const { build } = connection;
  return {
    of: async (nameHash) => {
      const query = build.selectFrom('sign_in_failure').selectAll().where('name_hash', '=', nameHash);
      return (await connection.rows(query)).map((row) => ({
        source: row.source,
        failures: { count: row.count, lastAt: row.last_at, lockedUntil: row.locked_until },
      }));
    },
    keep: (nameHash, { source, failures }) =>
      connection.atomic(async (writing) => {
        const values = {
          count: failures.count,
          last_at: failures.lastAt,
          locked_until: failures.lockedUntil,
        };
        await writing.write(
          build
            .insertInto('sign_in_failure')
            .values({ name_hash: nameHash, source, ...values })
            .onConflict((conflict) => conflict.columns(['name_hash', 'source']).doUpdateSet(values)),
        );
      }),
    forget: (nameHash, source) =>
      connection.atomic(async (writing) => {
        const query = build.deleteFrom('sign_in_failure').where('name_hash', '=', nameHash);
        await writing.write(source === undefined ? query : query.where('source', '=', source));
      }),
    forgetBefore: (before, now) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.deleteFrom('sign_in_failure').where('last_at', '<', before).where('locked_until', '<', now),
        );
      }),
  };
};
