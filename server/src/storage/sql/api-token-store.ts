import type { Selectable } from 'kysely';
import type { ApiToken, ApiTokenStore } from '../../features/access/api-token.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** Tokens by which programs act for somebody. */
export const apiTokenStore = (connection: Connection): ApiTokenStore => {
  const { build } = connection;
  const oneBy = async (column: 'id' | 'token_hash', value: string): Promise<ApiToken | null> => {
    const [row] = await connection.rows(build.selectFrom('api_token').selectAll().where(column, '=', value));
    return row === undefined ? null : tokenOf(row);
  };
  return {
    create: (token) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.insertInto('api_token').values({
            id: token.id,
            token_hash: token.tokenHash,
            owner: token.owner,
            role: token.role,
            label: token.label,
            created_at: token.createdAt,
            created_by: token.createdBy,
            expires_at: token.expiresAt,
            revoked_at: null,
            last_used_at: null,
          }),
        );
      }),
    byHash: (tokenHash) => oneBy('token_hash', tokenHash),
    find: (id) => oneBy('id', id),
    listOf: async (owner) =>
      (
        await connection.rows(
          build
            .selectFrom('api_token')
            .selectAll()
            .where('owner', '=', owner)
            .orderBy('created_at', 'desc')
            .orderBy('id'),
        )
      ).map(tokenOf),
    revoke: (id, at) =>
      connection.atomic(
        async (writing) =>
          (await writing.write(
            build
              .updateTable('api_token')
              .set({ revoked_at: at })
              .where('id', '=', id)
              .where('revoked_at', 'is', null),
          )) === 1,
      ),
    used: (id, at) =>
      connection.atomic(async (writing) => {
        await writing.write(build.updateTable('api_token').set({ last_used_at: at }).where('id', '=', id));
      }),
  };
};

const tokenOf = (row: Selectable<Database['api_token']>): ApiToken => ({
  id: row.id,
  owner: row.owner,
  // Written by `create` from a role and never changed.
  role: row.role as ApiToken['role'],
  label: row.label,
  createdAt: row.created_at,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  lastUsedAt: row.last_used_at,
});
