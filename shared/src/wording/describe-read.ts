import { outcomeOf, type FileRefusal, type Issue, type Outcome, type ReadSubmission } from '../submission';
import { describeFileRefusal, describeIssue, type SubmissionWords } from './describe-issue';
import { enSubmissionWords } from './en/submission-words';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { zhSubmissionWords } from './zh/submission-words';

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
const MOST_CHARACTERS = 8_500;

/** Says how an upload ended and why: a summary, then one line per issue, errors first. */
export function describeRead(result: ReadResult, language: Language): DescribedRead {
  const words = language === 'zh' ? zhSubmissionWords : enSubmissionWords;
  if (!result.ok)
    return { outcome: 'reject-file', message: describeFileRefusal(result.refusal, words), rows: [] };
  const { issues } = result.value;
  const ordered = [...issues].sort((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1));
  const lines: string[] = [];
  let length = 0;
  for (const issue of ordered.slice(0, LISTED)) {
    const line = describeIssue(issue, words);
    if (length + line.length > MOST_CHARACTERS - 500) break;
    lines.push(line);
    length += line.length + 1;
  }
  const left = result.value.errors + result.value.warnings - lines.length;
  const message = [
    summary(result.value, words),
    ...lines,
    ...(left > 0 ? [fillSentence(words.more, { left })] : []),
  ].join('\n');
  return { outcome: outcomeOf(result.value), message, rows: describeIssues(issues, language) };
}

/** Each issue with its place and sentence, in the order given; texts stop where they would grow too long. */
export const describeIssues = (issues: readonly Issue[], language: Language): readonly DescribedIssue[] => {
  const words = language === 'zh' ? zhSubmissionWords : enSubmissionWords;
  let spent = 0;
  return issues.map((issue): DescribedIssue => {
    const { sheet, row, column } = issue.cell;
    const line = spent < MOST_CHARACTERS ? describeIssue(issue, words) : '';
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
};

const summary = (read: Extract<ReadResult, { ok: true }>['value'], words: SubmissionWords): string => {
  const outcome = outcomeOf(read);
  return outcome === 'reject-file'
    ? ''
    : fillSentence(words.summary[outcome], {
        seen: read.rowsSeen,
        good: read.rows.length,
        refused: read.rowsRefused,
        errors: read.errors,
        warnings: read.warnings,
      });
};
