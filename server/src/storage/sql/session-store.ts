import type { Actor } from '@zhibiao/shared/access';
import type { SessionStore } from '../../features/access/session.store';
import type { Connection } from '../connection';

/** Who is signed in. */
export const sessionStore = (connection: Connection): SessionStore => {
  const { build } = connection;
  return {
    create: (session) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.insertInto('session').values({
            token_hash: session.tokenHash,
            actor_id: session.actor.id,
            actor: JSON.stringify(session.actor),
            created_at: session.createdAt,
            last_seen_at: session.lastSeenAt,
            expires_at: session.expiresAt,
          }),
        );
      }),
    find: async (tokenHash) => {
      const [row] = await connection.rows(
        build.selectFrom('session').selectAll().where('token_hash', '=', tokenHash),
      );
      if (row === undefined) return null;
      return {
        tokenHash: row.token_hash,
        // Written by `create` from an Actor and never changed.
        actor: JSON.parse(row.actor) as Actor,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        expiresAt: row.expires_at,
      };
    },
    touch: (tokenHash, at) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.updateTable('session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash),
        );
      }),
    delete: (tokenHash) =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('session').where('token_hash', '=', tokenHash));
      }),
    deleteOf: (actorId) =>
      connection.atomic((writing) =>
        writing.write(build.deleteFrom('session').where('actor_id', '=', actorId)),
      ),
    deleteExpired: (before) =>
      connection.atomic((writing) =>
        writing.write(build.deleteFrom('session').where('expires_at', '<', before)),
      ),
  };
};
