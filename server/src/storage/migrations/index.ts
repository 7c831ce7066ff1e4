import { programme } from './0001-programme';
import { submission } from './0002-submission';
import { ledger } from './0003-ledger';
import { assessment } from './0004-assessment';
import { alert } from './0005-alert';
import { access } from './0006-access';
import { account } from './0007-account';
import { auditChain } from './0008-audit-chain';
import { alertLevels } from './0009-alert-levels';
import { publication } from './0010-publication';
import { submissionOutsideId } from './0011-submission-outside-id';
import { apiToken } from './0012-api-token';
import { sample } from './0013-sample';
import { rectification } from './0014-rectification';
import { layoutMemory } from './0015-layout-memory';
import type { Migration } from './migration';

export type { Migration } from './migration';

/** Every step from an empty database to the shape that this code expects, in order. */
export const migrations: readonly Migration[] = [
  programme,
  submission,
  ledger,
  assessment,
  alert,
  access,
  account,
  auditChain,
  alertLevels,
  publication,
  submissionOutsideId,
  apiToken,
  sample,
  rectification,
  layoutMemory,
];
