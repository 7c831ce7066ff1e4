import type { FileRefusal, FileRefusalCode } from '@zhibiao/shared/submission';
import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { fileRefusalSentence } from './submission-words';
import './choose-file.css';

/** Refusals that saving the file anew in a plain format mends. */
const resaved: ReadonlySet<FileRefusalCode> = new Set<FileRefusalCode>([
  'file.unknown-type',
  'file.wrong-extension',
  'file.legacy-xls',
  'file.html-as-xls',
  'file.encrypted',
  'file.macros',
  'file.broken',
  'file.unsafe-xml',
  'file.unsafe-part-name',
  'file.unreadable-text',
  'file.cell-outside',
]);

/** A file that was refused as a whole: why, and how to save it so that it can be read. */
export const FileRefused = ({
  fileName,
  refusal,
}: {
  readonly fileName: string;
  readonly refusal: FileRefusal;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <section className="card file-refused" role="alert" data-refusal={refusal.code}>
      <div className="body">
        <LightGlyph light="miss" size={16} />
        <div>
          <h2>{say('submissions.fileRefused')}</h2>
          <p className="name">{fileName}</p>
          <p className="why">{fileRefusalSentence(words, refusal)}</p>
          {resaved.has(refusal.code) && (
            <>
              <h3>{say('submissions.resave')}</h3>
              <ol>
                <li>{say('submissions.resave1')}</li>
                <li>{say('submissions.resave2')}</li>
                <li>{say('submissions.resave3')}</li>
              </ol>
            </>
          )}
          <p className="hint">{say('submissions.fileRefusedHint')}</p>
        </div>
      </div>
    </section>
  );
};
