import type { Alert } from '@zhibiao/shared/alert';
import { alertReasons, alertSentence } from '@zhibiao/shared/wording';
import type { Catalogue } from '../../api/use-catalogue';
import { shortIndicatorName, unitName } from '../../ui/names';
import type { Words } from '../../ui/words';

/** What an alert says and who answers for it. */
export interface AlertWords {
  readonly name: string;
  /** The rules that hold, in a few words. */
  readonly reasons: string;
  /** Counts and what they mean, to be read aloud. */
  readonly sentence: string;
  readonly owner: string;
  /** Figure and what is asked, with their signs; a dash where there is none. */
  readonly figure: string;
  readonly target: string;
}

/** Puts an alert into words; a part of the whole answers for itself, the whole's indicator has a lead. */
export const alertWords = (words: Words, catalogue: Catalogue, alert: Alert): AlertWords => {
  const { say, text, language } = words;
  const indicator = catalogue.indicator(alert.indicator);
  const unit = catalogue.unit(alert.unit);
  const lead = indicator === undefined ? undefined : catalogue.department(indicator.departments.lead);
  const { rateText, target, against } = alert.figures;
  const asked = target ?? against;
  const sign = indicator?.measure === 'score' ? '' : '%';
  const { yearStart } = catalogue.programme;
  return {
    name: say('alerts.name', {
      unit: unitName(words, catalogue, alert.unit),
      indicator: shortIndicatorName(words, catalogue, alert.indicator),
    }),
    reasons: alertReasons(alert.rules, language),
    sentence: indicator === undefined ? '' : alertSentence(alert, { indicator, yearStart }, language),
    owner: unit?.kind === 'part' ? text(unit.name) : lead === undefined ? say('value.none') : text(lead.name),
    figure: rateText === null ? say('value.none') : `${rateText}${sign}`,
    target: asked === null ? say('value.none') : `${asked}${sign}`,
  };
};
