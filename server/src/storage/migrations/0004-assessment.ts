import type { Migration } from './migration';

/** Judgements kept ready for every page; all of them can be worked out again from the ledger. */
export const assessment: Migration = {
  number: 4,
  name: 'assessment',
  sqlite: `
-- OR and not IN in the CHECKs: SQLite would build a list anew for every row, a third of a bulk write.
CREATE TABLE assessment (
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),          -- '2025-Q3'
  basis     TEXT NOT NULL CHECK (basis = 'single' OR basis = 'cumulative'),           -- 'cumulative'
  indicator TEXT NOT NULL CHECK (length(indicator) > 0),                       -- 'food-pass-rate'
  unit      TEXT NOT NULL CHECK (length(unit) > 0),                            -- '441500'
  verdict   TEXT NOT NULL CHECK (verdict = 'met' OR verdict = 'short' OR verdict = 'no-data'),      -- 'short'
  light     TEXT NOT NULL CHECK (light = 'met' OR light = 'risk' OR light = 'miss' OR light = 'none'),    -- 'risk'
  passes    INTEGER CHECK (passes BETWEEN 0 AND total),                        -- 985; null without counts
  total     INTEGER CHECK (total BETWEEN 0 AND 1000000000),                    -- 1000; null without counts
  rate_text TEXT,                                                              -- '98.50' as shown; null without a figure
  value     REAL,                                                              -- 0.985, or points for a score: for drawing only
  detail    TEXT NOT NULL,                                                     -- '[["c"],"reported",0,…]', see sql/assessment-detail.ts
  CHECK ((passes IS NULL) = (total IS NULL)),
  UNIQUE (period, basis, indicator, unit)
) STRICT;
`,
};
