import type { FileRefusal, FileRefusalCode, Issue, IssueCode, Outcome } from '../submission';
import { fillSentence } from './fill-sentence';

/** What one language says about a submission. Templates for `fillSentence`. */
export interface SubmissionWords {
  readonly issues: Readonly<Record<IssueCode, string>>;
  readonly fileRefusals: Readonly<Record<FileRefusalCode, string>>;
  /** What a refused file turned out to be, by the `found` of its refusal; `binary` for anything else. */
  readonly fileKinds: Readonly<Record<string, string>> & { readonly binary: string };
  /** Where an issue sits, said before it. */
  readonly place: string;
  /** Said when not every issue is listed. */
  readonly more: string;
  /** How a file that could be read came out. */
  readonly summary: Readonly<Record<Exclude<Outcome, 'reject-file'>, string>>;
}

/** One issue as a sentence, with the place before it. */
export const describeIssue = (issue: Issue, words: SubmissionWords): string => {
  const { sheet, row, column } = issue.cell;
  const place =
    row === 0
      ? ''
      : fillSentence(words.place, {
          row,
          ...(sheet === '' ? {} : { sheet }),
          ...(column === null ? {} : { letter: column }),
        });
  return place + fillSentence(words.issues[issue.code], issue.params);
};

/** Why a whole file was refused, as a sentence. */
export const describeFileRefusal = (refusal: FileRefusal, words: SubmissionWords): string => {
  const { found } = refusal.params;
  const kind = (typeof found === 'string' ? words.fileKinds[found] : undefined) ?? words.fileKinds.binary;
  return fillSentence(words.fileRefusals[refusal.code], { kind, ...refusal.params });
};
