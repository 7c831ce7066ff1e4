import type { Actor } from '@zhibiao/shared/access';
import type { Selectable } from 'kysely';
import type { Session, SessionStore } from '../../features/access/session.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** Who is signed in. */
export const sessionStore = (connection: Connection): SessionStore => {
  const { build } = connection;
  return {
    create: (session) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.insertInto('session').values({
            token_hash: session.tokenHash,
            actor_id: session.accountId,
            actor: JSON.stringify(session.actor),
            duty: session.duty,
            created_at: session.createdAt,
            last_seen_at: session.lastSeenAt,
            expires_at: session.expiresAt,
            address: session.address,
            browser: session.browser,
          }),
        );
      }),
    find: async (tokenHash) => {
      const [row] = await connection.rows(
        build.selectFrom('session').selectAll().where('token_hash', '=', tokenHash),
      );
      return row === undefined ? null : sessionOf(row);
    },
    listOf: async (accountId) =>
      (
        await connection.rows(
          build
            .selectFrom('session')
            .selectAll()
            .where('actor_id', '=', accountId)
            .orderBy('created_at', 'desc')
            .orderBy('token_hash'),
        )
      ).map(sessionOf),
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
    deleteOf: (accountId) =>
      connection.atomic((writing) =>
        writing.write(build.deleteFrom('session').where('actor_id', '=', accountId)),
      ),
    deleteExpired: (before) =>
      connection.atomic((writing) =>
        writing.write(build.deleteFrom('session').where('expires_at', '<', before)),
      ),
  };
};

const sessionOf = (row: Selectable<Database['session']>): Session => ({
  tokenHash: row.token_hash,
  accountId: row.actor_id,
  // Written by `create` from an Actor or null and never changed.
  actor: JSON.parse(row.actor) as Actor | null,
  // The column's CHECK admits nothing else.
  duty: row.duty as Session['duty'],
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
  address: row.address,
  browser: row.browser,
});
