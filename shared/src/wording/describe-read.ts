import { outcomeOf, type FileRefusal, type Issue, type Outcome, type ReadSubmission } from '../submission';
import { enFileKinds, enFileRefusals } from './en/file-refusals';
import { enIssues } from './en/issues';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { zhFileKinds, zhFileRefusals } from './zh/file-refusals';
import { zhIssues } from './zh/issues';

/** What a file came to, as far as its message needs it. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly value: Pick<
        ReadSubmission,
        'rows' | 'issues' | 'errors' | 'warnings' | 'rowsSeen' | 'rowsRefused'
      >;
    }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** An issue as a person reads it. `text` is empty where the whole answer would otherwise become too long. */
export interface DescribedIssue {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  /** `D4`, or with its sheet `抽检!D4`; null when no single cell is meant. */
  readonly cell: string | null;
  readonly level: Issue['level'];
  readonly code: Issue['code'];
  readonly text: string;
}

/** The whole answer to an upload in words: `import --json` prints it. */
export interface DescribedRead {
  readonly outcome: Outcome;
  readonly message: string;
  readonly rows: readonly DescribedIssue[];
}

/** Issues whose sentences are listed; the rest is counted. */
const LISTED = 100;

/** The message and the texts of the rows stay below this many characters each, whatever a file holds. */
const MOST_CHARACTERS = 9_500;

/** Says how an upload ended and why: a summary, then one line per issue, errors first. */
export function describeRead(result: ReadResult, language: Language): DescribedRead {
  if (!result.ok)
    return { outcome: 'reject-file', message: describeFileRefusal(result.refusal, language), rows: [] };
  const { issues } = result.value;
  const ordered = [...issues].sort((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1));
  const lines: string[] = [];
  let length = 0;
  for (const issue of ordered.slice(0, LISTED)) {
    const line = describeIssue(issue, language);
    if (length + line.length > MOST_CHARACTERS - 500) break;
    lines.push(line);
    length += line.length + 1;
  }
  const left = result.value.errors + result.value.warnings - lines.length;
  const message = [
    summary(result.value, language),
    ...lines,
    ...(left > 0 ? [fillSentence(MORE[language], { left })] : []),
  ].join('\n');
  let spent = 0;
  const rows = issues.map((issue): DescribedIssue => {
    const { sheet, row, column } = issue.cell;
    const line = spent < MOST_CHARACTERS ? describeIssue(issue, language) : '';
    spent += line.length + 1;
    const address = column === null ? null : `${column}${row}`;
    return {
      sheet,
      row,
      column,
      cell: address === null || sheet === '' ? address : `${sheet}!${address}`,
      level: issue.level,
      code: issue.code,
      text: spent <= MOST_CHARACTERS ? line : '',
    };
  });
  return { outcome: outcomeOf(result.value), message, rows };
}

/** One issue as a sentence, with the place before it. */
export const describeIssue = (issue: Issue, language: Language): string => {
  const { sheet, row, column } = issue.cell;
  const place =
    row === 0
      ? ''
      : fillSentence(PLACE[language], {
          row,
          ...(sheet === '' ? {} : { sheet }),
          ...(column === null ? {} : { letter: column }),
        });
  return place + fillSentence((language === 'zh' ? zhIssues : enIssues)[issue.code], issue.params);
};

/** Why a whole file was refused, as a sentence. */
export const describeFileRefusal = (refusal: FileRefusal, language: Language): string => {
  const kinds = language === 'zh' ? zhFileKinds : enFileKinds;
  const kind = kinds[String(refusal.params['found'] ?? '')] ?? kinds['binary'] ?? '';
  return fillSentence((language === 'zh' ? zhFileRefusals : enFileRefusals)[refusal.code], {
    kind,
    ...refusal.params,
  });
};

const summary = (read: Extract<ReadResult, { ok: true }>['value'], language: Language): string =>
  fillSentence(SUMMARY[language][outcomeOf(read)], {
    seen: read.rowsSeen,
    good: read.rows.length,
    refused: read.rowsRefused,
    errors: read.errors,
    warnings: read.warnings,
  });

const PLACE: Readonly<Record<Language, string>> = {
  zh: '[[工作表“{sheet}”]]第 {row} 行[[ {letter} 列]]：',
  en: '[[Sheet “{sheet}”, ]]row {row}[[, column {letter}]]: ',
};
const MORE: Readonly<Record<Language, string>> = {
  zh: '另有 {left} 条没有列出。',
  en: '{left} more are not listed.',
};
const SUMMARY: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  zh: {
    accept: '读到 {seen} 行数据，全部可以入库。',
    'accept-with-warning': '读到 {seen} 行数据，{good} 行可以入库；有 {warnings} 条提示，请看一下。',
    'reject-rows': '读到 {seen} 行数据，{refused} 行有错误，共 {errors} 处。改正之前不入库。',
    'reject-file': '',
  },
  en: {
    accept: '{seen} data rows were read and all can be stored.',
    'accept-with-warning':
      '{seen} data rows were read, {good} can be stored; there are {warnings} remarks to look at.',
    'reject-rows':
      '{seen} data rows were read, {refused} have errors ({errors} in all). Nothing is stored until they are corrected.',
    'reject-file': '',
  },
};
