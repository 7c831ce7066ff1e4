import { useId, type ReactElement, type RefObject } from 'react';
import { useWords } from '../../ui/words';
import '../../ui/controls.css';

/** Longest reason that the server takes. */
export const mostReason = 500;

/** Why figures change; must be said when any stored figure is replaced. */
export const ReasonField = ({
  value,
  required,
  missing,
  field,
  onChange,
}: {
  readonly value: string;
  readonly required: boolean;
  /** Committing was tried without it. */
  readonly missing: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
}): ReactElement => {
  const { say } = useWords();
  const id = useId();
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('changes.note')}</h2>
      </div>
      <div className="reason">
        <label htmlFor={id}>
          {say('changes.reason')}{' '}
          <span className="hint">{say(required ? 'changes.reasonRequired' : 'changes.reasonOptional')}</span>
        </label>
        <textarea
          id={id}
          ref={field}
          className="field"
          rows={3}
          maxLength={mostReason}
          required={required}
          value={value}
          aria-invalid={missing || undefined}
          aria-describedby={`${id}-under`}
          data-action="reason"
          onChange={(event) => onChange(event.target.value)}
        />
        <p id={`${id}-under`} className="under">
          <span className="t-miss" role="status">
            {missing && say('changes.reasonMissing')}
          </span>
          <span>{say('changes.reasonLength', { count: value.length, most: mostReason })}</span>
        </p>
      </div>
    </section>
  );
};
