import { mostWorrying, type Assessment, type RankedUnit } from '../evaluation';
import type { Indicator, ProgrammeIndex, Text } from '../programme';
import { assessmentBrief, sentencePiece } from './assessment-sentence';
import type { Language } from './language';

const both = (say: (language: Language) => string): Text => ({ zh: say('zh'), en: say('en') });

/** The one sentence a leader can repeat: how many indicators stand where. */
export const overviewHeadline = (assessments: readonly Assessment[]): Text => {
  const count = (light: Assessment['light']): number =>
    assessments.filter((assessment) => assessment.light === light).length;
  const isTargeted = assessments.some(({ lightReason }) => lightReason !== 'no-target');
  return both((language) =>
    sentencePiece(language, isTargeted ? 'headline' : 'headlineNoTargets', {
      all: assessments.length,
      met: count('met'),
      risk: count('risk'),
      miss: count('miss'),
      none: count('none'),
    }),
  );
};

/** What deserves attention most, said in full; null when nothing is red or amber. */
export const overviewFocus = (assessments: readonly Assessment[], index: ProgrammeIndex): Text | null => {
  const worst = mostWorrying(assessments);
  const indicator = worst === null ? undefined : index.indicator(worst.indicator);
  if (worst === null || indicator === undefined) return null;
  return both((language) =>
    sentencePiece(language, 'focus', { sentence: assessmentBrief(worst, indicator, language, index) }),
  );
};

/** What a ranking says, and what it does not. */
export const rankedSentence = (
  indicator: Indicator,
  units: readonly RankedUnit[],
  index: ProgrammeIndex,
): Text => {
  const ranked = units.filter(({ rank }) => rank !== null).map(({ assessment }) => assessment);
  const best = ranked.at(0);
  const worst = ranked.at(-1);
  return both((language) => {
    const named = { name: indicator.name[language] };
    if (best === undefined || worst === undefined) return sentence(language, 'rankedNone', named);
    const nameOf = ({ unit }: Assessment): string => index.unit(unit)?.shortName[language] ?? unit;
    const said = {
      ...named,
      count: ranked.length,
      best: nameOf(best),
      bestRate: valueWords(best, indicator, language),
    };
    if (ranked.length === 1) return sentence(language, 'rankedOne', said);
    if (best.value === worst.value) return sentence(language, 'rankedLevel', said);
    // Who shares an end is counted, for naming one of them would set it apart from its equals.
    const end = (one: Assessment, alone: 'rankedFirst' | 'rankedLast'): string => {
      const count = ranked.filter(({ value }) => value === one.value).length;
      const piece = count === 1 ? alone : (`${alone}Shared` as const);
      return sentencePiece(language, piece, {
        count,
        unit: nameOf(one),
        rate: valueWords(one, indicator, language),
      });
    };
    return sentence(language, 'ranked', {
      ...named,
      first: end(best, 'rankedFirst'),
      last: end(worst, 'rankedLast'),
      meaning: sentencePiece(language, orderPiece(indicator, ranked)),
    });
  });
};

/** What the order is worth: only sampled shares with counts have intervals that could overlap. */
const orderPiece = (
  { measure }: Indicator,
  ranked: readonly Assessment[],
): 'rankedSampled' | 'rankedCounted' | 'rankedRates' => {
  if (ranked.some(({ interval95 }) => interval95 !== null)) return 'rankedSampled';
  return measure === 'sampled-proportion' ? 'rankedRates' : 'rankedCounted';
};

const sentence = (
  language: Language,
  piece: Parameters<typeof sentencePiece>[1],
  params: Parameters<typeof sentencePiece>[2],
): string => sentencePiece(language, piece, params) + sentencePiece(language, 'stop');

const valueWords = ({ rateText, figure }: Assessment, indicator: Indicator, language: Language): string =>
  figure?.kind === 'score' ? `${rateText ?? ''} ${indicator.sampleUnit[language]}` : `${rateText ?? ''}%`;
