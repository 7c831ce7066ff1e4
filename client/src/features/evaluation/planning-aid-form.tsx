import { planningAid, type PlanningQuestion } from '@zhibiao/shared/evaluation';
import type { DecimalText, Indicator } from '@zhibiao/shared/programme';
import { planningSentences, probabilityText, thousands } from '@zhibiao/shared/wording';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { useWords } from '../../ui/words';
import './planning-aid.css';

/** The planning aid itself: everything is reckoned here, by the functions that judge the year. */
export const PlanningForm = ({
  question,
  indicator,
  targetText,
}: {
  readonly question: PlanningQuestion;
  readonly indicator: Indicator;
  readonly targetText: DecimalText;
}): ReactElement => {
  const { say, text, language } = useWords();
  const [planned, setPlanned] = useState(question.planned);
  const id = useId();
  const aid = useMemo(() => planningAid({ ...question, planned }), [question, planned]);
  const told = planningSentences(aid, indicator, targetText, language);
  const unit = text(indicator.sampleUnit);
  const { budget, outlook } = aid;
  // Where everything is counted there is no sample that could confirm more.
  const sampled = indicator.measure === 'sampled-proportion';
  const open = question.periodsLeft > 0;
  const shown = { planned: thousands(aid.planned), unit, taken: thousands(question.total) };
  return (
    <div className={`planning${open && sampled ? '' : ' single'}`}>
      {sampled && (
        <div>
          <h3>{say('planning.confirm')}</h3>
          <p>{told.minimum}</p>
          {told.confirm !== null && <p>{told.confirm}</p>}
        </div>
      )}
      {open && (
        <div>
          <div className="planning-plan">
            <label htmlFor={id}>{say('planning.samples', { unit })}</label>
            <b>{thousands(aid.planned)}</b>
            {planned !== question.planned && (
              <button type="button" className="link-button" onClick={() => setPlanned(question.planned)}>
                {say('planning.reset', { planned: thousands(question.planned) })}
              </button>
            )}
          </div>
          <input
            id={id}
            type="range"
            min={question.total}
            max={mostPlanned(question)}
            value={aid.planned}
            aria-valuetext={say('planning.samplesText', shown)}
            onChange={(event) => setPlanned(event.currentTarget.valueAsNumber)}
          />
          <div className="planning-ends" aria-hidden="true">
            <span>{thousands(question.total)}</span>
            <span>{thousands(mostPlanned(question))}</span>
          </div>
          <output htmlFor={id}>
            <dl className="planning-figures">
              {budget.allowed !== null && (
                <div>
                  <dt>{say('indicator.budget')}</dt>
                  <dd>
                    <b>{thousands(budget.remaining ?? 0)}</b> / {thousands(budget.allowed)} {unit}
                  </dd>
                </div>
              )}
              {outlook !== null && (
                <div>
                  <dt>{say('indicator.outlook')}</dt>
                  <dd>
                    <b>{probabilityText(outlook.probability)}</b> {say(`outlook.${outlook.word}`)}
                  </dd>
                </div>
              )}
            </dl>
            {aid.rest !== null && (
              <h3>{say('planning.next', { unit, failureWord: text(indicator.failureWord) })}</h3>
            )}
            {told.next !== null && (
              <>
                <p>{told.next}</p>
                <h3>{say('planning.year')}</h3>
              </>
            )}
            <p>
              {told.rest}
              {outlook?.tentative === true && told.outlook}
            </p>
          </output>
          {!question.firm && <p className="planning-note">{say('planning.notFirm')}</p>}
        </div>
      )}
    </div>
  );
};

/** Twice the plan, rounded up to tens, leaves room on both sides. */
const mostPlanned = ({ planned, total }: PlanningQuestion): number =>
  Math.ceil((2 * Math.max(planned, total, 1)) / 10) * 10;
