import type { Assessment, RankedUnit } from '../evaluation';
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

const gravity: Readonly<Record<Assessment['light'], number>> = { miss: 0, risk: 1, none: 2, met: 3 };

/**
 * How far a figure is below what it is compared with, in points; the outlook breaks ties. The share of a
 * register still to come is no shortfall of that kind and weighs a hundredth.
 */
const worry = ({ legs, outlook }: Assessment): number => {
  const gaps = legs.map(({ comparator, by }) => (by ?? 0) * (comparator === 'coverage' ? 0.01 : 1));
  return Math.min(0, ...gaps) + (outlook?.probability ?? 1) / 100;
};

/** What deserves attention most, said in full; null when nothing is red or amber. */
export const overviewFocus = (assessments: readonly Assessment[], index: ProgrammeIndex): Text | null => {
  const [worst] = assessments
    .filter(({ light }) => light === 'miss' || light === 'risk')
    .sort((one, other) => gravity[one.light] - gravity[other.light] || worry(one) - worry(other));
  const indicator = worst === undefined ? undefined : index.indicator(worst.indicator);
  if (worst === undefined || indicator === undefined) return null;
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
    const said = {
      ...named,
      count: ranked.length,
      best: index.unit(best.unit)?.shortName[language] ?? best.unit,
      bestRate: valueWords(best, indicator, language),
      worst: index.unit(worst.unit)?.shortName[language] ?? worst.unit,
      worstRate: valueWords(worst, indicator, language),
    };
    if (ranked.length === 1) return sentence(language, 'rankedOne', said);
    if (best.value === worst.value) return sentence(language, 'rankedLevel', said);
    return sentence(language, 'ranked', {
      ...said,
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
