import { enOperatorProblems } from './en/operator-problems';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { zhOperatorProblems, type OperatorProblemCode } from './zh/operator-problems';

export type { OperatorProblemCode };

/** Says to whoever runs the machine what is wrong and what to do. */
export const operatorProblemText = (
  code: OperatorProblemCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string => fillSentence((language === 'zh' ? zhOperatorProblems : enOperatorProblems)[code], params);
