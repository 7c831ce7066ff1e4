import type { Migration } from './migration';

/** What people answered about the layout of a file, for the next file of the same layout. */
export const layoutMemory: Migration = {
  number: 15,
  name: 'layout-memory',
  sqlite: `
CREATE TABLE layout_memory (
  owner     TEXT NOT NULL CHECK (owner GLOB 'unit:?*' OR owner GLOB 'person:?*'),     -- 'unit:441581', whose files it holds for
  signature TEXT NOT NULL CHECK (length(signature) BETWEEN 1 AND 2000),              -- '序号|县区|抽检批次数|合格批次数', the headings of a sheet
  answers   TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'object'), -- '{"roles":{"问题批次":"failures"}}'
  at        TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),                 -- '2025-10-16T02:00:00.000Z', when it was answered
  PRIMARY KEY (owner, signature)
) STRICT, WITHOUT ROWID;
`,
};
