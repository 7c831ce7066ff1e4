import type { Operation } from '@zhibiao/shared/access';
import { rectificationRules, type PersonalAct } from '@zhibiao/shared/rectification';

/** The row of the table of who may do what that an act belongs to. */
export const operationOf = (act: PersonalAct): Operation => operations[rectificationRules[act].by];

const operations = {
  owner: 'rectification.answer',
  supervisor: 'rectification.assign',
  verifier: 'rectification.verify',
} as const satisfies Record<string, Operation>;
