import type { Migration } from './migration';

/** Uploaded files and their drafts. A submission leaves the draft state once and is then settled for good. */
export const submission: Migration = {
  number: 2,
  name: 'submission',
  sqlite: `
CREATE TABLE submission (
  id            INTEGER PRIMARY KEY,                                            -- 12, rises with each upload
  file_name     TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),      -- '2025年三季度抽检.xlsx'
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- '2cf24d…9824', names the original
  bytes         INTEGER NOT NULL CHECK (bytes >= 0),                            -- 18432
  by_id         TEXT NOT NULL CHECK (length(by_id) > 0),                        -- 'demo-statistician-market'
  by_role       TEXT NOT NULL CHECK (length(by_role) > 0),                      -- 'statistician'
  by_name_zh    TEXT NOT NULL,                                                  -- '市市场监管局统计员'
  by_name_en    TEXT NOT NULL,                                                  -- 'Statistician, market supervision'
  uploaded_at   TEXT NOT NULL CHECK (uploaded_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-16T02:00:00.000Z'
  state         TEXT NOT NULL CHECK (state IN ('draft', 'committed', 'discarded', 'refused')), -- 'committed'
  settled_at    TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.???Z'),        -- '2025-10-16T02:03:10.000Z'; null for a draft
  reason        TEXT NOT NULL,                                                  -- '更正二季度录入错误'; empty when none was asked for
  count_new     INTEGER NOT NULL CHECK (count_new >= 0),                        -- 56 rows that the ledger did not have
  count_changed INTEGER NOT NULL CHECK (count_changed >= 0),                    -- 2 rows with another figure
  count_same    INTEGER NOT NULL CHECK (count_same >= 0),                       -- 0 rows that say what is known
  count_refused INTEGER NOT NULL CHECK (count_refused >= 0),                    -- 1 row with an error
  CHECK ((state = 'draft') = (settled_at IS NULL))
) STRICT;

CREATE INDEX submission_same_file ON submission (sha256, id);

CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission
BEGIN SELECT raise(ABORT, 'a submission is never deleted'); END;
CREATE TRIGGER submission_settles_once BEFORE UPDATE ON submission
WHEN OLD.state <> 'draft'
  OR NEW.id <> OLD.id OR NEW.file_name <> OLD.file_name OR NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes
  OR NEW.by_id <> OLD.by_id OR NEW.by_role <> OLD.by_role OR NEW.uploaded_at <> OLD.uploaded_at
BEGIN SELECT raise(ABORT, 'a submission is settled once, and its file and author stay what they were'); END;

CREATE TABLE submission_draft (
  submission INTEGER PRIMARY KEY REFERENCES submission (id),                    -- 12
  content    TEXT NOT NULL CHECK (length(content) > 0)                          -- '{"rows":[…],"issues":[…]}'
) STRICT;
`,
};
