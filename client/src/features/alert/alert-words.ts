import type { Alert } from '@zhibiao/shared/alert';
import { pointsText } from '@zhibiao/shared/wording';
import type { Catalogue } from '../../api/use-catalogue';
import type { Words } from '../../ui/words';

/** What an alert says and who answers for it. */
export interface AlertWords {
  readonly name: string;
  readonly detail: string;
  readonly owner: string;
  readonly unit: string;
}

/** Puts an alert into words; a part of the whole answers for itself, the whole's indicator has a lead. */
export const alertWords = (words: Words, catalogue: Catalogue, alert: Alert): AlertWords => {
  const { say, text } = words;
  const indicator = catalogue.indicator(alert.indicator);
  const unit = catalogue.unit(alert.unit);
  const unitName = unit === undefined ? alert.unit : text(unit.shortName);
  const isScore = indicator?.measure === 'score';
  const params = {
    value: isScore ? `${alert.rateText} ${say('unit.points')}` : `${alert.rateText}%`,
    by: pointsText(alert.shortfall),
    unit: say(isScore ? 'unit.points' : 'unit.percentagePoints'),
  };
  const lead = indicator === undefined ? undefined : catalogue.department(indicator.departments.lead);
  return {
    name: say(alert.leg === 'province' ? 'alerts.nameReference' : 'alerts.name', {
      unit: unitName,
      indicator: indicator === undefined ? alert.indicator : text(indicator.shortName),
    }),
    detail:
      alert.shortBy === null || alert.shortBy === 0 || indicator === undefined
        ? say('alerts.short', params)
        : say('alerts.shortCounts', {
            ...params,
            count: alert.shortBy,
            sampleUnit: text(indicator.sampleUnit),
            failureWord: text(indicator.failureWord),
          }),
    owner: unit?.kind === 'part' ? text(unit.name) : lead === undefined ? say('value.none') : text(lead.name),
    unit: unitName,
  };
};
