import { rectificationStates } from '@zhibiao/shared/rectification';
import type { ReactElement } from 'react';
import type { Asked } from '../api/asked';
import type { Catalogue } from '../api/use-catalogue';
import { AlertLink } from '../features/alert/alert-link';
import { alertWords } from '../features/alert/alert-words';
import { LevelGlyph, LevelTag } from '../features/alert/level-tag';
import { RectificationBoard, type AlertSaid } from '../features/rectification/rectification-board';
import { RectificationDrawer } from '../features/rectification/rectification-drawer';
import { useRectification, type RectificationRow } from '../features/rectification/use-rectifications';
import { Answer } from '../ui/faces';
import { usePageSearch } from '../ui/search';
import { useWords } from '../ui/words';

/** 整改 and 待我办理: every rectification in a row, and the one that is chosen beside it. */
export const Rectifications = ({
  asked,
  isMine,
  catalogue,
}: {
  readonly asked: Asked<readonly RectificationRow[]>;
  readonly isMine: boolean;
  readonly catalogue: Catalogue;
}): ReactElement => (
  <Answer asked={asked} skeleton={<div className="card" style={{ height: 420 }} />}>
    {(rows) => (
      <Board rows={rows.filter((row) => !isMine || row.waitsForMe)} isMine={isMine} catalogue={catalogue} />
    )}
  </Answer>
);

const Board = ({
  rows,
  isMine,
  catalogue,
}: {
  readonly rows: readonly RectificationRow[];
  readonly isMine: boolean;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { rectification, state: typed } = usePageSearch();
  const state = rectificationStates.find((each) => each === typed) ?? null;
  // Without a choice the most urgent one lies open; on a phone the list comes first.
  const shown = rectification ?? rows.find((row) => state === null || row.state === state)?.id;
  const saidOf = ({ alert }: Pick<RectificationRow, 'alert'>): AlertSaid => {
    const { name, reasons, sentence } = alertWords(words, catalogue, alert);
    const gone = alert.level === 'none' ? words.say('alerts.closed') : '';
    return {
      name,
      reasons: reasons === '' ? gone : reasons,
      sentence,
      glyph: <LevelGlyph level={alert.level} />,
      tag: <LevelTag level={alert.level} {...(gone === '' ? {} : { word: gone })} />,
    };
  };
  const view = useRectification(shown);
  return (
    <div
      className={`rectifications ${shown === undefined ? 'alone' : ''} ${rectification === undefined ? '' : 'picked'}`}
    >
      <RectificationBoard
        rows={rows}
        state={state}
        chosen={shown}
        isMine={isMine}
        saidOf={saidOf}
        catalogue={catalogue}
      />
      {shown !== undefined && (
        <Answer asked={view} skeleton={<div className="card drawer" style={{ height: 420 }} />}>
          {(one) => (
            <RectificationDrawer
              key={one.id}
              view={one}
              said={saidOf(one)}
              catalogue={catalogue}
              figures={
                <AlertLink alert={one.alert} catalogue={catalogue}>
                  {words.say('rectification.figures')}
                </AlertLink>
              }
            />
          )}
        </Answer>
      )}
    </div>
  );
};
