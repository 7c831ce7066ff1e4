import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';
import { alertWords } from './alert-words';
import { LevelTag } from './level-tag';
import { useAlerts } from './use-alerts';
import { worstFirst } from './worst-first';

/** The gravest alert of the indicator before the room, else the gravest of all; a sentence where there is none. */
export const WallAlert = ({
  catalogue,
  indicator,
}: {
  readonly catalogue: Catalogue;
  readonly indicator: string | undefined;
}): ReactElement | null => {
  const words = useWords();
  const { data } = useAlerts();
  if (data === undefined) return null;
  const ordered = worstFirst(data.open, (code) => catalogue.unit(code)?.kind === 'whole');
  const alert = ordered.find((one) => one.indicator === indicator) ?? ordered[0];
  if (alert === undefined) return <p className="wall-alert">{words.say('alerts.none')}</p>;
  const said = alertWords(words, catalogue, alert);
  return (
    <p className="wall-alert">
      <LevelTag level={alert.level} />
      <span className="said">
        <b>{words.say('wall.alert', { name: said.name, figure: said.figure, owner: said.owner })}</b>
        <span className="why">{said.reasons}</span>
      </span>
    </p>
  );
};
