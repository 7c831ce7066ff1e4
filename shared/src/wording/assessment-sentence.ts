import type { Assessment, Leg, LightReason } from '../evaluation';
import type { Indicator, Target } from '../programme';
import { fillSentence } from './fill-sentence';
import { lightReasonsEn, sentencesEn } from './en/sentences';
import { pointsText, thousands } from './numbers';
import { periodText } from './period-text';
import type { Language } from './language';
import { lightReasonsZh, sentencesZh } from './zh/sentences';

type Piece = keyof typeof sentencesZh;
type Params = Readonly<Record<string, string | number>>;

/** Says one piece in one language. */
export const sentencePiece = (language: Language, piece: Piece, params: Params = {}): string =>
  fillSentence((language === 'zh' ? sentencesZh : sentencesEn)[piece], params);

/** Decimals go as far as needed to tell two texts apart, so a gap of 0.04 points is said as 0.04. */
const points = (by: number): string => pointsText(by);

const opening = (assessment: Assessment, indicator: Indicator, language: Language): string => {
  const { figure, period, basis, rateText } = assessment;
  const shared = { period: periodText(period, basis, language), name: indicator.name[language] };
  const unit = indicator.sampleUnit[language];
  if (figure === null) return sentencePiece(language, 'noFigure', shared);
  switch (figure.kind) {
    case 'counts': {
      if (figure.total === 0) return sentencePiece(language, 'noSamples', shared);
      const { passes, total } = figure;
      const failures = total - passes;
      const counted = {
        ...shared,
        unit,
        passes: thousands(passes),
        total: thousands(total),
        failures: thousands(failures),
        failureWord: indicator.failureWord[language],
        rate: rateText ?? '',
      };
      if (indicator.measure === 'register-coverage' || indicator.measure === 'count') {
        return sentencePiece(language, 'register', counted);
      }
      return sentencePiece(language, failures === 0 ? 'countsNone' : 'counts', counted);
    }
    case 'rate':
      return sentencePiece(language, 'rate', { ...shared, rate: rateText ?? '' });
    case 'score':
      return sentencePiece(language, 'score', { ...shared, unit, rate: rateText ?? '' });
  }
};

const provincePiece = (leg: Leg, language: Language): string => {
  if (leg.by === null || leg.against === null) return sentencePiece(language, 'provinceMissing');
  const piece = leg.verdict === 'short' ? 'provinceBelow' : leg.by === 0 ? 'provinceLevel' : 'provinceAbove';
  const said = sentencePiece(language, piece, { rate: leg.against, points: points(leg.by) });
  if (leg.reference?.provisional !== true) return said;
  const period = periodText(leg.reference.period, leg.reference.basis, language);
  return said + sentencePiece(language, 'provinceProvisional', { period });
};

const legPiece = (leg: Leg, assessment: Assessment, indicator: Indicator, language: Language): string => {
  const unit = indicator.sampleUnit[language];
  const failureWord = indicator.failureWord[language];
  const target = leg.against ?? '';
  switch (leg.comparator) {
    case 'value': {
      if (leg.by === null) return '';
      if (leg.verdict === 'met') {
        return leg.by === 0
          ? sentencePiece(language, 'level')
          : sentencePiece(language, 'above', { points: points(leg.by) });
      }
      const below = sentencePiece(language, 'below', { points: points(leg.by) });
      return assessment.shortBy === null
        ? below
        : below + sentencePiece(language, 'excess', { count: excess(assessment), unit, failureWord });
    }
    case 'all':
      return leg.verdict === 'met'
        ? sentencePiece(language, 'allMet')
        : sentencePiece(language, 'allShort', { count: failuresOf(assessment), unit, failureWord });
    case 'coverage':
      return leg.verdict === 'met'
        ? sentencePiece(language, 'coverageMet', { target })
        : sentencePiece(language, coveragePiece(assessment), { target });
    case 'rising': {
      if (leg.by === null) return sentencePiece(language, 'risingUnknown');
      const piece = leg.verdict === 'met' ? 'risingUp' : leg.by === 0 ? 'risingLevel' : 'risingDown';
      return sentencePiece(language, piece, { against: target, points: points(leg.by) });
    }
    case 'province':
      return provincePiece(leg, language);
  }
};

const coveragePiece = (assessment: Assessment): Piece =>
  assessment.lightReason === 'coverage-on-pace'
    ? 'coverageOnPace'
    : assessment.lightReason === 'coverage-missed'
      ? 'coverageMissed'
      : 'coverageBehind';

const failuresOf = ({ figure }: Assessment): string =>
  figure?.kind === 'counts' ? thousands(figure.total - figure.passes) : '';

/** Failures above what the target lets pass among the samples so far: the passes missing are just as many. */
const excess = ({ shortBy }: Assessment): string => thousands(shortBy ?? 0);

const reasonPiece = ({ lightReason }: Assessment, indicator: Indicator, language: Language): string => {
  switch (lightReason) {
    case 'short-within-noise':
      return sentencePiece(language, 'withinNoise');
    case 'significantly-short':
      return sentencePiece(language, 'significant');
    case 'too-few-samples':
      return sentencePiece(language, 'fewSamples', { unit: indicator.sampleUnit[language] });
    case 'rate-ambiguous':
      return sentencePiece(language, 'ambiguous');
    default:
      return '';
  }
};

const budgetPiece = ({ budget }: Assessment, indicator: Indicator, language: Language): string => {
  if (budget === null || budget.remaining === null || budget.remainingSamples === null) return '';
  if (budget.remainingSamples === 0) return '';
  if (budget.status === 'unreachable') return sentencePiece(language, 'budgetLost');
  return sentencePiece(language, budget.remaining === 0 ? 'budgetGone' : 'budgetLeft', {
    rest: thousands(budget.remainingSamples),
    remaining: thousands(budget.remaining),
    unit: indicator.sampleUnit[language],
    failureWord: indicator.failureWord[language],
  });
};

/**
 * One sentence that can be read aloud in a meeting: period, counts, rate, gap in points and in samples,
 * province, what is left of the year. Made from the assessment alone, so it cannot contradict the verdict.
 */
export const assessmentSentence = (
  assessment: Assessment,
  indicator: Indicator,
  language: Language,
): string => {
  const known = assessment.figure !== null && assessment.lightReason !== 'no-samples';
  const parts = [opening(assessment, indicator, language)];
  if (known) {
    const ordered = [...assessment.legs].sort((one, other) => rank(one) - rank(other));
    const [first, ...rest] = ordered.map((leg) => legPiece(leg, assessment, indicator, language));
    parts.push(first ?? '', reasonPiece(assessment, indicator, language), ...rest);
    parts.push(budgetPiece(assessment, indicator, language));
    if (!assessment.complete) {
      parts.push(sentencePiece(language, 'incomplete', { count: assessment.missing.length }));
    }
  }
  return parts.join('') + sentencePiece(language, 'stop');
};

const rank = (leg: Leg): number => (leg.comparator === 'province' ? 1 : 0);

/** Both languages of the sentence, for what is stored or sent to machines. */
export const assessmentSentences = (
  assessment: Assessment,
  indicator: Indicator,
): { readonly zh: string; readonly en: string } => ({
  zh: assessmentSentence(assessment, indicator, 'zh'),
  en: assessmentSentence(assessment, indicator, 'en'),
});

/** What a target asks, as a page prints it: `≥94.8`, `100`, `↑`. */
export const targetSymbol = (target: Target | undefined): string => {
  for (const comparator of target?.comparators ?? []) {
    if (comparator.kind === 'at-least' || comparator.kind === 'coverage') return `≥${comparator.threshold}`;
    if (comparator.kind === 'all') return '100';
    if (comparator.kind === 'rising') return '↑';
  }
  return '—';
};

/** Why a light is on, in a few words. */
export const lightReasonText = (reason: LightReason, language: Language): string =>
  (language === 'zh' ? lightReasonsZh : lightReasonsEn)[reason];
