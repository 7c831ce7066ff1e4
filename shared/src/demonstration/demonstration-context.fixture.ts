import type { EvaluationContext } from '../evaluation';
import { ledgerOf } from '../observation';
import { loadProgramme, loadUnits, programmeIndex } from '../programme';
import { demonstrationSubmissions, type DemonstrationSubmission } from './demonstration-submissions';

/**
 * The demonstration on the day it opens, 16 October 2025, without the figures that were really published. `read`
 * gives the content of a file in `data`.
 */
export const demonstrationContext = (
  read: (path: string) => unknown,
): EvaluationContext & {
  readonly submissions: readonly DemonstrationSubmission[];
} => {
  const register = loadUnits(read('units/shanwei.json'));
  if (!register.ok) throw new Error('units');
  const programme = loadProgramme(read('programmes/shanwei-2025.json'), register.value);
  if (!programme.ok) throw new Error('programme');
  const submissions = demonstrationSubmissions(programme.value, register.value);
  return {
    index: programmeIndex(programme.value, register.value),
    ledger: ledgerOf(
      submissions.flatMap(({ observations }) => observations),
      '01-01',
    ),
    today: '2025-10-16',
    submissions,
  };
};
