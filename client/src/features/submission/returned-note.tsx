import type { SubmissionStep } from '@zhibiao/shared/submission';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import './returned-note.css';

/** Why the reviewer returned it, and the cells they pointed at. */
export const ReturnedNote = ({
  returned,
}: {
  readonly returned: SubmissionStep | null;
}): ReactElement | null => {
  const { say, text } = useWords();
  if (returned === null) return null;
  return (
    <section className="card returned-note" data-returned="">
      <LightGlyph light="risk" size={20} />
      <div>
        <h2>{say('returned.title')}</h2>
        <p className="sub">
          {say('returned.by', { name: text(returned.by), moment: momentText(returned.at) })}
        </p>
        <p className="said">{returned.reason}</p>
        {returned.cells.length > 0 && (
          <ul>
            {returned.cells.map((cell) => (
              <li key={`${cell.sheet}!${cell.column ?? ''}${cell.row}`}>
                <b>
                  {cell.column ?? ''}
                  {cell.row}
                </b>
                {cell.text === '' ? null : <span>{cell.text}</span>}
              </li>
            ))}
          </ul>
        )}
        <p className="sub">{say('returned.hint')}</p>
      </div>
    </section>
  );
};
