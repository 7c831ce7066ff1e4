import type { Migration } from './migration';

/**
 * Lists of samples (明细), the product's biggest table: one row a sample and batch, clustered by number, without a second
 * index. What pages ask is kept as sums beside it, each batch's as its difference to what stood before, so that
 * approving a batch is one update and no page ever groups a million rows.
 */
export const sample: Migration = {
  number: 13,
  name: 'sample',
  sqlite: `
-- One list of samples; counts from the moment it is approved.
CREATE TABLE sample_batch (
  id              INTEGER PRIMARY KEY,                                         -- 7
  submission      INTEGER NOT NULL UNIQUE REFERENCES submission (id),          -- 12
  approved        INTEGER UNIQUE CHECK (approved >= 1),                        -- 3, order in which batches came to count; null before
  ledger_position INTEGER CHECK (ledger_position >= 0),                        -- 4711, the ledger after its figures; null before
  CHECK ((approved IS NULL) = (ledger_position IS NULL))
) STRICT;

CREATE TRIGGER sample_batch_approved_once BEFORE UPDATE ON sample_batch
WHEN OLD.approved IS NOT NULL OR NEW.id <> OLD.id OR NEW.submission <> OLD.submission
BEGIN SELECT raise(ABORT, 'a batch of samples is approved once and stays what it was'); END;
CREATE TRIGGER sample_batch_no_delete BEFORE DELETE ON sample_batch WHEN OLD.approved IS NOT NULL
BEGIN SELECT raise(ABORT, 'an approved batch of samples is never deleted'); END;

CREATE TABLE sample_indicator (
  id   INTEGER PRIMARY KEY,                                                    -- 1
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0)                           -- 'food-pass-rate'
) STRICT;

CREATE TABLE sample_group (
  id        INTEGER PRIMARY KEY,                                               -- 204
  indicator INTEGER NOT NULL REFERENCES sample_indicator (id),                 -- 1
  unit      TEXT NOT NULL CHECK (length(unit) > 0),                            -- '441521'
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),          -- '2025-Q3'
  category  TEXT NOT NULL CHECK (length(category) <= 100),                     -- '餐饮食品'; empty where the list says none
  UNIQUE (indicator, unit, period, category)
) STRICT;

CREATE TABLE sample_item (
  id   INTEGER PRIMARY KEY,                                                    -- 31
  name TEXT NOT NULL UNIQUE CHECK (length(name) <= 100)                        -- '噻虫胺'; empty where the list names none
) STRICT;

-- A revision of a sample: of one number the row of the batch approved last counts. A retest is such a row.
CREATE TABLE sample_row (
  indicator INTEGER NOT NULL,                                                  -- 1
  number    TEXT NOT NULL CHECK (length(number) BETWEEN 4 AND 60),             -- 'XBJ24441521607730202ZX'
  batch     INTEGER NOT NULL REFERENCES sample_batch (id),                     -- 7
  grp       INTEGER NOT NULL REFERENCES sample_group (id),                     -- 204
  verdict   INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3),                  -- 1; 0 passed, 1 failed, 2 and 3 the same at a retest
  day       INTEGER NOT NULL CHECK (day = 0 OR day BETWEEN 20000101 AND 20991231), -- 20250812; 0 where the list has none
  line      INTEGER NOT NULL CHECK (line >= 1),                                -- 4, line of the file
  PRIMARY KEY (indicator, number, batch)
) STRICT, WITHOUT ROWID;

-- What a batch changes in the counts of a group: differences, so that batches add up.
CREATE TABLE sample_sum (
  grp    INTEGER NOT NULL REFERENCES sample_group (id),                        -- 204
  batch  INTEGER NOT NULL REFERENCES sample_batch (id),                        -- 7
  passes INTEGER NOT NULL,                                                     -- 48
  total  INTEGER NOT NULL,                                                     -- 49
  PRIMARY KEY (grp, batch)
) STRICT, WITHOUT ROWID;

-- The same of failing items.
CREATE TABLE sample_item_sum (
  grp      INTEGER NOT NULL REFERENCES sample_group (id),                      -- 204
  item     INTEGER NOT NULL REFERENCES sample_item (id),                       -- 31
  batch    INTEGER NOT NULL REFERENCES sample_batch (id),                      -- 7
  failures INTEGER NOT NULL,                                                   -- 2
  PRIMARY KEY (grp, item, batch)
) STRICT, WITHOUT ROWID;

-- The failing ones among sample_row, so that the way down to them needs no index on all.
CREATE TABLE sample_failure (
  grp       INTEGER NOT NULL REFERENCES sample_group (id),                     -- 204
  day       INTEGER NOT NULL,                                                  -- 20250812
  indicator INTEGER NOT NULL,                                                  -- 1
  number    TEXT NOT NULL,                                                     -- 'XBJ24441521607730202ZX'
  batch     INTEGER NOT NULL REFERENCES sample_batch (id),                     -- 7
  product   TEXT NOT NULL CHECK (length(product) <= 100),                      -- '韭菜'; no firm and no person is kept
  items     TEXT NOT NULL CHECK (json_valid(items)),                           -- '[{"item":31,"result":"0.31mg/kg","limit":"≤0.2"}]'
  PRIMARY KEY (grp, day, indicator, number, batch)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sample_row_no_update BEFORE UPDATE ON sample_row
WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'sample_row is append-only'); END;
CREATE TRIGGER sample_row_no_delete BEFORE DELETE ON sample_row
WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'sample_row is append-only'); END;
CREATE TRIGGER sample_sum_no_insert BEFORE INSERT ON sample_sum
WHEN (SELECT approved FROM sample_batch WHERE id = NEW.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'an approved batch of samples takes nothing more'); END;
CREATE TRIGGER sample_sum_no_update BEFORE UPDATE ON sample_sum
BEGIN SELECT raise(ABORT, 'sample_sum is append-only'); END;
CREATE TRIGGER sample_sum_no_delete BEFORE DELETE ON sample_sum
WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'sample_sum is append-only'); END;
CREATE TRIGGER sample_item_sum_no_update BEFORE UPDATE ON sample_item_sum
BEGIN SELECT raise(ABORT, 'sample_item_sum is append-only'); END;
CREATE TRIGGER sample_item_sum_no_delete BEFORE DELETE ON sample_item_sum
WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'sample_item_sum is append-only'); END;
CREATE TRIGGER sample_failure_no_update BEFORE UPDATE ON sample_failure
BEGIN SELECT raise(ABORT, 'sample_failure is append-only'); END;
CREATE TRIGGER sample_failure_no_delete BEFORE DELETE ON sample_failure
WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
BEGIN SELECT raise(ABORT, 'sample_failure is append-only'); END;
`,
};
