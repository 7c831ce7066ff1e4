import { movedEffects, type Effect, type EffectSide, type EffectsView } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Asked } from '../../api/asked';
import type { Catalogue } from '../../api/use-catalogue';
import { Answer } from '../../ui/faces';
import { LightGlyph } from '../../ui/glyph';
import { indicatorName, unitName } from '../../ui/names';
import { useWords, type Words } from '../../ui/words';

/** The headlines as they stand and as they would stand, and the alerts that would open. */
export const EffectsPanel = ({
  asked,
  catalogue,
}: {
  readonly asked: Asked<EffectsView>;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  return (
    <section className="card" aria-label={say('changes.effects')}>
      <div className="hd">
        <h2>{say('changes.effects')}</h2>
      </div>
      <Answer asked={asked} skeleton={<div className="sk effects-shape" />}>
        {(view) => <Effects view={view} catalogue={catalogue} />}
      </Answer>
    </section>
  );
};

const Effects = ({
  view,
  catalogue,
}: {
  readonly view: EffectsView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const effects = movedEffects(view.effects);
  const alerts = view.alertsToOpen;
  return (
    <ul className="effects">
      {effects.length === 0 && <li>{say('changes.noEffects')}</li>}
      {effects.map((effect) => (
        <Moved
          key={`${effect.indicator} ${effect.unit} ${effect.period}`}
          effect={effect}
          catalogue={catalogue}
        />
      ))}
      <li data-alerts={alerts.length}>
        <b>{say('changes.alerts')}</b>
        <span className="rates">{say('changes.alertsCount', { count: alerts.length })}</span>
        {alerts.length === 0 && <small>{say('changes.noAlerts')}</small>}
        {alerts.map((alert) => (
          <small key={`${alert.indicator} ${alert.unit} ${alert.period}`}>
            {say('alerts.name', {
              unit: unitName(words, catalogue, alert.unit),
              indicator: indicatorName(words, catalogue, alert.indicator),
            })}
          </small>
        ))}
      </li>
    </ul>
  );
};

const Moved = ({
  effect,
  catalogue,
}: {
  readonly effect: Effect;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, text } = words;
  const { before, after } = effect;
  if (after === null) return null;
  const indicator = catalogue.indicator(effect.indicator);
  const unit = catalogue.unit(effect.unit);
  const turned = before !== null && before.light !== after.light;
  const earlier = before === null ? null : shown(words, catalogue, effect, before);
  const later = shown(words, catalogue, effect, after);
  const counts =
    after.total === null || after.passes === null || indicator === undefined
      ? null
      : say('value.counts', {
          passes: thousands(after.passes),
          total: thousands(after.total),
          unit: text(indicator.sampleUnit),
        });
  return (
    <li data-effect={effect.indicator} data-unit={effect.unit} data-light={after.light}>
      <b>
        {unit === undefined || unit.kind === 'whole' ? '' : `${text(unit.shortName)} `}
        {indicatorName(words, catalogue, effect.indicator)}
      </b>
      <span className="rates">
        {earlier === null ? (
          <>
            {say('changes.firstTime')} <b>{later}</b>
          </>
        ) : earlier === later ? (
          <>
            <b>{later}</b> {say('changes.unchanged')}
          </>
        ) : (
          <>
            <span className="visually-hidden">{say('changes.from', { before: earlier, after: later })}</span>
            <span aria-hidden="true">
              {earlier} → <b>{later}</b>
            </span>
          </>
        )}
      </span>
      <span className={`turn t-${after.light}${turned ? ' turned' : ''}`}>
        <LightGlyph light={after.light} size={13} />
        {turned
          ? say('changes.turns', {
              before: say(`light.${before.light}`),
              after: say(`light.${after.light}`),
            })
          : before === null
            ? say(`light.${after.light}`)
            : say('changes.stays', { light: say(`light.${after.light}`) })}
      </span>
      <small>
        {words.period(effect.period, effect.basis)}
        {counts === null ? '' : say('submissions.comma')}
        {counts}
      </small>
    </li>
  );
};

const shown = (words: Words, catalogue: Catalogue, effect: Effect, side: EffectSide): string => {
  if (side.rateText === null) return words.say('light.none');
  return catalogue.indicator(effect.indicator)?.measure === 'score'
    ? `${side.rateText} ${words.say('unit.points')}`
    : `${side.rateText}%`;
};
