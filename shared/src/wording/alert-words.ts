import type { AlertLevel, AlertRule } from '../statistics';
import { alertLevelsEn, alertRulesEn } from './en/evidence';
import type { Language } from './language';
import { alertLevelsZh, alertRulesZh } from './zh/evidence';

/** Name of a level: 橙色预警. */
export const alertLevelText = (level: AlertLevel, language: Language): string =>
  (language === 'zh' ? alertLevelsZh : alertLevelsEn)[level];

/** What a rule says, without a stop: 全年达标把握不足 10%. */
export const alertRuleText = (rule: AlertRule, language: Language): string =>
  (language === 'zh' ? alertRulesZh : alertRulesEn)[rule];

/** A level with its reasons, most urgent first: 橙色预警：全年达标把握不足 10%；本期未达到要求。 */
export const alertSentence = (
  reading: { readonly level: AlertLevel; readonly rules: readonly { readonly rule: AlertRule }[] },
  language: Language,
): string => {
  const isZh = language === 'zh';
  const reasons = told(reading.rules.map(({ rule }) => rule)).map((rule) => alertRuleText(rule, language));
  const stop = isZh ? '。' : '.';
  if (reasons.length === 0) return alertLevelText(reading.level, language) + stop;
  const listed = reasons.join(isZh ? '；' : '; ');
  return `${alertLevelText(reading.level, language)}${isZh ? '：' : ': '}${listed}${stop}`;
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
