import { addDays, lastDayOfMonth, observationSpan, yearOf, yearSpan, type PlainDate } from '../calendar';
import type { Assessment, Leg, LightReason } from '../evaluation';
import type { Indicator, ProgrammeIndex, Target } from '../programme';
import { caseWords, unitOf } from './case-words';
import { lightReasonsEn, sentencesEn } from './en/sentences';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { pointsText, thousands } from './numbers';
import { periodText } from './period-text';
import type { SpokenReason } from './spoken-reason';
import { lightReasonsZh, sentencesZh } from './zh/sentences';

type Piece = keyof typeof sentencesZh;
type Params = Readonly<Record<string, string | number>>;

/** Where the sentence is spoken: the start of the year, and names of units. Without it neither is known. */
export type SentencePlace = Pick<ProgrammeIndex, 'programme' | 'unit' | 'target'>;

/** Says one piece in one language. */
export const sentencePiece = (language: Language, piece: Piece, params: Params = {}): string => {
  const template = (language === 'zh' ? sentencesZh : sentencesEn)[piece];
  return template.includes('{') ? fillSentence(template, params) : template;
};

/**
 * One sentence that can be read aloud in a meeting: indicator, period, counts, rate, gap in points and in
 * samples, province, what is left of the year. Made from the assessment alone, so it cannot contradict the
 * verdict. With a place it names the part it speaks of, the reference, and who has not reported.
 */
export const assessmentSentence = (
  assessment: Assessment,
  indicator: Indicator,
  language: Language,
  place?: SentencePlace,
): string => {
  const told: Told = {
    assessment,
    indicator,
    language,
    place,
    say: sayWith(assessment, indicator, language),
  };
  const sentence = [opening(told), ...(isKnown(assessment) ? judgement(told) : []), told.say('stop')].join(
    '',
  );
  const unit = place?.unit(assessment.unit);
  return unit?.kind === 'part' ? told.say('ofPart', { unit: unit.shortName[language], sentence }) : sentence;
};

/**
 * The same in a breath, for a line under a headline: the figure, what it falls short of, and what the rest of
 * the year can still bear.
 */
export const assessmentBrief = (
  assessment: Assessment,
  indicator: Indicator,
  language: Language,
  place: SentencePlace,
): string => {
  const say = sayWith(assessment, indicator, language);
  const told: Told = { assessment, indicator, language, place, say };
  const unit = assessment.figure?.kind === 'score' ? ` ${indicator.sampleUnit[language]}` : '%';
  const short = assessment.legs.filter((leg) => leg.verdict === 'short');
  const gaps = short.map((leg) =>
    leg.comparator === 'province' ? referenceLeg(leg, short.length === 1, told) : bareGap(leg, told),
  );
  const figure = say('brief', {
    name: indicator.name[language],
    rate: `${assessment.rateText ?? ''}${unit}`,
  });
  return [figure, ...gaps, budgetPiece(told), say('stop')].join('');
};

/** The gap of a leg without the samples it amounts to; where all must pass the failures say it all. */
const bareGap = (leg: Leg, told: Told): string => {
  if (leg.comparator === 'value') return gapPiece(leg, ['below', 'justBelow'], told);
  const failures = leg.comparator === 'all' ? countPiece('failures', failuresOf(told.assessment), told) : '';
  return failures === '' ? ownLeg(leg, told) : failures;
};

/** Both languages of the sentence, for what is stored or sent to machines. */
export const assessmentSentences = (
  assessment: Assessment,
  indicator: Indicator,
  place?: SentencePlace,
): { readonly zh: string; readonly en: string } => ({
  zh: assessmentSentence(assessment, indicator, 'zh', place),
  en: assessmentSentence(assessment, indicator, 'en', place),
});

interface Told {
  readonly assessment: Assessment;
  readonly indicator: Indicator;
  readonly language: Language;
  readonly place: SentencePlace | undefined;
  readonly say: (piece: Piece, params?: Params) => string;
}

/** Every piece may name the unit counted, what fails, and the unit of gaps. */
const sayWith = ({ figure }: Assessment, indicator: Indicator, language: Language): Told['say'] => {
  const unit = indicator.sampleUnit[language];
  const shared = {
    unit,
    failureWord: indicator.failureWord[language],
    gapUnit: figure?.kind === 'score' ? unit : sentencePiece(language, 'gapShare'),
  };
  return (piece, params = {}) => sentencePiece(language, piece, { ...shared, ...params });
};

const isKnown = ({ figure }: Assessment): boolean =>
  figure !== null && !(figure.kind === 'counts' && figure.total === 0);

const opening = (told: Told): string => {
  const { assessment, indicator, language, say } = told;
  const { figure, rateText } = assessment;
  const { verb, passWord, rateWord } = caseWords(indicator);
  const said = {
    name: indicator.name[language],
    period: periodWords(told),
    verb,
    rateWord,
    rate: rateText ?? '',
  };
  if (figure === null) return say('noFigure', said);
  if (figure.kind === 'score') return say('score', said);
  if (figure.kind === 'rate')
    return say(assessment.derivation === 'summed-units' ? 'weighted' : 'rate', said);
  const { passes, total } = figure;
  const isRegister = indicator.measure === 'register-coverage' || indicator.measure === 'count';
  if (total === 0)
    return isRegister
      ? say('noRegister', said)
      : say('noSamples', { ...said, verb: verb === '共' ? '数据' : verb });
  const counted = {
    ...said,
    passes: thousands(passes),
    total: thousands(total),
    failures: thousands(total - passes),
    unit: unitOf(total, indicator.sampleUnit[language]),
  };
  if (isRegister)
    return say('register', { ...counted, passWord: passWord ?? '完成', day: dayWords(asOf(told), language) });
  if (passWord === null) return say('countsByFailure', counted);
  return say(passes === total ? 'countsAll' : 'counts', { ...counted, passWord });
};

/** A running total says its months; that it is one goes without saying. */
const periodWords = ({ assessment, language, place }: Told): string =>
  periodText(assessment.period, assessment.basis, language, place?.programme.yearStart).replace(
    /累计$|, cumulative$/,
    '',
  );

/** Last day a register's figure speaks of: the day before the first that it is missing. */
const asOf = ({ assessment, place }: Told): PlainDate => {
  const { period, basis, unit, missing } = assessment;
  const own = missing.find((one) => one.startsWith(`${unit}@`));
  if (own !== undefined) return addDays(own.slice(unit.length + 1), -1);
  return observationSpan(period, basis, place?.programme.yearStart ?? '01-01').end;
};

/** `2025 年 9 月底`, `2025 年 8 月 15 日`; `the end of Sep 2025`, `2025-08-15`. */
const dayWords = (day: PlainDate, language: Language): string => {
  const [year, month] = [Number(day.slice(0, 4)), day.slice(5, 7)];
  const isMonthEnd = day === lastDayOfMonth(year, Number(month));
  if (!isMonthEnd && language === 'en') return day;
  const named = periodText(`${year}-M${month}`, 'single', language);
  if (language === 'en') return `the end of ${named}`;
  return isMonthEnd ? `${named}底` : `${named} ${Number(day.slice(8))} 日`;
};

const judgement = (told: Told): readonly string[] => {
  const { legs } = told.assessment;
  if (legs.length === 0) return [told.say('noTarget'), missingPiece(told)];
  const own = legs.filter((leg) => leg.comparator !== 'province');
  const references = legs.filter((leg) => leg.comparator === 'province');
  const isOwnMet = own.length > 0 && own.every((leg) => leg.verdict === 'met');
  return [
    ...own.map((leg) => ownLeg(leg, told)),
    reasonPiece(told),
    ...references.map((leg) => referenceLeg(leg, isOwnMet, told)),
    budgetPiece(told),
    missingPiece(told),
  ];
};

const ownLeg = (leg: Leg, told: Told): string => {
  const { assessment, say } = told;
  const target = leg.against ?? '';
  const against = assessment.figure?.kind === 'score' ? target : `${target}%`;
  const isMet = leg.verdict === 'met';
  switch (leg.comparator) {
    case 'value':
      if (leg.verdict === 'no-data') return '';
      if (isMet) return leg.by === 0 ? say('level') : gapPiece(leg, ['above', 'justAbove'], told);
      return gapPiece(leg, ['below', 'justBelow'], told) + countPiece('excess', assessment.shortBy, told);
    case 'all':
      if (leg.verdict === 'no-data') return '';
      return isMet ? say('allMet') : say('allShort') + countPiece('failures', failuresOf(assessment), told);
    case 'coverage':
      return say(isMet ? 'coverageMet' : coveragePiece(assessment.lightReason), { target });
    case 'rising':
      if (leg.verdict === 'no-data') return say('risingUnknown');
      if (isMet) return gapPiece(leg, ['risingUp', 'risingJustUp'], told, { against });
      if (leg.by === 0) return say('risingLevel', { against });
      return gapPiece(leg, ['risingDown', 'risingJustDown'], told, { against });
    case 'province':
      return '';
  }
};

/** A gap as the pages print it; where even three decimals do not show it, 略 says enough. */
const gapPiece = (
  { by }: Leg,
  [measured, slight]: readonly [Piece, Piece],
  { say }: Told,
  params: Params = {},
): string => {
  const points = pointsText(by ?? 0);
  return Number(points) === 0 ? say(slight, params) : say(measured, { ...params, points });
};

const countPiece = (piece: 'excess' | 'failures', count: number | null, told: Told): string => {
  if (count === null || count === 0) return '';
  const countUnit = unitOf(count, told.indicator.sampleUnit[told.language]);
  return told.say(piece, { count: thousands(count), countUnit });
};

const failuresOf = ({ figure }: Assessment): number | null =>
  figure?.kind === 'counts' ? figure.total - figure.passes : null;

const coveragePiece = (reason: LightReason): Piece =>
  reason === 'coverage-on-pace'
    ? 'coverageOnPace'
    : reason === 'coverage-missed'
      ? 'coverageMissed'
      : 'coverageBehind';

const reasonPiece = ({ assessment, indicator, say }: Told): string => {
  switch (assessment.lightReason) {
    case 'short-within-noise':
      return say(indicator.measure === 'sampled-proportion' ? 'withinNoise' : 'fewCases');
    case 'significantly-short':
      return say('significant');
    case 'too-few-samples':
      return say('fewSamples');
    case 'rate-ambiguous':
      return say('ambiguous');
    default:
      return '';
  }
};

const referenceLeg = (leg: Leg, isOwnMet: boolean, told: Told): string => {
  const { assessment, language, place, say } = told;
  const reference = referenceName(leg, told);
  if (leg.by === null || leg.against === null) return say('referenceMissing', { reference });
  const isScore = assessment.figure?.kind === 'score';
  let rate = isScore ? leg.against : `${leg.against}%`;
  if (leg.reference?.provisional === true) {
    const yearStart = place?.programme.yearStart ?? '01-01';
    const end = observationSpan(leg.reference.period, leg.reference.basis, yearStart).end;
    const isOther = end !== observationSpan(assessment.period, assessment.basis, yearStart).end;
    rate += isOther ? say('referenceUntil', { day: dayWords(end, language) }) : '';
    rate += say('referenceProvisional');
  }
  const params = { reference, rate };
  if (leg.verdict === 'met') {
    if (leg.by === 0) return say('referenceLevel', params);
    return gapPiece(leg, ['referenceAbove', 'referenceJustAbove'], told, params);
  }
  const pieces: readonly [Piece, Piece] = isOwnMet
    ? ['butBelow', 'butJustBelow']
    : ['referenceBelow', 'referenceJustBelow'];
  return gapPiece(leg, pieces, told, params);
};

/** The unit compared with; the target names it while its figure is awaited. */
const referenceName = (leg: Leg, { assessment, indicator, language, place, say }: Told): string => {
  const code =
    leg.reference?.unit ?? (place === undefined ? null : askedReference(assessment, indicator, place));
  const unit = code === null ? undefined : place?.unit(code);
  return unit?.shortName[language] ?? say('reference');
};

const askedReference = (
  assessment: Assessment,
  indicator: Indicator,
  place: SentencePlace,
): string | null => {
  const year = yearOf(assessment.period, place.programme.yearStart);
  for (const comparator of place.target(indicator.code, year)?.comparators ?? []) {
    if (comparator.kind === 'not-below') return comparator.reference;
  }
  return null;
};

const budgetPiece = (told: Told): string => {
  const { assessment, say } = told;
  const { budget } = assessment;
  if (budget === null || budget.remaining === null || budget.remainingSamples === null) return '';
  const rest = restPiece(told);
  if (rest === null || budget.remainingSamples === 0) return '';
  if (budget.status === 'unreachable') {
    // Nothing is allowed where all must pass, so no larger plan could help.
    return say(budget.firm || budget.allowed === 0 ? 'budgetLost' : 'budgetLostByPlan');
  }
  if (budget.status === 'secured') return say('budgetSecured');
  const piece = budget.remaining > 0 ? 'budgetLeft' : budget.used > 0 ? 'budgetGone' : 'budgetNone';
  return say(piece, {
    rest: say(rest),
    restCount: thousands(budget.remainingSamples),
    remaining: thousands(budget.remaining),
    unit: unitOf(budget.remainingSamples, told.indicator.sampleUnit[told.language]),
  });
};

/** What is left of the year after the period; null when nothing is. */
const restPiece = ({ assessment, place }: Told): Piece | null => {
  const yearStart = place?.programme.yearStart ?? '01-01';
  const { period, basis } = assessment;
  const year = yearOf(period, yearStart);
  const { end } = observationSpan(period, basis, yearStart);
  if (end >= yearSpan(year, yearStart).end) return null;
  if (end === observationSpan(`${year}-Q3`, 'single', yearStart).end) return 'restQuarter';
  return end === observationSpan(`${year}-S1`, 'single', yearStart).end ? 'restHalf' : 'restYear';
};

const mostNamed = 3;

const missingPiece = ({ assessment, language, place, say }: Told): string => {
  const { complete, missing, unit } = assessment;
  if (complete) return '';
  const units = new Set(missing.map((one) => one.split('@')[0] ?? one));
  if (units.size === 1 && units.has(unit)) return say('incompleteOwn');
  const names = [...units].map((code) => place?.unit(code)?.shortName[language]);
  if (names.length > mostNamed || names.includes(undefined))
    return say('incomplete', { count: missing.length });
  return say('incompleteUnits', { units: names.join(say('listComma')) });
};

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
export const lightReasonText = (reason: SpokenReason, language: Language): string =>
  (language === 'zh' ? lightReasonsZh : lightReasonsEn)[reason];
