import { enOperatorProblems } from './en/operator-problems';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { zhOperatorProblems } from './zh/operator-problems';

/** Dotted and permanent name of a reason for which a command or the server does not start. */
export type OperatorProblemCode = keyof typeof zhOperatorProblems;

/** Says to whoever runs the machine what is wrong and what to do. */
export const operatorProblemText = (
  code: OperatorProblemCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string => fillSentence((language === 'zh' ? zhOperatorProblems : enOperatorProblems)[code], params);
