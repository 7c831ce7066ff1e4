import type { FileRefusal, Issue } from '@zhibiao/shared/submission';
import {
  describeFileRefusal,
  enSubmissionWords,
  fillSentence,
  zhSubmissionWords,
} from '@zhibiao/shared/wording';
import type { Words } from '../../ui/words';

/** Why a whole file was refused. */
export const fileRefusalSentence = ({ language }: Words, refusal: FileRefusal): string =>
  describeFileRefusal(refusal, wordsOf(language));

/** What is wrong at a cell, without the place, which stands above it. */
export const issueSentence = ({ language }: Words, issue: Issue): string =>
  fillSentence(wordsOf(language).issues[issue.code], issue.params);

/** Where an issue sits, in the sheet's own words: `第 8 行 抽检数`, `第 8 行`, `工作表“二季度”`. */
export const issuePlace = ({ say }: Words, { cell, params }: Issue): string => {
  if (cell.row === 0) return say('check.sheet', { name: cell.sheet });
  const heading = params['column'];
  return cell.column === null || heading === undefined
    ? say('check.placeRow', { row: String(cell.row) })
    : say('check.place', { row: String(cell.row), column: String(heading) });
};

/** A correction that can be made with one click; null where nothing near is known. */
export const suggestionOf = ({ params }: Issue): string | null => {
  const { suggestion } = params;
  return typeof suggestion === 'string' ? suggestion : null;
};

const wordsOf = (language: Words['language']) => (language === 'zh' ? zhSubmissionWords : enSubmissionWords);
