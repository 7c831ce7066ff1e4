import type { SubmissionWords } from '../describe-issue';
import { enFileKinds, enFileRefusals } from './file-refusals';
import { enIssues } from './issues';

/** What is said about a submission in English. */
export const enSubmissionWords: SubmissionWords = {
  issues: enIssues,
  fileRefusals: enFileRefusals,
  fileKinds: enFileKinds,
  place: '[[Sheet “{sheet}”, ]]row {row}[[, column {letter}]]: ',
  more: '{left} more are not listed.',
  summary: {
    accept: '{seen} data rows were read and all can be stored.',
    'accept-with-warning':
      '{seen} data rows were read, {good} can be stored; there are {warnings} remarks to look at.',
    'reject-rows':
      '{seen} data rows were read, {refused} have errors ({errors} in all). Nothing is stored until they are corrected.',
  },
};
