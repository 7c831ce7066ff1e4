import type { Bearable, PlanningAid } from '../evaluation';
import type { DecimalText, Indicator } from '../programme';
import { caseWords, unitOf } from './case-words';
import { planningEn } from './en/evidence';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { probabilityText, thousands } from './numbers';
import { planningZh } from './zh/evidence';

/** What a plan means, one sentence each, so that a page can lay them out; null where there is nothing to say. */
export interface PlanningSentences {
  /** Samples that confirm the target from nothing. */
  readonly minimum: string;
  /** What would confirm it from here. */
  readonly confirm: string | null;
  readonly next: string | null;
  readonly rest: string;
  readonly outlook: string | null;
}

/** Says what a planning aid found, in the words of the indicator. `target` is the number asked, as text. */
export const planningSentences = (
  aid: PlanningAid,
  indicator: Indicator,
  target: DecimalText,
  language: Language,
): PlanningSentences => {
  const pieces = language === 'zh' ? planningZh : planningEn;
  const { verb, passWord } = caseWords(indicator);
  const words = { target, verb, passWord: passWord ?? '通过', failureWord: indicator.failureWord[language] };
  const say = (
    piece: keyof typeof planningZh,
    count: number,
    more: Readonly<Record<string, string>> = {},
  ): string => {
    const unit = unitOf(count, indicator.sampleUnit[language]);
    return fillSentence(pieces[piece], { ...words, unit, count: thousands(count), ...more }) + pieces.stop;
  };
  const bears = (what: 'next' | 'rest', { samples, bearable }: Bearable): string => {
    const shown = { samples: thousands(samples), bearable: thousands(bearable ?? 0) };
    if (bearable === null) return say(`${what}Lost`, samples, shown);
    return say(bearable === 0 ? `${what}None` : what, samples, shown);
  };
  const { minimumSample, confirmPasses, next, rest, budget, outlook } = aid;
  return {
    minimum: minimumSample === null ? say('neverProved', 1) : say('minimum', minimumSample),
    confirm:
      confirmPasses === null
        ? null
        : confirmPasses === 0
          ? say('confirmed', 0)
          : say('confirm', confirmPasses),
    next: next === null || next.samples === rest?.samples ? null : bears('next', next),
    rest:
      rest === null
        ? say('over', 0)
        : budget.status === 'secured'
          ? say('restSecured', rest.samples, { samples: thousands(rest.samples) })
          : bears('rest', rest),
    outlook:
      outlook === null
        ? null
        : fillSentence(pieces.outlook, { chance: probabilityText(outlook.probability) }) +
          (outlook.tentative ? pieces.tentative : '') +
          pieces.stop,
  };
};
