import type { RefusalSentences } from '../refusal-sentence';
import { enAccountRefusals } from './account-refusals';

/** One sentence per refusal: what was declined, why, and what to do next. */
export const enRefusals: RefusalSentences = {
  ...enAccountRefusals,
  'access.not-signed-in': () => 'You are not signed in, or the session has ended. Please sign in again.',
  'access.not-allowed': () => 'Your role may not do this. Ask an administrator if you need it.',
  'access.outside-scope': (r) => `${r.what} is outside what you report. The responsible unit must send it.`,
  'access.unknown-role': () => 'There is no such role; pick one from the list.',
  'access.too-many-calls': (r) => `Too many requests; at most ${r.perMinute} a minute. Try again shortly.`,
  'programme.unknown-indicator': (r) => `The programme has no indicator “${r.indicator}”.`,
  'programme.unknown-unit': (r) => `There is no reporting unit “${r.unit}”.`,
  'calendar.unknown-period': (r) => `“${r.period}” is not a period that can be chosen.`,
  'submission.unknown': () => 'There is no such submission; it may have been discarded.',
  'submission.not-draft': () => 'This submission is closed and cannot be changed.',
  'submission.has-errors': (r) => `${r.count} errors must be fixed before committing.`,
  'submission.ledger-moved': () => 'New data arrived after the check; please look at the changes again.',
  'submission.nothing-to-store': () => 'Everything is already stored; there is nothing to commit.',
  'submission.reason-missing': () => 'Some figures change: please say why.',
  'submission.explanation-missing': (r) =>
    `${r.count} ${r.count === 1 ? 'row has a figure that looks' : 'rows have figures that look'} unusual. Explain ${r.count === 1 ? 'it' : 'them'} before storing.`,
  'submission.answer-unknown': (r) =>
    `“${r.value}” is no unit, indicator or period of the lists; choose one of them.`,
  'submission.correction-outside': (r) => `Cell ${r.cell} is not in the table that was read.`,
  'submission.file-refused': (r) => r.message,
  'submission.request-malformed': (r) =>
    `The request is not what the interface describes${r.path === '' ? '' : `: ${r.path}`}. See /api/v1/openapi.json.`,
  'submission.held-by-samples': ({ cell, period }) =>
    `${cell}: this figure of ${period} is made from a list of samples and always equals it; it cannot be changed by itself. Upload the corrected list.`,
  'submission.reading-moved': () =>
    'This draft was changed elsewhere in the meantime. Please look at it as it is now, then edit.',
  'submission.samples-not-corrected': () =>
    'The lines of a list of samples cannot be changed on the page. Mend the file and upload it again.',
  'submission.upload-interrupted': () => 'The file did not arrive whole. Check the network and upload again.',
  'submission.too-many': (r) => `Too many uploads; at most ${r.perMinute} a minute. Try again shortly.`,
  'submission.wrong-state': () =>
    'This submission has moved on, so this can no longer be done. Reload and look again.',
  'publication.unknown': (r) => `There is no publication “${r.asOf}”. Choose one from the list of versions.`,
  'publication.reviewer-is-author': () =>
    'Nobody reviews figures they submitted themselves. Ask another reviewer.',
  'publication.return-reason-missing': () =>
    'Say why it is returned, so that the author knows what to change.',
  'publication.nothing-to-publish': () =>
    'Nothing has been approved since the last publication, so there is nothing to publish.',
  'publication.note-missing': () => 'Write one line that says what is published.',
  'publication.reason-missing': (r) =>
    `This publication corrects ${r.count} published ${r.count === 1 ? 'figure' : 'figures'}: say why.`,
  'publication.time-out-of-reach': () =>
    'A planned publication must lie in the future, at most 92 days ahead.',
  'publication.already-planned': () =>
    'A publication is planned already. Cancel it first to choose another time.',
  'publication.plan-unknown': () => 'There is no such planned publication: it was made or cancelled.',
  'rectification.unknown': () => 'There is no such rectification, or it is outside what you may see.',
  'rectification.not-owner': () => 'Another unit answers for this rectification; it must act.',
  'rectification.verifier-is-fixer': () =>
    'Nobody verifies a rectification they worked on. Ask another reviewer.',
  'rectification.wrong-state': () =>
    'This rectification has moved on, so this can no longer be done. Reload and look again.',
  'rectification.text-missing': () => 'Say what is the case: whoever acts next relies on it.',
  'rectification.alert-stands': () => 'The alert still stands, so the rectification cannot be lifted.',
  'rectification.owner-same': () => 'This unit answers for it already; choose another one.',
  'rectification.measures-missing': () => 'Write at least one measure, with the day by which it is done.',
  'rectification.evidence-kind': ({ name }) =>
    `“${name}” cannot serve as evidence. Use a PDF, PNG, JPG, XLSX or DOCX file of at most 10 MB.`,
  'rectification.retest-impossible': () =>
    'This retest cannot be: no more may pass than were inspected, and at least 1 was inspected.',
  'storage.busy': () => 'Other data is being written; try again shortly.',
  'storage.full': () =>
    'The disk of the server is full; nothing was stored. Ask an administrator to make room, then try again.',
  'storage.read-only': () =>
    'The data on the server can be read but not written at the moment; nothing was stored. Ask an administrator.',
};
