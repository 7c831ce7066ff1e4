import type { FileRefusal, Fix, Issue, PreviewIssue } from '@zhibiao/shared/submission';
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

/** What the cell of an issue may have been meant to say; null where nothing near is known, or it is about a row. */
export const suggestionOf = ({ params, meant }: Issue): string | null => {
  const { suggestion } = params;
  return meant === undefined && typeof suggestion === 'string' ? suggestion : null;
};

/** Corrections that a click makes: of the issue's own cell, or of the figures of its row. */
export const offersOf = (issue: PreviewIssue): readonly Fix[] => {
  const { sheet, row, column } = issue.cell;
  const text = suggestionOf(issue);
  return text === null || column === null ? issue.fixes : [{ text, cells: [{ sheet, row, column, text }] }];
};

/** What the button of an offer says: the cell is named where it is another than the issue's. */
export const offerText = ({ say }: Words, { cell }: Issue, { text, cells }: Fix): string => {
  const [only] = cells;
  return only === undefined || cells.length > 1 || only.column === cell.column
    ? say('check.change', { value: text })
    : say('check.changeCell', { cell: `${only.column}${only.row}`, value: text });
};

const wordsOf = (language: Words['language']) => (language === 'zh' ? zhSubmissionWords : enSubmissionWords);
