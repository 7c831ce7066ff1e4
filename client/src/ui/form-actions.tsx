import type { ReactElement } from 'react';
import { useWords } from './words';
import './form.css';

/** The end of a form: the button that sends it, named for what it does, and the way out. */
export const FormActions = ({
  word,
  disabled,
  onCancel,
}: {
  readonly word: string;
  readonly disabled: boolean;
  readonly onCancel: () => void;
}): ReactElement => {
  const { say } = useWords();
  return (
    <div className="actions">
      <button type="submit" className="button primary" disabled={disabled}>
        {word}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {say('admin.cancel')}
      </button>
    </div>
  );
};
