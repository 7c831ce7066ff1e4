import type { Measure, PersonalAct, RectificationOwner } from '@zhibiao/shared/rectification';
import { useEffect, useRef, useState, type ReactElement, type SubmitEvent } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { FormActions } from '../../ui/form-actions';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { useStep, type RectificationView } from './use-rectifications';
import '../../ui/form.css';

/** What an act asks to be said: always a text, with a plan its measures, with handing in a retest, with 转办 to whom. */
export const ActForm = ({
  view,
  act,
  catalogue,
  onDone,
}: {
  readonly view: RectificationView;
  readonly act: PersonalAct;
  readonly catalogue: Catalogue;
  readonly onDone: () => void;
}): ReactElement => {
  const { say } = useWords();
  const step = useStep(onDone);
  const [text, setText] = useState('');
  const [measures, setMeasures] = useState<readonly Measure[]>([{ what: '', by: '' }]);
  const [passes, setPasses] = useState('');
  const [total, setTotal] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const owners = ownersOf(catalogue);
  const [owner, setOwner] = useState('');
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const retested = passes.trim() !== '' || total.trim() !== '';
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    step.mutate({
      rectification: view.id,
      act,
      said: {
        text,
        measures: measures.filter(({ what, by }) => what.trim() !== '' || by !== ''),
        ...(retested ? { retest: { passes: Number(passes), total: Number(total) } } : {}),
      },
      to: owners.find(({ key }) => key === owner)?.owner ?? null,
      files,
    });
  };
  return (
    <form className="form act-form" data-act={act} onSubmit={send}>
      <ProblemLine error={step.error} />
      {act === 'hand-over' && <OwnerChoice owners={owners} value={owner} onChange={setOwner} />}
      <label>
        <span className="label">{say(`rectification.text.${act}`)}</span>
        <textarea
          className="field"
          ref={first}
          name="text"
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {act === 'plan' && <Measures measures={measures} onChange={setMeasures} />}
      {act === 'hand-in' && (
        <div className="pair">
          <CountInput
            name="total"
            label={say('rectification.retestTotal')}
            value={total}
            onChange={setTotal}
          />
          <CountInput
            name="passes"
            label={say('rectification.retestPasses')}
            value={passes}
            onChange={setPasses}
          />
          <span className="help">{say('rectification.retestHint')}</span>
        </div>
      )}
      {(act === 'explain' || act === 'hand-in') && (
        <label>
          <span className="label">{say('rectification.evidence')}</span>
          <input
            type="file"
            name="evidence"
            multiple
            accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx"
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
          <span className="help">{say('rectification.evidenceHint')}</span>
        </label>
      )}
      <FormActions
        word={say(`rectification.act.${act}`)}
        disabled={step.isPending || (act === 'hand-over' && owner === '')}
        onCancel={onDone}
      />
    </form>
  );
};

interface OwnerEntry {
  readonly key: string;
  readonly owner: RectificationOwner;
  readonly name: { readonly zh: string; readonly en: string };
}

const ownersOf = ({ parts, programme }: Catalogue): readonly OwnerEntry[] => [
  ...programme.departments.map(
    ({ code, name }): OwnerEntry => ({
      key: `department ${code}`,
      owner: { kind: 'department', department: code },
      name,
    }),
  ),
  ...parts.map(
    ({ code, name }): OwnerEntry => ({ key: `unit ${code}`, owner: { kind: 'unit', unit: code }, name }),
  ),
];

const OwnerChoice = ({
  owners,
  value,
  onChange,
}: {
  readonly owners: readonly OwnerEntry[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <label>
      <span className="label">{say('rectification.newOwner')}</span>
      <select className="input" name="owner" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say('rectification.choose')}</option>
        {owners.map(({ key, name }) => (
          <option key={key} value={key}>
            {text(name)}
          </option>
        ))}
      </select>
    </label>
  );
};

const Measures = ({
  measures,
  onChange,
}: {
  readonly measures: readonly Measure[];
  readonly onChange: (measures: readonly Measure[]) => void;
}): ReactElement => {
  const { say } = useWords();
  const set = (at: number, change: Partial<Measure>): void =>
    onChange(measures.map((measure, place) => (place === at ? { ...measure, ...change } : measure)));
  return (
    <fieldset>
      <legend>{say('rectification.measures')}</legend>
      {measures.map(({ what, by }, place) => (
        // A measure has no name but its place, and none is taken out.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className="measure">
          <input
            className="input"
            name={`what-${place + 1}`}
            aria-label={say('rectification.what', { place: place + 1 })}
            placeholder={say('rectification.what', { place: place + 1 })}
            maxLength={500}
            value={what}
            onChange={(event) => set(place, { what: event.target.value })}
          />
          <input
            className="input"
            type="date"
            name={`by-${place + 1}`}
            aria-label={say('rectification.byDay', { place: place + 1 })}
            value={by}
            onChange={(event) => set(place, { by: event.target.value })}
          />
        </div>
      ))}
      {measures.length < 20 && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange([...measures, { what: '', by: '' }])}
        >
          {say('rectification.addMeasure')}
        </button>
      )}
    </fieldset>
  );
};

const CountInput = ({
  name,
  label,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement => (
  <label>
    <span className="label">{label}</span>
    <input
      className="input"
      name={name}
      type="number"
      min={0}
      step={1}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);
