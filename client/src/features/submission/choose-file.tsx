import { useEffect, useRef, useState, type DragEvent, type ReactElement } from 'react';
import { ProgressLine } from '../../ui/progress-line';
import { useWords } from '../../ui/words';
import { UploadIcon } from './upload-icon';
import './choose-file.css';

/** Takes a file by drop, by choice or as cells pasted from a spreadsheet. */
export const ChooseFile = ({
  reading,
  sent,
  onFile,
}: {
  /** Name of the file that is on its way; null when none is. */
  readonly reading: string | null;
  /** How much of it has left, 0…1. */
  readonly sent: number;
  readonly onFile: (file: File) => void;
}): ReactElement => {
  const { say } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  usePastedFile(say('submissions.pastedName'), onFile);
  const onDrag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <section className="card choose-file">
      <div className="hd">
        <h2>{say('submissions.stepFile')}</h2>
        <span className="sub">{say('submissions.fileHint')}</span>
      </div>
      <div
        className={`drop${over ? ' over' : ''}`}
        data-action="drop"
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={(event) => {
          onDrag(event);
          const file = event.dataTransfer.files[0];
          if (file !== undefined) onFile(file);
        }}
      >
        <UploadIcon />
        {over ? (
          <span>{say('submissions.dropNow')}</span>
        ) : (
          <span className="ways">
            <span className="wide-only">{say('submissions.drop')} </span>
            <button
              type="button"
              className="pick"
              data-action="pick"
              disabled={reading !== null}
              onClick={() => picker.current?.click()}
            >
              {say('submissions.pick')}
            </button>
            <span className="wide-only">
              {say('submissions.comma')}
              {say('submissions.paste')}
            </span>
          </span>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={say('submissions.pick')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <p className="reading" role="status">
        {reading !== null && say('submissions.reading', { name: reading })}
      </p>
      {reading !== null && sent < 1 && (
        <ProgressLine share={sent} label={say('reading.sent', { percent: Math.floor(sent * 100) })} />
      )}
    </section>
  );
};

/** Cells copied in a spreadsheet arrive as text with tabs, which the reader takes for a CSV file. */
const usePastedFile = (name: string, onFile: (file: File) => void): void => {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input,textarea,select')) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // A spreadsheet also offers a picture of the cells; the text is what it means.
      if (text.trim() !== '') latest.current(new File([text], name, { type: 'text/csv' }));
      else if (file !== undefined) latest.current(file);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [name]);
};
