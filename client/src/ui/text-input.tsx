import { useState, type ReactElement } from 'react';
import { useWords } from './words';
import './form.css';

/** A labelled line of text. */
export const TextInput = ({
  label,
  value,
  onChange,
  help,
  autoComplete = 'off',
  name,
  maxLength = 160,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly autoComplete?: string;
  readonly name: string;
  readonly maxLength?: number;
}): ReactElement => (
  <label>
    <span className="label">{label}</span>
    <input
      className="input"
      name={name}
      value={value}
      maxLength={maxLength}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
    {help !== undefined && <span className="help">{help}</span>}
  </label>
);

/** A labelled password that can be shown while it is typed; pasting is welcome. */
export const PasswordInput = ({
  label,
  value,
  onChange,
  help,
  isNew = false,
  name,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  /** A password to be chosen, not one to be remembered. */
  readonly isNew?: boolean;
  readonly name: string;
}): ReactElement => {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div className="password">
      <label>
        <span className="label">{label}</span>
        <span className="input-with">
          <input
            className="input"
            name={name}
            type={shown ? 'text' : 'password'}
            value={value}
            maxLength={800}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say(shown ? 'signIn.hide' : 'signIn.show')}
          </button>
        </span>
        {help !== undefined && <span className="help">{help}</span>}
      </label>
    </div>
  );
};
