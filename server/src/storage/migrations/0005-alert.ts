import type { Migration } from './migration';

/** Alerts, one for each indicator, unit and year, and the life of each. */
export const alert: Migration = {
  number: 5,
  name: 'alert',
  sqlite: `
CREATE TABLE alert (
  id         INTEGER PRIMARY KEY,                                              -- 7
  indicator  TEXT NOT NULL CHECK (length(indicator) > 0),                      -- 'food-pass-rate'
  unit       TEXT NOT NULL CHECK (length(unit) > 0),                           -- '441581'
  year       INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 2999),              -- 2025
  state      TEXT NOT NULL CHECK (state IN ('open', 'recovered')),             -- 'open'
  light      TEXT NOT NULL CHECK (light IN ('miss', 'risk')),                  -- 'miss', the last light that was on
  leg        TEXT NOT NULL CHECK (length(leg) > 0),                            -- 'value', 'province': the widest gap
  period     TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),         -- '2025-Q3', of the assessment that last spoke
  rate_text  TEXT NOT NULL,                                                    -- '96.20'
  shortfall  REAL NOT NULL CHECK (shortfall >= 0),                             -- 2.3 percentage points; 0 when recovered
  short_by   INTEGER CHECK (short_by >= 0),                                    -- 14 samples; null without counts or when recovered
  opened_at  TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T??:??:??.???Z'),  -- '2025-07-12T01:30:00.000Z', of this opening
  changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'), -- '2025-10-16T02:03:10.000Z'
  UNIQUE (indicator, unit, year)
) STRICT;

CREATE TRIGGER alert_no_delete BEFORE DELETE ON alert
BEGIN SELECT raise(ABORT, 'an alert is never deleted'); END;
CREATE TRIGGER alert_keeps_its_key BEFORE UPDATE OF id, indicator, unit, year ON alert
WHEN NEW.id <> OLD.id OR NEW.indicator <> OLD.indicator OR NEW.unit <> OLD.unit OR NEW.year <> OLD.year
BEGIN SELECT raise(ABORT, 'an alert keeps its indicator, unit and year'); END;

CREATE TABLE alert_event (
  id        INTEGER PRIMARY KEY,                                               -- 31
  alert     INTEGER NOT NULL REFERENCES alert (id),                            -- 7
  event     TEXT NOT NULL CHECK (event IN ('opened', 'updated', 'recovered', 'reopened')), -- 'opened'
  light     TEXT NOT NULL CHECK (light IN ('miss', 'risk')),                   -- 'miss'
  leg       TEXT NOT NULL CHECK (length(leg) > 0),                             -- 'value'
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]*'),          -- '2025-Q2'
  rate_text TEXT NOT NULL,                                                     -- '95.80'
  shortfall REAL NOT NULL CHECK (shortfall >= 0),                              -- 2.7
  short_by  INTEGER CHECK (short_by >= 0),                                     -- 11
  at        TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z')           -- '2025-07-12T01:30:00.000Z'
) STRICT;

CREATE INDEX alert_event_of_alert ON alert_event (alert, id);

CREATE TRIGGER alert_event_no_update BEFORE UPDATE ON alert_event
BEGIN SELECT raise(ABORT, 'alert_event is append-only'); END;
CREATE TRIGGER alert_event_no_delete BEFORE DELETE ON alert_event
BEGIN SELECT raise(ABORT, 'alert_event is append-only'); END;
`,
};
