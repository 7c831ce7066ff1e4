import type { Migration } from './migration';

/** The append-only ledger of figures, and which revision of each key is the newest. */
export const ledger: Migration = {
  number: 3,
  name: 'ledger',
  sqlite: `
-- OR and not IN in the CHECKs: SQLite would build a list anew for every row, a third of a bulk write.
CREATE TABLE revision (
  id          INTEGER PRIMARY KEY,                                             -- 4711, position in the ledger, rising by one
  indicator   TEXT NOT NULL CHECK (length(indicator) > 0),                     -- 'food-pass-rate'
  unit        TEXT NOT NULL CHECK (length(unit) > 0),                          -- '441521'
  period      TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),        -- '2025-Q3'
  basis       TEXT NOT NULL CHECK (basis = 'single' OR basis = 'cumulative'),         -- 'single'
  passes      INTEGER CHECK (passes BETWEEN 0 AND total),                      -- 197 samples that passed; null without counts
  total       INTEGER CHECK (total BETWEEN 0 AND 1000000000),                  -- 200 samples taken; null without counts
  rate        TEXT CHECK (rate GLOB '[0-9]*' AND rate NOT GLOB '*[^0-9.]*' AND CAST(rate AS REAL) <= 100), -- '98.50' percent as published; null otherwise
  score       TEXT CHECK (score GLOB '[-0-9]*' AND score NOT GLOB '?*[^0-9.]*'), -- '84.3' points of a survey; null otherwise
  source      TEXT NOT NULL,                                                   -- '省市场监管局公告 2025 年第 3 号'; empty when unknown
  note        TEXT NOT NULL,                                                   -- '补报'; empty when there is none
  cell        TEXT NOT NULL,                                                   -- '抽检!E4', the cell that proves it; empty when it came from no sheet
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-16T02:03:10.000Z'
  submission  INTEGER NOT NULL REFERENCES submission (id),                     -- 12
  CHECK ((passes IS NULL) = (total IS NULL)),
  -- Exactly one kind of figure; none at all withdraws the figure before it.
  CHECK ((total IS NOT NULL) + (rate IS NOT NULL) + (score IS NOT NULL) <= 1)
) STRICT;

CREATE UNIQUE INDEX revision_of_key ON revision (indicator, unit, period, basis, id);

CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
BEGIN SELECT raise(ABORT, 'revision is append-only'); END;
CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
BEGIN SELECT raise(ABORT, 'revision is append-only'); END;

-- Current state: the newest revision of each key, read from the index alone. A table of its own would have to be
-- kept in step, and costs a bulk import a third.
CREATE VIEW observation AS
SELECT indicator, unit, period, basis, max(id) AS revision FROM revision GROUP BY indicator, unit, period, basis;
`,
};
