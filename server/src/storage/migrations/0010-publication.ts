import type { Migration } from './migration';

/**
 * The life of a submission after its draft, and the numbered states of the ledger that are published. What an older
 * folder holds becomes publication 1, so that nothing disappears from the pages.
 */
export const publication: Migration = {
  number: 10,
  name: 'publication',
  sqlite: `
-- Each step of a submission between draft and decision; the newest one says where it stands.
CREATE TABLE submission_step (
  id         INTEGER PRIMARY KEY,                                              -- 31, rises with each step
  submission INTEGER NOT NULL REFERENCES submission (id),                      -- 12
  state      TEXT NOT NULL CHECK (state IN ('submitted', 'under-review', 'returned', 'withdrawn', 'approved')), -- 'submitted'
  at         TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),         -- '2025-10-16T02:03:10.000Z'
  by_id      TEXT NOT NULL CHECK (length(by_id) > 0),                          -- 'demo-statistician'
  by_role    TEXT NOT NULL CHECK (length(by_role) > 0),                        -- 'statistician'
  by_name_zh TEXT NOT NULL,                                                    -- '市市场监管局统计员'
  by_name_en TEXT NOT NULL,                                                    -- 'Statistician, market supervision'
  said       TEXT NOT NULL CHECK (json_valid(said))                            -- '{"reason":"请核对第 4 行","cells":[…]}'
) STRICT;

CREATE INDEX submission_step_of_submission ON submission_step (submission, id);

CREATE TRIGGER submission_step_no_update BEFORE UPDATE ON submission_step
BEGIN SELECT raise(ABORT, 'submission_step is append-only'); END;
CREATE TRIGGER submission_step_no_delete BEFORE DELETE ON submission_step
BEGIN SELECT raise(ABORT, 'submission_step is append-only'); END;

CREATE TABLE publication (
  number          INTEGER PRIMARY KEY CHECK (number >= 1),                     -- 5, rising by one
  ledger_position INTEGER NOT NULL UNIQUE CHECK (ledger_position >= 1),        -- 4711, highest revision it holds
  published_at    TEXT NOT NULL CHECK (published_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-15T01:00:00.000Z'
  by_id           TEXT NOT NULL CHECK (length(by_id) > 0),                     -- 'demo-reviewer'; 'upgrade' for what an older folder held
  by_role         TEXT NOT NULL CHECK (length(by_role) > 0),                   -- 'reviewer'
  by_name_zh      TEXT NOT NULL,                                               -- '市市场监管局审核员'
  by_name_en      TEXT NOT NULL,                                               -- 'Reviewer, market supervision'
  note            TEXT NOT NULL,                                               -- '2025 年三季度'
  reason          TEXT NOT NULL,                                               -- '陆丰市复检合格 1 批'; empty where nothing published changes
  hash            TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*') -- '2cf24d…9824', over all of its sheets
) STRICT;

CREATE TRIGGER publication_in_order BEFORE INSERT ON publication
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM publication)
  OR NEW.ledger_position <= (SELECT coalesce(max(ledger_position), 0) FROM publication)
BEGIN SELECT raise(ABORT, 'publications follow one another without a gap, each with more than the one before'); END;
CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication
BEGIN SELECT raise(ABORT, 'publication is append-only'); END;
CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication
BEGIN SELECT raise(ABORT, 'publication is append-only'); END;

-- What a publication shows: only the sheets that differ from the one before. Publication n is the newest row up to n.
CREATE TABLE published_sheet (
  publication INTEGER NOT NULL REFERENCES publication (number),                -- 5
  indicator   TEXT NOT NULL CHECK (length(indicator) > 0),                     -- 'food-pass-rate'
  period      TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),        -- '2025-Q3'
  basis       TEXT NOT NULL CHECK (basis = 'single' OR basis = 'cumulative'),  -- 'cumulative'
  content     TEXT NOT NULL,                                                   -- as in assessment_sheet; empty: the sheet is gone
  UNIQUE (indicator, period, basis, publication)
) STRICT;

CREATE TRIGGER published_sheet_no_update BEFORE UPDATE ON published_sheet
BEGIN SELECT raise(ABORT, 'published_sheet is append-only'); END;
CREATE TRIGGER published_sheet_no_delete BEFORE DELETE ON published_sheet
BEGIN SELECT raise(ABORT, 'published_sheet is append-only'); END;

CREATE TABLE planned_publication (
  id          INTEGER PRIMARY KEY,                                             -- 3
  planned_for TEXT NOT NULL CHECK (planned_for GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-17T01:00:00.000Z'
  planned_at  TEXT NOT NULL CHECK (planned_at GLOB '????-??-??T??:??:??.???Z'),  -- '2025-10-16T02:03:10.000Z'
  by_id       TEXT NOT NULL CHECK (length(by_id) > 0),                         -- 'demo-reviewer'
  by_role     TEXT NOT NULL CHECK (length(by_role) > 0),                       -- 'reviewer'
  by_name_zh  TEXT NOT NULL,                                                   -- '市市场监管局审核员'
  by_name_en  TEXT NOT NULL,                                                   -- 'Reviewer, market supervision'
  note        TEXT NOT NULL,                                                   -- '2025 年三季度'
  reason      TEXT NOT NULL,                                                   -- empty where nothing published changes
  state       TEXT NOT NULL CHECK (state IN ('open', 'published', 'cancelled', 'refused')), -- 'open'
  settled_at  TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.???Z'),         -- null while open
  CHECK ((state = 'open') = (settled_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX planned_publication_one_open ON planned_publication (state) WHERE state = 'open';

CREATE TRIGGER planned_publication_settles_once BEFORE UPDATE ON planned_publication
WHEN OLD.state <> 'open'
  OR NEW.id <> OLD.id OR NEW.planned_for <> OLD.planned_for OR NEW.planned_at <> OLD.planned_at
  OR NEW.by_id <> OLD.by_id OR NEW.note <> OLD.note OR NEW.reason <> OLD.reason
BEGIN SELECT raise(ABORT, 'a planned publication is settled once and stays what was planned'); END;
CREATE TRIGGER planned_publication_no_delete BEFORE DELETE ON planned_publication
BEGIN SELECT raise(ABORT, 'a planned publication is never deleted'); END;

-- sha256_text is ours, registered for migrations: the hash is the one that publishing itself gives.
INSERT INTO publication
SELECT 1, max(id), max(recorded_at), 'upgrade', 'reviewer', '系统升级', 'Upgrade', '升级前已入库的数据', '', -- wording-ok: kept as data, as a person's note would be
  sha256_text((SELECT coalesce(group_concat(line, ''), '') FROM (
    SELECT indicator || char(9) || period || char(9) || basis || char(9) || sha256_text(content) || char(10) AS line
    FROM assessment_sheet ORDER BY indicator, period, basis)))
FROM revision HAVING max(id) IS NOT NULL;

INSERT INTO published_sheet
SELECT 1, indicator, period, basis, content FROM assessment_sheet WHERE EXISTS (SELECT 1 FROM publication);
`,
};
