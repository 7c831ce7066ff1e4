import type { PeriodCode } from '@zhibiao/shared/calendar';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightGlyph } from '../../ui/glyph';
import { indicatorName, unitName } from '../../ui/names';
import { useWords } from '../../ui/words';
import type { SentenceField } from './sentence-rows';

/** One row that was read from a notice, every part of it open to correction; `null` takes it out. */
export const SentenceRowFields = ({
  field,
  catalogue,
  periods,
  onChange,
}: {
  readonly field: SentenceField;
  readonly catalogue: Catalogue;
  /** The periods that are being collected. */
  readonly periods: readonly PeriodCode[];
  readonly onChange: (field: SentenceField | null) => void;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const set = (part: Partial<SentenceField>): void => onChange({ ...field, ...part });
  const { indicators } = catalogue.programme;
  const units = catalogue.register.units.filter(({ kind }) => kind !== 'reference' || field.unit !== '');
  return (
    <li className="sentence-row" data-row="">
      <blockquote>{field.text}</blockquote>
      <div className="fields">
        <Labelled label={say('sentence.indicator')} wide>
          {(id) => (
            <select
              id={id}
              className="field"
              value={field.indicator}
              aria-invalid={field.indicator === '' || undefined}
              onChange={(event) => set({ indicator: event.target.value })}
            >
              {field.indicator === '' && <option value="">{say('sentence.choose')}</option>}
              {indicators.map(({ code }) => (
                <option key={code} value={code}>
                  {indicatorName(words, catalogue, code)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={say('sentence.unit')}>
          {(id) => (
            <select
              id={id}
              className="field"
              value={field.unit}
              aria-invalid={field.unit === '' || undefined}
              onChange={(event) => set({ unit: event.target.value })}
            >
              {field.unit === '' && <option value="">{say('sentence.choose')}</option>}
              {units.map(({ code }) => (
                <option key={code} value={code}>
                  {unitName(words, catalogue, code)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={say('sentence.period')}>
          {(id) => (
            <select
              id={id}
              className="field"
              value={field.period}
              onChange={(event) => set({ period: event.target.value })}
            >
              {[...new Set([field.period, ...periods])].map((code) => (
                <option key={code} value={code}>
                  {words.period(code, field.basis)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Count label={say('sentence.total')} value={field.total} onChange={(total) => set({ total })} />
        <Count label={say('sentence.passes')} value={field.passes} onChange={(passes) => set({ passes })} />
        <button
          type="button"
          className="link-button"
          data-action="sentence-drop"
          onClick={() => onChange(null)}
        >
          {say('sentence.drop')}
        </button>
      </div>
      {(field.derived !== null || field.doubts.length > 0) && (
        <p className="notes">
          {field.doubts.map((doubt) => (
            <span key={doubt}>
              <LightGlyph light="risk" /> {say(`sentence.doubt.${doubt}`)}
            </span>
          ))}
          {field.derived !== null && <span>{say(`sentence.derived.${field.derived}`)}</span>}
        </p>
      )}
    </li>
  );
};

const Labelled = ({
  label,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}): ReactElement => {
  const id = useId();
  return (
    <div className={wide ? 'wide' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

const Count = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement => (
  <Labelled label={label}>
    {(id) => (
      <input
        id={id}
        className="field num"
        inputMode="numeric"
        maxLength={9}
        value={value}
        aria-invalid={!/^\d{1,9}$/.test(value.trim()) || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Labelled>
);
