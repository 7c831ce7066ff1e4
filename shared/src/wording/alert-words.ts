import type { StandingAlert } from '../alert';
import type { YearStart } from '../calendar';
import type { Indicator } from '../programme';
import type { AlertLevel, AlertRule } from '../statistics';
import { caseWords, unitOf } from './case-words';
import { alertEn } from './en/alerts';
import { alertLevelsEn, alertRulesEn } from './en/evidence';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { pointsText, probabilityText, thousands } from './numbers';
import { periodText } from './period-text';
import { alertZh } from './zh/alerts';
import { alertLevelsZh, alertRulesZh } from './zh/evidence';

/** Name of a level: 橙色预警. */
export const alertLevelText = (level: AlertLevel, language: Language): string =>
  (language === 'zh' ? alertLevelsZh : alertLevelsEn)[level];

/** What a rule says, without a stop: 全年达标把握不足 10%. */
export const alertRuleText = (rule: AlertRule, language: Language): string =>
  (language === 'zh' ? alertRulesZh : alertRulesEn)[rule];

/** The rules worth saying, most urgent first, joined: 全年达标把握不足 10%；本期未达到要求. Empty without rules. */
export const alertReasons = (rules: readonly AlertRule[], language: Language): string =>
  told(rules)
    .map((rule) => alertRuleText(rule, language))
    .join((language === 'zh' ? alertZh : alertEn).reasonJoin);

/** Where an alert is read out. */
export interface AlertPlace {
  readonly indicator: Indicator;
  readonly yearStart: YearStart;
}

/**
 * One sentence of counts and what they mean, and one of the rules that hold; to be read aloud beside the names of unit
 * and indicator: 2025 年 1—9 月，已抽检 934 批，不合格 54 批，…只能再有 10 批不合格；达标把握 5%。全年达标把握不足 10%。
 */
export const alertSentence = (alert: StandingAlert, place: AlertPlace, language: Language): string => {
  const pieces = language === 'zh' ? alertZh : alertEn;
  const say = (piece: keyof typeof alertZh, params: Readonly<Record<string, string | number>> = {}): string =>
    fillSentence(pieces[piece], params);
  const period = periodText(alert.period, 'cumulative', language, place.yearStart);
  const reasons = alertReasons(alert.rules, language);
  return [
    say('opening', { period }),
    figurePiece(alert, place, language, say),
    gapPiece(alert, place, say),
    planPiece(alert, place, language, say),
    alert.figures.outlook === null || alert.rules.includes('R1')
      ? ''
      : say('outlook', { chance: probabilityText(alert.figures.outlook) }),
    reasons === '' ? '' : say('reasons', { reasons: capital(reasons) }),
    say('stop'),
  ].join('');
};

type Say = (piece: keyof typeof alertZh, params?: Readonly<Record<string, string | number>>) => string;

/** A case that nothing is done with is only counted. */
const ownVerb = '共'; // wording-ok: the word that caseWords answers
const done = '已'; // wording-ok: goes before its other verbs

/** English sentences begin with a capital; Chinese ones do not change. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sign = ({ measure }: Indicator): string => (measure === 'score' ? '' : '%');

const figurePiece = (
  { figures }: StandingAlert,
  { indicator }: AlertPlace,
  language: Language,
  say: Say,
): string => {
  const { passes, total, rateText } = figures;
  if (rateText === null) return say('noFigure');
  const rate = `${rateText}${sign(indicator)}`;
  if (passes === null || total === null) return say('figure', { rate });
  const { verb, rateWord } = caseWords(indicator);
  const unit = indicator.sampleUnit[language];
  return say('counts', {
    verb: verb === ownVerb ? verb : `${done}${verb}`,
    rateWord,
    rate,
    total: thousands(total),
    failures: thousands(total - passes),
    unit: language === 'en' ? unitOf(total, unit) : unit,
    failureWord: indicator.failureWord[language],
  });
};

const gapPiece = ({ figures }: StandingAlert, { indicator }: AlertPlace, say: Say): string => {
  const { leg, against, shortfall } = figures;
  const params = {
    against: `${against ?? ''}${sign(indicator)}`,
    points: pointsText(shortfall),
    points_unit: say(indicator.measure === 'score' ? 'pointsOfScore' : 'pointsOfRate'),
  };
  switch (leg) {
    case null:
      return '';
    case 'value':
    case 'all':
      return say('belowTarget', params);
    case 'province':
      return say('belowReference', params);
    case 'rising':
      return say('notRising', params);
    case 'coverage':
      return say('behind');
  }
};

const planPiece = (
  { figures, level }: StandingAlert,
  { indicator }: AlertPlace,
  language: Language,
  say: Say,
): string => {
  const { plan } = figures;
  if (plan === null) return '';
  const params = {
    planned: thousands(plan.planned),
    remaining: thousands(plan.remaining),
    over: thousands(-plan.remaining),
    unit: indicator.sampleUnit[language],
    failureWord: indicator.failureWord[language],
  };
  if (plan.remaining < 0) return say('planOver', params);
  if (plan.remaining === 0) return say('planNone', params);
  return say(level === 'blue' || level === 'none' ? 'planWide' : 'planLeft', params);
};

/** A weaker rule that says the same less strongly is left out of the sentence. */
const told = (rules: readonly AlertRule[]): readonly AlertRule[] =>
  rules.filter((rule) => {
    if (rule === 'Y2') return !rules.includes('O3') && !rules.includes('R1');
    if (rule === 'O3') return !rules.includes('R1');
    if (rule === 'O1') return !rules.includes('R3');
    if (rule === 'O2' || rule === 'Y1') return !rules.includes('R1');
    return true;
  });
