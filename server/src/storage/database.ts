import type { Generated } from 'kysely';

/** The tables as the queries see them. What each column holds, with an example, stands in `migrations/`. */
export interface Database {
  programme_version: ProgrammeVersionTable;
  submission: SubmissionTable;
  submission_draft: { submission: number; content: string };
  revision: RevisionTable;
  observation: { indicator: string; unit: string; period: string; basis: string; revision: number };
  assessment_sheet: { indicator: string; period: string; basis: string; content: string };
  submission_step: SubmissionStepTable;
  publication: PublicationTable;
  published_sheet: {
    publication: number;
    indicator: string;
    period: string;
    basis: string;
    content: string;
  };
  planned_publication: PlannedPublicationTable;
  alert: AlertTable;
  alert_event: AlertEventTable;
  alert_judged: { indicator: string; day: string };
  rectification: { id: string; year: number; number: number; alert: number };
  rectification_step: RectificationStepTable;
  session: SessionTable;
  account: AccountTable;
  account_password: { id: Generated<number>; account: string; hash: string };
  recovery_code: { account: string; hash: string };
  one_time_link: { token_hash: string; account: string | null; expires_at: string };
  sign_in_failure: {
    name_hash: string;
    source: string;
    count: number;
    last_at: number;
    locked_until: number;
  };
  security_policy: { only: number; policy: string };
  api_token: ApiTokenTable;
  audit_entry: AuditEntryTable;
  layout_memory: { owner: string; signature: string; answers: string; at: string };
  sample_batch: SampleBatchTable;
  sample_item: { id: Generated<number>; name: string };
}

interface SampleBatchTable {
  id: Generated<number>;
  submission: number;
  approved: number | null;
  ledger_position: number | null;
}

interface ApiTokenTable {
  id: string;
  token_hash: string;
  owner: string;
  role: string;
  label: string;
  created_at: string;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
}

interface ProgrammeVersionTable {
  id: Generated<number>;
  kind: string;
  code: string;
  sha256: string;
  json: string;
  loaded_at: string;
}

interface SubmissionTable {
  id: Generated<number>;
  /** Null only in rows that no longer exist once the migration has run. */
  outside_id: string | null;
  file_name: string;
  sha256: string;
  bytes: number;
  by_id: string;
  by_role: string;
  by_name_zh: string;
  by_name_en: string;
  uploaded_at: string;
  state: string;
  settled_at: string | null;
  reason: string;
  count_new: number;
  count_changed: number;
  count_same: number;
  count_refused: number;
}

interface SubmissionStepTable extends ByTable {
  id: Generated<number>;
  submission: number;
  state: string;
  at: string;
  said: string;
}

interface PublicationTable extends ByTable {
  number: number;
  ledger_position: number;
  published_at: string;
  note: string;
  reason: string;
  hash: string;
}

interface PlannedPublicationTable extends ByTable {
  id: Generated<number>;
  planned_for: string;
  planned_at: string;
  note: string;
  reason: string;
  state: string;
  settled_at: string | null;
}

/** Who did it, as `authorOf` reads it. */
interface ByTable {
  by_id: string;
  by_role: string;
  by_name_zh: string;
  by_name_en: string;
}

interface RevisionTable {
  id: number;
  indicator: string;
  unit: string;
  period: string;
  basis: string;
  passes: number | null;
  total: number | null;
  rate: string | null;
  score: string | null;
  source: string;
  note: string;
  cell: string;
  recorded_at: string;
  submission: number;
}

interface AlertTable {
  id: Generated<number>;
  indicator: string;
  unit: string;
  year: number;
  level: string;
  rules: string;
  period: string;
  since: string | null;
  figures: string;
  opened_at: string | null;
  changed_at: string;
}

interface AlertEventTable {
  id: Generated<number>;
  alert: number;
  event: string;
  level: string;
  rules: string;
  period: string;
  figures: string;
  notify: number;
  at: string;
}

interface RectificationStepTable {
  id: Generated<number>;
  rectification: string;
  act: string;
  state: string;
  owner_kind: string;
  owner: string;
  due_on: string | null;
  at: string;
  by_id: string | null;
  by_name_zh: string | null;
  by_name_en: string | null;
  said: string;
  level: string;
  rate_text: string | null;
}

interface SessionTable {
  token_hash: string;
  actor_id: string;
  actor: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  duty: string | null;
  address: string;
  browser: string;
}

interface AccountTable {
  id: string;
  sign_in_name: string;
  name_key: string;
  name_zh: string;
  name_en: string;
  grants: string;
  enabled: number;
  password_hash: string | null;
  password_set_at: string | null;
  must_change: number;
  factor_sealed: string | null;
  factor_confirmed: number;
  factor_step: number;
  created_at: string;
  last_sign_in_at: string | null;
}

interface AuditEntryTable {
  sequence: number;
  at: string;
  actor_id: string | null;
  actor_role: string | null;
  actor_name_zh: string | null;
  actor_name_en: string | null;
  ip: string;
  session: string;
  event: string;
  object: string;
  outcome: string;
  state_before: string | null;
  state_after: string | null;
  request_id: string;
  chain: string;
}
