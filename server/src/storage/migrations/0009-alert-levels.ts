import type { Migration } from './migration';

/**
 * Alerts by level and rule (statistics.md i) in place of alerts by light. What was kept stays, under its number: an
 * open alert takes the level that its light comes to until its year is judged anew, which the next start does.
 */
export const alertLevels: Migration = {
  number: 9,
  name: 'alert-levels',
  sqlite: `
CREATE TABLE alert_of_level (
  id         INTEGER PRIMARY KEY,                                              -- 7
  indicator  TEXT NOT NULL CHECK (length(indicator) > 0),                      -- 'food-pass-rate'
  unit       TEXT NOT NULL CHECK (length(unit) > 0),                           -- '441581'
  year       INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 2999),              -- 2025
  level      TEXT NOT NULL CHECK (level IN ('none', 'blue', 'yellow', 'orange', 'red')), -- 'orange'; below yellow nothing is open
  rules      TEXT NOT NULL CHECK (rules NOT GLOB '*[^RO YB1-4]*'),             -- 'O1 O3 Y1', most urgent first; empty when none holds
  period     TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),         -- '2025-Q3', that it last spoke of
  since      TEXT CHECK (since GLOB '[12][0-9][0-9][0-9]*'),                   -- '2025-Q2', first of the unbroken alarm; null below yellow
  figures    TEXT NOT NULL CHECK (json_valid(figures)),                        -- '{"rateText":"94.2","passes":880,"total":934,…}'
  opened_at  TEXT CHECK (opened_at GLOB '????-??-??T??:??:??.???Z'),           -- '2025-07-12T01:30:00.000Z', of the last alarm; null without one
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-16T02:03:10.000Z'
  CHECK (level = 'none' OR level = 'blue' OR opened_at IS NOT NULL),
  UNIQUE (indicator, unit, year)
) STRICT;

INSERT INTO alert_of_level
SELECT id, indicator, unit, year,
  CASE WHEN state = 'recovered' THEN 'none' WHEN light = 'miss' THEN 'orange' ELSE 'yellow' END,
  '', period, CASE WHEN state = 'recovered' THEN NULL ELSE period END,
  json_object('rateText', rate_text, 'passes', NULL, 'total', NULL, 'target', NULL, 'leg', leg, 'against', NULL,
    'shortfall', shortfall, 'shortBy', short_by, 'plan', NULL, 'outlook', NULL),
  opened_at, changed_at
FROM alert;

CREATE TABLE alert_level_event (
  id      INTEGER PRIMARY KEY,                                                 -- 31
  alert   INTEGER NOT NULL REFERENCES alert_of_level (id),                     -- 7
  -- 'updated' is of the alerts by light alone, which told every new figure.
  event   TEXT NOT NULL CHECK (event IN ('opened', 'escalated', 'deescalated', 'closed', 'updated')), -- 'opened'
  level   TEXT NOT NULL CHECK (level IN ('none', 'blue', 'yellow', 'orange', 'red')), -- 'orange', after the event
  rules   TEXT NOT NULL CHECK (rules NOT GLOB '*[^RO YB1-4]*'),                -- 'O1 O3 Y1'
  period  TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),            -- '2025-Q2'
  figures TEXT NOT NULL CHECK (json_valid(figures)),                           -- '{"rateText":"94.2",…}'
  notify  INTEGER NOT NULL CHECK (notify = 0 OR notify = 1),                   -- 1: somebody is to be told
  at      TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z')             -- '2025-07-12T01:30:00.000Z'
) STRICT;

INSERT INTO alert_level_event
SELECT id, alert, CASE event WHEN 'recovered' THEN 'closed' WHEN 'reopened' THEN 'opened' ELSE event END,
  CASE WHEN event = 'recovered' THEN 'none' WHEN light = 'miss' THEN 'orange' ELSE 'yellow' END,
  '', period,
  json_object('rateText', rate_text, 'passes', NULL, 'total', NULL, 'target', NULL, 'leg', leg, 'against', NULL,
    'shortfall', shortfall, 'shortBy', short_by, 'plan', NULL, 'outlook', NULL),
  0, at
FROM alert_event;

-- Dropping fires no triggers; the guards of the new tables bear the names of the old ones.
DROP TABLE alert_event;
DROP TABLE alert;
ALTER TABLE alert_of_level RENAME TO alert;
ALTER TABLE alert_level_event RENAME TO alert_event;

CREATE TRIGGER alert_no_delete BEFORE DELETE ON alert
BEGIN SELECT raise(ABORT, 'an alert is never deleted'); END;
CREATE TRIGGER alert_keeps_its_key BEFORE UPDATE OF id, indicator, unit, year ON alert
WHEN NEW.id <> OLD.id OR NEW.indicator <> OLD.indicator OR NEW.unit <> OLD.unit OR NEW.year <> OLD.year
BEGIN SELECT raise(ABORT, 'an alert keeps its indicator, unit and year'); END;

CREATE INDEX alert_event_of_alert ON alert_event (alert, id);
CREATE TRIGGER alert_event_no_update BEFORE UPDATE ON alert_event
BEGIN SELECT raise(ABORT, 'alert_event is append-only'); END;
CREATE TRIGGER alert_event_no_delete BEFORE DELETE ON alert_event
BEGIN SELECT raise(ABORT, 'alert_event is append-only'); END;

-- On which day the alerts of an indicator were last judged: some rules hold by the calendar alone.
CREATE TABLE alert_judged (
  indicator TEXT PRIMARY KEY CHECK (length(indicator) > 0),                    -- 'food-pass-rate'
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??')                        -- '2025-10-16', in Asia/Shanghai
) STRICT, WITHOUT ROWID;
`,
};
