import type { Migration } from './migration';

/** Judgements kept ready for every page; all of them can be worked out again from the ledger. */
export const assessment: Migration = {
  number: 4,
  name: 'assessment',
  sqlite: `
-- One row for an indicator, period and basis with every unit in it: they are judged, replaced and shown together.
CREATE TABLE assessment_sheet (
  indicator TEXT NOT NULL CHECK (length(indicator) > 0),                       -- 'food-pass-rate'
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),          -- '2025-Q3'
  basis     TEXT NOT NULL CHECK (basis = 'single' OR basis = 'cumulative'),    -- 'cumulative'
  content   TEXT NOT NULL CHECK (length(content) > 0),                         -- a line for each unit, see sql/packed-sheet.ts
  UNIQUE (indicator, period, basis)
) STRICT;
`,
};
