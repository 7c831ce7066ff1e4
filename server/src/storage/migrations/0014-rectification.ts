import type { Migration } from './migration';

/** The owner's answer to an alert, and every step of it; both are only ever added to. */
export const rectification: Migration = {
  number: 14,
  name: 'rectification',
  sqlite: `
CREATE TABLE rectification (
  id     TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- '9f86d081884c7d659a2feaa0c55ad015', random, by which it is asked for
  year   INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 2999),                  -- 2025, that of its alert
  number INTEGER NOT NULL CHECK (number > 0),                                  -- 18, counted within the year
  alert  INTEGER NOT NULL UNIQUE REFERENCES alert (id),                        -- 7
  UNIQUE (year, number)
) STRICT;

CREATE TRIGGER rectification_no_update BEFORE UPDATE ON rectification
BEGIN SELECT raise(ABORT, 'rectification is append-only'); END;
CREATE TRIGGER rectification_no_delete BEFORE DELETE ON rectification
BEGIN SELECT raise(ABORT, 'rectification is append-only'); END;

CREATE TABLE rectification_step (
  id            INTEGER PRIMARY KEY,                                           -- 31
  rectification TEXT NOT NULL REFERENCES rectification (id),                   -- '9f86…d015'
  act           TEXT NOT NULL CHECK (act IN ('open', 'reopen', 'sign', 'hand-over', 'explain', 'comment', 'plan',
                  'hand-in', 'return', 'close', 'lift')),                      -- 'sign'
  state         TEXT NOT NULL CHECK (state IN ('new', 'signed-for', 'under-way', 'to-verify', 'closed')), -- 'signed-for', after the act
  owner_kind    TEXT NOT NULL CHECK (owner_kind IN ('unit', 'department')),    -- 'unit'
  owner         TEXT NOT NULL CHECK (length(owner) > 0),                       -- '441581'; 'market-supervision'
  due_on        TEXT CHECK (due_on GLOB '????-??-??'),                         -- '2025-10-17', last day of the state; null once closed
  at            TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),      -- '2025-10-15T01:00:00.000Z'
  by_id         TEXT CHECK (length(by_id) > 0),                                -- 'demo-county-441581'; null for a publication
  by_name_zh    TEXT,                                                          -- '陆丰数据员'
  by_name_en    TEXT,                                                          -- 'Data officer, Lufeng'
  said          TEXT NOT NULL CHECK (json_valid(said)),                        -- '{"text":"已约谈企业"}'
  level         TEXT NOT NULL CHECK (level IN ('none', 'blue', 'yellow', 'orange', 'red')), -- 'orange', of the alert at that moment
  rate_text     TEXT,                                                          -- '95.80'; null without a figure
  CHECK ((state = 'closed') = (due_on IS NULL)),
  CHECK ((by_id IS NULL) = (act IN ('open', 'reopen'))),
  CHECK ((by_id IS NULL) = (by_name_zh IS NULL) AND (by_id IS NULL) = (by_name_en IS NULL))
) STRICT;

CREATE INDEX rectification_step_of ON rectification_step (rectification, id);
CREATE TRIGGER rectification_step_no_update BEFORE UPDATE ON rectification_step
BEGIN SELECT raise(ABORT, 'rectification_step is append-only'); END;
CREATE TRIGGER rectification_step_no_delete BEFORE DELETE ON rectification_step
BEGIN SELECT raise(ABORT, 'rectification_step is append-only'); END;
-- INSERT OR REPLACE would delete without telling the trigger above.
CREATE TRIGGER rectification_step_follows BEFORE INSERT ON rectification_step
WHEN NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM rectification_step WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'rectification_step is append-only'); END;
CREATE TRIGGER rectification_follows BEFORE INSERT ON rectification
WHEN EXISTS (SELECT 1 FROM rectification WHERE id = NEW.id OR alert = NEW.alert
  OR (year = NEW.year AND number = NEW.number))
BEGIN SELECT raise(ABORT, 'rectification is append-only'); END;
`,
};
