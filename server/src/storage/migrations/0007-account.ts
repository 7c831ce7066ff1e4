import type { Migration } from './migration';

/** Who may sign in, with what, and how often it went wrong. */
export const account: Migration = {
  number: 7,
  name: 'account',
  sqlite: `
CREATE TABLE account (
  id              TEXT PRIMARY KEY CHECK (length(id) = 24),                             -- 'a-4qYc1Qx0m7Zs2kPw9bTrVA', random
  sign_in_name    TEXT NOT NULL CHECK (length(sign_in_name) > 0),                       -- 'SGJ_tongji', as typed
  name_key        TEXT NOT NULL UNIQUE CHECK (length(name_key) > 1),                    -- 'sgj_tongji', folded
  name_zh         TEXT NOT NULL CHECK (length(name_zh) > 0),                            -- '张三'
  name_en         TEXT NOT NULL CHECK (length(name_en) > 0),                            -- 'Zhang San'
  grants          TEXT NOT NULL CHECK (json_valid(grants) AND json_type(grants) = 'array'), -- '[{"role":"county","departments":[],"unit":"441521"}]'
  enabled         INTEGER NOT NULL CHECK (enabled IN (0, 1)),                           -- 1
  password_hash   TEXT CHECK (password_hash GLOB '$argon2id$*'),                        -- '$argon2id$v=19$m=19456,t=2,p=1$…'; null until the first is chosen
  password_set_at TEXT CHECK (password_set_at GLOB '????-??-??T??:??:??.???Z'),         -- '2026-01-05T01:00:00.000Z'
  must_change     INTEGER NOT NULL CHECK (must_change IN (0, 1)),                       -- 0
  factor_sealed   TEXT,                                                                 -- 'gcm1.…', sealed with the key of the instance; null without a second factor
  factor_confirmed INTEGER NOT NULL CHECK (factor_confirmed IN (0, 1)),                 -- 1
  factor_step     INTEGER NOT NULL CHECK (factor_step >= 0),                            -- 58912345, last 30 seconds whose code was taken
  created_at      TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),     -- '2026-01-05T01:00:00.000Z'
  last_sign_in_at TEXT CHECK (last_sign_in_at GLOB '????-??-??T??:??:??.???Z'),         -- '2026-01-06T00:31:12.000Z'
  CHECK ((password_hash IS NULL) = (password_set_at IS NULL))
) STRICT;

CREATE TABLE account_password (
  id      INTEGER PRIMARY KEY,                                                  -- 17, rises
  account TEXT NOT NULL REFERENCES account (id),                                -- 'a-4qYc1Qx0m7Zs2kPw9bTrVA'
  hash    TEXT NOT NULL CHECK (hash GLOB '$argon2id$*')                         -- '$argon2id$v=19$…', one of the last few
) STRICT;
CREATE INDEX account_password_account ON account_password (account, id);

CREATE TABLE recovery_code (
  account TEXT NOT NULL REFERENCES account (id),                                -- 'a-4qYc1Qx0m7Zs2kPw9bTrVA'
  hash    TEXT NOT NULL CHECK (length(hash) = 64),                              -- 'ba78…15ad', keyed hash of an unused code
  PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),                          -- 'ba78…15ad', SHA-256 of the token
  account    TEXT REFERENCES account (id),                                              -- 'a-4qYc1Qx0m7Zs2kPw9bTrVA'; null for the first set-up
  expires_at TEXT NOT NULL CHECK (expires_at GLOB '????-??-??T??:??:??.???Z')           -- '2026-01-05T01:30:00.000Z'
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failure (
  name_hash    TEXT NOT NULL CHECK (length(name_hash) = 64),                    -- 'ba78…15ad', keyed hash of the folded name, known or not
  source       TEXT NOT NULL,                                                   -- '10.20.30.40'
  count        INTEGER NOT NULL CHECK (count > 0),                              -- 5
  last_at      INTEGER NOT NULL CHECK (last_at > 0),                            -- 1767574800000, milliseconds
  locked_until INTEGER NOT NULL CHECK (locked_until >= 0),                      -- 1767575700000; 0 without a lock
  PRIMARY KEY (name_hash, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);

CREATE TABLE security_policy (
  only   INTEGER PRIMARY KEY CHECK (only = 1),                                  -- 1: there is one policy
  policy TEXT NOT NULL CHECK (json_valid(policy))                               -- '{"attempts":5,"lockMinutes":15,…}'
) STRICT;

ALTER TABLE session ADD COLUMN duty TEXT CHECK (duty IN ('change-password', 'enrol-second-factor')); -- null when nothing stands in the way
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT ''; -- '10.20.30.40'
ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '' CHECK (length(browser) <= 200); -- 'Mozilla/5.0 …'
CREATE INDEX session_actor ON session (actor_id);
`,
};
