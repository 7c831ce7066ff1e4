import type { Migration } from './migration';

/**
 * The audit trail names the session and is chained: each entry seals all before it. Entries of an older folder
 * are chained as they stand; `audit_chain` is a function of ours that `migrate` offers, the same that the store
 * chains new entries by.
 */
export const auditChain: Migration = {
  number: 8,
  name: 'audit-chain',
  sqlite: `
CREATE TABLE audit_entry_chained (
  sequence      INTEGER PRIMARY KEY,                                           -- 1024, rises by one whatever the clock does
  at            TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),      -- '2025-10-16T02:03:10.000Z'
  actor_id      TEXT,                                                          -- 'demo-reviewer'; null when nobody is signed in
  actor_role    TEXT,                                                          -- 'reviewer'
  actor_name_zh TEXT,                                                          -- '审核员'
  actor_name_en TEXT,                                                          -- 'Reviewer'
  ip            TEXT NOT NULL,                                                 -- '127.0.0.1'; empty for the command line
  session       TEXT NOT NULL,                                                 -- 'ba7816bf8f01', first digits of the token's hash; empty without a session
  event         TEXT NOT NULL CHECK (length(event) > 0),                       -- 'submission.commit'
  object        TEXT NOT NULL,                                                 -- 'submission:12'; empty when there is no one thing
  outcome       TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')), -- 'done'
  state_before  TEXT CHECK (json_valid(state_before)),                         -- '{"position":4655}'; null where nothing changed
  state_after   TEXT CHECK (json_valid(state_after)),                          -- '{"position":4711}'
  request_id    TEXT NOT NULL,                                                 -- 'r-5f3a'; empty outside a request
  chain         TEXT NOT NULL CHECK (length(chain) = 64 AND chain NOT GLOB '*[^0-9a-f]*'), -- '5f70bf…7d2e', SHA-256 over the chain before and the entry's canonical text
  CHECK ((actor_id IS NULL) = (actor_role IS NULL) AND (actor_id IS NULL) = (actor_name_zh IS NULL)
    AND (actor_id IS NULL) = (actor_name_en IS NULL))
) STRICT;

INSERT INTO audit_entry_chained
WITH RECURSIVE chained (sequence, chain) AS (
  SELECT 0, printf('%064d', 0)
  UNION ALL
  SELECT e.sequence, audit_chain(c.chain, e.sequence, e.at, e.actor_id, e.actor_role, e.actor_name_zh,
    e.actor_name_en, e.ip, '', e.event, e.object, e.outcome, e.state_before, e.state_after, e.request_id)
  FROM chained c
  JOIN audit_entry e ON e.sequence = (SELECT min(sequence) FROM audit_entry WHERE sequence > c.sequence)
)
SELECT e.sequence, e.at, e.actor_id, e.actor_role, e.actor_name_zh, e.actor_name_en, e.ip, '', e.event, e.object,
  e.outcome, e.state_before, e.state_after, e.request_id, c.chain
FROM chained c JOIN audit_entry e ON e.sequence = c.sequence;

DROP TABLE audit_entry;
ALTER TABLE audit_entry_chained RENAME TO audit_entry;

CREATE INDEX audit_entry_by_event ON audit_entry (event, sequence);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, sequence);

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit_entry is append-only'); END;
`,
};
