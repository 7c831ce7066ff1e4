import { problemText, type ProgrammeProblem } from '@zhibiao/shared/programme';
import { operatorProblemText, type OperatorProblemCode } from '@zhibiao/shared/wording';
import { StorageProblem } from './storage/storage-problem';

type Params = Readonly<Record<string, string | number>>;

/** Settings, folders or files are not what a command needs; whoever runs the machine can mend it. */
export class OperatorProblem extends Error {
  readonly code: OperatorProblemCode;
  readonly params: Params;
  /** The first mistake of a programme or units file, for the sentence's `reason`. */
  readonly mistake: ProgrammeProblem | null;

  constructor(code: OperatorProblemCode, params: Params, mistake: ProgrammeProblem | null = null) {
    super(code);
    this.name = 'OperatorProblem';
    this.code = code;
    this.params = params;
    this.mistake = mistake;
  }
}

/** A problem as it is printed: for people in both languages, for machines by code. */
export interface ToldProblem {
  readonly code: OperatorProblemCode;
  readonly params: Params;
  readonly zh: string;
  readonly en: string;
}

/** What to tell the operator of an error; null for a fault of ours, which belongs in the log. */
export const tellProblem = (error: unknown): ToldProblem | null => {
  if (error instanceof OperatorProblem) {
    const { code, params, mistake } = error;
    const filled = (language: 'zh' | 'en'): Params =>
      mistake === null ? params : { ...params, reason: problemText(mistake, language) };
    return told(code, filled('zh'), filled('en'));
  }
  if (error instanceof StorageProblem) {
    const { code, params } = error;
    // Whoever could not be found has no number: the sentence then speaks of another process.
    const { pid, startedAt, ...others } = params;
    return told(`storage.${code}`, pid === 0 || startedAt === '' ? others : params);
  }
  return null;
};

const told = (code: OperatorProblemCode, params: Params, english: Params = params): ToldProblem => ({
  code,
  params,
  zh: operatorProblemText(code, params, 'zh'),
  en: operatorProblemText(code, english, 'en'),
});

/** The error of a file operation in a word, `ENOENT`; never a path of ours. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** Says plainly when a file is not there or not JSON. */
export const reading = <T>(file: string, read: Promise<T>): Promise<T> =>
  read.catch((error: unknown) => {
    if (error instanceof SyntaxError)
      throw new OperatorProblem('instance.not-json', { file, detail: error.message });
    if (error instanceof Error && 'code' in error) {
      // A programme names other files; the one that is missing is the one to look at.
      const missing = 'path' in error && typeof error.path === 'string' ? error.path : file;
      throw new OperatorProblem('instance.file-unreadable', { file: missing, detail: systemCode(error) });
    }
    throw error;
  });
