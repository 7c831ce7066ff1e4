import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import type { BlockEdit } from './block';
import type { Edits } from './use-edits';

/** Differences that are spelled out. */
const mostNamed = 3;

/** What stands in the way of what was written: a block that does not fit, a refusal, the network, somebody else. */
export const EditsNote = ({
  edits,
  refused,
}: {
  readonly edits: Edits;
  /** Why the last block was not written. */
  readonly refused: Exclude<BlockEdit, { kind: 'write' }> | null;
}): ReactElement | null => {
  const { say } = useWords();
  const { conflict, error, isAway, isKept, waiting } = edits;
  if (conflict !== null)
    return (
      <div className="pane-note" role="alert" data-note="conflict">
        <p className="banner risk">
          <LightGlyph light="risk" />
          <span>
            {say('check.conflict', { count: conflict.length })}
            {conflict.slice(0, mostNamed).map(({ place, there, here }) => (
              <span key={`${place.sheet}!${place.column}${place.row}`} className="difference">
                {say('check.difference', { cell: `${place.column ?? ''}${place.row}`, there, here })}
              </span>
            ))}
          </span>
          <button type="button" className="button" data-action="mine" onClick={() => edits.settle('mine')}>
            {say('check.mine')}
          </button>
          <button
            type="button"
            className="button"
            data-action="theirs"
            onClick={() => edits.settle('theirs')}
          >
            {say('check.theirs')}
          </button>
        </p>
      </div>
    );
  if (refused !== null)
    return (
      <div className="pane-note" role="alert" data-note={refused.kind}>
        <p className="banner miss">
          <LightGlyph light="miss" />
          <span>{blockSentence(say, refused)}</span>
        </p>
      </div>
    );
  if (isAway && waiting.size > 0)
    return (
      <div className="pane-note" role="status" data-note="away">
        <p className="banner risk">
          <LightGlyph light="risk" />
          <span>
            {say('check.away', { count: waiting.size })}
            {!isKept && say('check.notKept')}
          </span>
        </p>
      </div>
    );
  if (error === null) return null;
  return (
    <div className="pane-note">
      <ProblemLine error={error} />
    </div>
  );
};

const blockSentence = (
  say: ReturnType<typeof useWords>['say'],
  refused: Exclude<BlockEdit, { kind: 'write' }>,
): string => {
  switch (refused.kind) {
    case 'beyond': {
      const { rows, columns, cell, rowsLeft, columnsLeft } = refused;
      return say('check.blockBeyond', {
        rows: String(rows),
        columns: String(columns),
        cell,
        rowsLeft: String(rowsLeft),
        columnsLeft: String(columnsLeft),
      });
    }
    case 'many':
      return say('check.blockMany', { count: refused.count });
    case 'long':
      return say('check.blockLong', { cell: refused.cell });
    case 'locked':
      return say('check.blockLocked', { cell: refused.cell });
  }
};
