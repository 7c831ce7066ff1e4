import type { AccountRefusal } from './account-refusal';

/**
 * Every way in which the rules may decline a request. The union is closed and the codes are permanent;
 * each has a sentence in `wording`. Params carry what the sentence names.
 */
export type Refusal =
  | AccountRefusal
  | { readonly code: 'access.not-signed-in' }
  | { readonly code: 'access.not-allowed'; readonly operation: string }
  | { readonly code: 'access.outside-scope'; readonly what: string }
  | { readonly code: 'access.unknown-role'; readonly role: string }
  | { readonly code: 'access.too-many-calls'; readonly perMinute: number }
  | { readonly code: 'programme.unknown-indicator'; readonly indicator: string }
  | { readonly code: 'programme.unknown-unit'; readonly unit: string }
  | { readonly code: 'calendar.unknown-period'; readonly period: string }
  | { readonly code: 'submission.unknown'; readonly submission: string }
  | { readonly code: 'submission.not-draft'; readonly submission: string }
  | { readonly code: 'submission.has-errors'; readonly count: number }
  | { readonly code: 'submission.ledger-moved' }
  | { readonly code: 'submission.nothing-to-store' }
  | { readonly code: 'submission.reason-missing' }
  | { readonly code: 'submission.explanation-missing'; readonly count: number }
  | { readonly code: 'submission.correction-outside'; readonly cell: string }
  /** An answer to a question about a layout that names no unit, indicator or period. */
  | { readonly code: 'submission.answer-unknown'; readonly value: string }
  | { readonly code: 'submission.file-refused'; readonly message: string }
  | { readonly code: 'submission.held-by-samples'; readonly cell: string; readonly period: string }
  /** The draft was read anew, in another window perhaps, since the caller saw it. */
  | { readonly code: 'submission.reading-moved' }
  | { readonly code: 'submission.samples-not-corrected' }
  | { readonly code: 'submission.upload-interrupted' }
  /** What a program sent is not what the document of the interface describes; `path` names the place. */
  | { readonly code: 'submission.request-malformed'; readonly path: string }
  | { readonly code: 'submission.too-many'; readonly perMinute: number }
  | { readonly code: 'submission.wrong-state'; readonly submission: string; readonly state: string }
  | { readonly code: 'publication.unknown'; readonly asOf: string }
  | { readonly code: 'publication.reviewer-is-author' }
  | { readonly code: 'publication.return-reason-missing' }
  | { readonly code: 'publication.nothing-to-publish' }
  | { readonly code: 'publication.note-missing' }
  | { readonly code: 'publication.reason-missing'; readonly count: number }
  | { readonly code: 'publication.time-out-of-reach' }
  | { readonly code: 'publication.already-planned' }
  | { readonly code: 'publication.plan-unknown' }
  | { readonly code: 'rectification.unknown' }
  | { readonly code: 'rectification.not-owner' }
  | { readonly code: 'rectification.verifier-is-fixer' }
  | { readonly code: 'rectification.wrong-state'; readonly state: string }
  | { readonly code: 'rectification.text-missing' }
  | { readonly code: 'rectification.alert-stands' }
  | { readonly code: 'rectification.owner-same' }
  | { readonly code: 'rectification.measures-missing' }
  | { readonly code: 'rectification.retest-impossible' }
  | { readonly code: 'rectification.evidence-kind'; readonly name: string }
  | { readonly code: 'storage.busy' }
  | { readonly code: 'storage.full' }
  | { readonly code: 'storage.read-only' };

/** The dotted, permanent name of a refusal. */
export type RefusalCode = Refusal['code'];
