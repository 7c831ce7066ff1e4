import type { Migration } from './migration';

/** Tokens by which programs send figures for somebody; only their hashes are kept. */
export const apiToken: Migration = {
  number: 12,
  name: 'api-token',
  sqlite: `
CREATE TABLE api_token (
  id           TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),  -- '9f86d081884c7d659a2feaa0c55ad015', random, names it without opening anything
  token_hash   TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),                    -- 'ba78…15ad', SHA-256 of the token
  owner        TEXT NOT NULL CHECK (length(owner) > 0),                                 -- 'a-4qYc1Qx0m7Zs2kPw9bTrVA', an account, or a person of the demonstration
  role         TEXT NOT NULL CHECK (length(role) > 0),                                  -- 'county', the role of its owner that it uses
  label        TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),                   -- '市检验所系统'
  created_at   TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),        -- '2025-10-16T02:00:00.000Z'
  created_by   TEXT NOT NULL CHECK (length(created_by) > 0),                            -- who made it; the owner or a security administrator
  expires_at   TEXT NOT NULL CHECK (expires_at GLOB '????-??-??T??:??:??.???Z' AND expires_at > created_at), -- '2026-10-16T02:00:00.000Z'
  revoked_at   TEXT CHECK (revoked_at GLOB '????-??-??T??:??:??.???Z'),                 -- null while it may be used
  last_used_at TEXT CHECK (last_used_at GLOB '????-??-??T??:??:??.???Z')                -- null before its first use
) STRICT;

CREATE INDEX api_token_owner ON api_token (owner, created_at);

CREATE TRIGGER api_token_stays_what_it_is BEFORE UPDATE ON api_token
WHEN NEW.id <> OLD.id OR NEW.token_hash <> OLD.token_hash OR NEW.owner <> OLD.owner OR NEW.role <> OLD.role
  OR NEW.label <> OLD.label OR NEW.created_at <> OLD.created_at OR NEW.created_by <> OLD.created_by
  OR NEW.expires_at <> OLD.expires_at OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
BEGIN SELECT raise(ABORT, 'a token is used and revoked, and otherwise stays what it is'); END;
CREATE TRIGGER api_token_no_delete BEFORE DELETE ON api_token
BEGIN SELECT raise(ABORT, 'a token is revoked, never deleted'); END;
`,
};
