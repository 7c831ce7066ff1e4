import type { Issue } from '../submission';
import { fillSentence } from './fill-sentence';
import { enSubmissionWords } from './en/submission-words';
import { zhSubmissionWords } from './zh/submission-words';
import type { Language } from './language';

interface MarkedWords {
  /** Name of the sheet where the file has none (a CSV). */
  readonly sheet: string;
  /** Name of the sheet that lists the problems. */
  readonly list: string;
  /** Level, sheet, cell, problem. */
  readonly headings: readonly [string, string, string, string];
  readonly levels: Readonly<Record<Issue['level'], string>>;
}

/** What a workbook with its problems marked says beside them. */
export const markedWords: Readonly<Record<Language, MarkedWords>> = {
  zh: {
    sheet: '数据',
    list: '问题清单',
    headings: ['级别', '工作表', '单元格', '问题'],
    levels: { error: '错误', warning: '提醒' },
  },
  en: {
    sheet: 'Data',
    list: 'Problems',
    headings: ['Level', 'Sheet', 'Cell', 'Problem'],
    levels: { error: 'Error', warning: 'Warning' },
  },
};

/** What is wrong at a cell, without its place: the sentence of the page. */
export const issueText = ({ code, params }: Issue, language: Language): string =>
  fillSentence((language === 'zh' ? zhSubmissionWords : enSubmissionWords).issues[code], params);
