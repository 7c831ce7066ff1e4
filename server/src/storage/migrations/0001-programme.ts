import type { Migration } from './migration';

/** Programme and units files, every version of each. */
export const programme: Migration = {
  number: 1,
  name: 'programme',
  sqlite: `
CREATE TABLE programme_version (
  id        INTEGER PRIMARY KEY,                                              -- 3, rises with each version
  kind      TEXT NOT NULL CHECK (kind IN ('programme', 'units')),             -- 'programme'
  code      TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),             -- 'shanwei-2025'
  sha256    TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- '9f86d0…0a08', of json
  json      TEXT NOT NULL CHECK (length(json) > 0),                           -- '{"code":"shanwei-2025",…}'
  loaded_at TEXT NOT NULL CHECK (loaded_at GLOB '????-??-??T??:??:??.???Z')   -- '2025-10-16T02:00:00.000Z'
) STRICT;

CREATE INDEX programme_version_newest ON programme_version (kind, code, id);

CREATE TRIGGER programme_version_no_update BEFORE UPDATE ON programme_version
BEGIN SELECT raise(ABORT, 'programme_version is append-only'); END;
CREATE TRIGGER programme_version_no_delete BEFORE DELETE ON programme_version
BEGIN SELECT raise(ABORT, 'programme_version is append-only'); END;
`,
};
