import type { Migration } from './migration';

/** Who is signed in, and the trail of what was done. */
export const access: Migration = {
  number: 6,
  name: 'access',
  sqlite: `
CREATE TABLE session (
  token_hash   TEXT PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'), -- 'ba7816…15ad', SHA-256 of the token
  actor_id     TEXT NOT NULL CHECK (length(actor_id) > 0),                        -- 'demo-county-441521'
  actor        TEXT NOT NULL CHECK (json_valid(actor)),                           -- '{"id":"demo-county-441521","role":"county",…}'
  created_at   TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),   -- '2025-10-16T02:00:00.000Z'
  last_seen_at TEXT NOT NULL CHECK (last_seen_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-16T02:17:40.000Z'
  expires_at   TEXT NOT NULL CHECK (expires_at GLOB '????-??-??T??:??:??.???Z')    -- '2025-10-16T14:00:00.000Z'
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  sequence      INTEGER PRIMARY KEY,                                           -- 1024, rises by one whatever the clock does
  at            TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),      -- '2025-10-16T02:03:10.000Z'
  actor_id      TEXT,                                                          -- 'demo-reviewer'; null when nobody is signed in
  actor_role    TEXT,                                                          -- 'reviewer'
  actor_name_zh TEXT,                                                          -- '审核员'
  actor_name_en TEXT,                                                          -- 'Reviewer'
  ip            TEXT NOT NULL,                                                 -- '127.0.0.1'; empty for the command line
  event         TEXT NOT NULL CHECK (length(event) > 0),                       -- 'submission.commit'
  object        TEXT NOT NULL,                                                 -- 'submission:12'; empty when there is no one thing
  outcome       TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')), -- 'done'
  state_before  TEXT CHECK (json_valid(state_before)),                         -- '{"position":4655}'; null where nothing changed
  state_after   TEXT CHECK (json_valid(state_after)),                          -- '{"position":4711}'
  request_id    TEXT NOT NULL,                                                 -- 'r-5f3a'; empty outside a request
  CHECK ((actor_id IS NULL) = (actor_role IS NULL) AND (actor_id IS NULL) = (actor_name_zh IS NULL)
    AND (actor_id IS NULL) = (actor_name_en IS NULL))
) STRICT;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit_entry is append-only'); END;
`,
};
