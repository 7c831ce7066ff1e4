import type { RefusalCode } from '@zhibiao/shared/result';

type Status =
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

/** The status that a refusal is answered with; a table, so that a new code without one does not compile. */
export const statusOfRefusal: Readonly<Record<RefusalCode, Status>> = {
  'access.not-signed-in': 'UNAUTHORIZED',
  'access.sign-in-failed': 'UNAUTHORIZED',
  'access.code-wrong': 'UNAUTHORIZED',
  'access.token-refused': 'UNAUTHORIZED',
  'access.not-allowed': 'FORBIDDEN',
  'access.outside-scope': 'FORBIDDEN',
  'access.unknown-role': 'FORBIDDEN',
  'access.duty-first': 'FORBIDDEN',
  'access.no-role': 'FORBIDDEN',
  'access.wrong-password': 'FORBIDDEN',
  'publication.reviewer-is-author': 'FORBIDDEN',
  'programme.unknown-indicator': 'NOT_FOUND',
  'programme.unknown-unit': 'NOT_FOUND',
  'calendar.unknown-period': 'NOT_FOUND',
  'submission.unknown': 'NOT_FOUND',
  'access.link-gone': 'NOT_FOUND',
  'access.unknown-account': 'NOT_FOUND',
  'access.unknown-token': 'NOT_FOUND',
  'publication.unknown': 'CONFLICT',
  'publication.plan-unknown': 'CONFLICT',
  'access.too-many-calls': 'TOO_MANY_REQUESTS',
  'access.busy': 'TOO_MANY_REQUESTS',
  'submission.too-many': 'TOO_MANY_REQUESTS',
  'storage.busy': 'SERVICE_UNAVAILABLE',
  'storage.full': 'SERVICE_UNAVAILABLE',
  'storage.read-only': 'SERVICE_UNAVAILABLE',
  'access.password-refused': 'CONFLICT',
  'access.name-taken': 'CONFLICT',
  'access.too-many-tokens': 'CONFLICT',
  'submission.request-malformed': 'CONFLICT',
  'access.name-refused': 'CONFLICT',
  'access.grants-refused': 'CONFLICT',
  'access.oneself': 'CONFLICT',
  'access.no-passwords': 'CONFLICT',
  'submission.not-draft': 'CONFLICT',
  'submission.has-errors': 'CONFLICT',
  'submission.ledger-moved': 'CONFLICT',
  'submission.nothing-to-store': 'CONFLICT',
  'submission.reason-missing': 'CONFLICT',
  'submission.explanation-missing': 'CONFLICT',
  'submission.correction-outside': 'CONFLICT',
  'submission.file-refused': 'CONFLICT',
  'submission.upload-interrupted': 'CONFLICT',
  'submission.wrong-state': 'CONFLICT',
  'publication.return-reason-missing': 'CONFLICT',
  'publication.nothing-to-publish': 'CONFLICT',
  'publication.note-missing': 'CONFLICT',
  'publication.reason-missing': 'CONFLICT',
  'publication.time-out-of-reach': 'CONFLICT',
  'publication.already-planned': 'CONFLICT',
};
