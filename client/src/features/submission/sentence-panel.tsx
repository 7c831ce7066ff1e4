import { programmeIndex } from '@zhibiao/shared/programme';
import type { PlainDate } from '@zhibiao/shared/calendar';
import { LONGEST_SENTENCE, readSentence, sentenceFile } from '@zhibiao/shared/submission';
import { useId, useMemo, useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';
import { SentenceRowFields } from './sentence-row';
import { confirmed, fieldsOf, type SentenceField } from './sentence-rows';
import { templatePeriods } from './template-panel';
import './sentence-panel.css';

/** Reads figures out of a pasted notice; each row is confirmed here and then checked like the row of a file. */
export const SentencePanel = ({
  today,
  catalogue,
  busy,
  onFile,
}: {
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}): ReactElement => {
  const { say } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<Readonly<Record<number, SentenceField | null>>>({});
  const index = useMemo(() => programmeIndex(catalogue.programme, catalogue.register), [catalogue]);
  const periods = templatePeriods(today, catalogue);
  const read = useMemo(() => readSentence(text, index, today), [text, index, today]);
  const rows = read.flatMap((row, at) => {
    const field = edited[at] === undefined ? fieldsOf(row, periods[0] ?? '') : edited[at];
    return field === null ? [] : [{ at, field }];
  });
  const ready = rows.flatMap(({ field }) => confirmed(field) ?? []);
  return (
    <section className="card sentence-panel">
      <div className="hd">
        <h2>{say('sentence.title')}</h2>
        <span className="sub">{say('sentence.hint')}</span>
      </div>
      <div className="sentence-text">
        <textarea
          className="field"
          rows={3}
          maxLength={LONGEST_SENTENCE}
          value={text}
          placeholder={say('sentence.example')}
          aria-label={say('sentence.title')}
          aria-describedby={id}
          data-action="sentence"
          onChange={(event) => {
            setText(event.target.value);
            setEdited({});
          }}
        />
        <p id={id} className="said" role="status">
          {text.trim() !== '' &&
            (read.length === 0 ? say('sentence.nothing') : say('sentence.found', { count: read.length }))}
        </p>
      </div>
      {rows.length > 0 && (
        <>
          <ol className="sentence-rows">
            {rows.map(({ at, field }) => (
              <SentenceRowFields
                key={at}
                field={field}
                catalogue={catalogue}
                periods={periods}
                onChange={(next) => setEdited({ ...edited, [at]: next })}
              />
            ))}
          </ol>
          <div className="sentence-send">
            <button
              type="button"
              className="button primary"
              data-action="sentence-send"
              disabled={busy || ready.length !== rows.length}
              onClick={() =>
                onFile(new File([sentenceFile(ready)], say('sentence.fileName'), { type: 'text/csv' }))
              }
            >
              {say('sentence.send', { count: rows.length })}
            </button>
            <span className="hint">
              {ready.length === rows.length ? say('sentence.sendHint') : say('sentence.incomplete')}
            </span>
          </div>
        </>
      )}
    </section>
  );
};
