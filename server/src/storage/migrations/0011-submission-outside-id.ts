import type { Migration } from './migration';

/**
 * The name by which submissions are asked for from outside: drawn, so that nobody can count through those of others
 * (reliability.md F11). The number stays the key inside, where the ledger, its hashes and the audit trail hold it.
 */
export const submissionOutsideId: Migration = {
  number: 11,
  name: 'submission-outside-id',
  sqlite: `
DROP TRIGGER submission_settles_once;

-- Null for an instant, until the next statement; the trigger below admits no new row without one.
ALTER TABLE submission ADD COLUMN outside_id TEXT
  CHECK (length(outside_id) = 32 AND outside_id NOT GLOB '*[^0-9a-f]*');       -- '9f86d081884c7d659a2feaa0c55ad015', 128 random bits

UPDATE submission SET outside_id = lower(hex(randomblob(16)));

CREATE UNIQUE INDEX submission_by_outside_id ON submission (outside_id);

CREATE TRIGGER submission_has_outside_id BEFORE INSERT ON submission
WHEN NEW.outside_id IS NULL
BEGIN SELECT raise(ABORT, 'a submission has an id for outside'); END;
CREATE TRIGGER submission_settles_once BEFORE UPDATE ON submission
WHEN OLD.state <> 'draft'
  OR NEW.id <> OLD.id OR NEW.file_name <> OLD.file_name OR NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes
  OR NEW.by_id <> OLD.by_id OR NEW.by_role <> OLD.by_role OR NEW.uploaded_at <> OLD.uploaded_at
  OR NEW.outside_id IS NOT OLD.outside_id
BEGIN SELECT raise(ABORT, 'a submission is settled once, and its file and author stay what they were'); END;
`,
};
