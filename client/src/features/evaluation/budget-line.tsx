import type { Assessment, BudgetReading, OutlookReading } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { probabilityText, thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';

/** The failures used of those the year allows; the tick is the share of the plan already tested. */
export const BudgetBar = ({
  budget,
  assessment,
}: {
  readonly budget: BudgetReading;
  readonly assessment: Assessment;
}): ReactElement | null => {
  if (budget.allowed === null || budget.allowed === 0) return null;
  const used = Math.min(1, budget.used / budget.allowed);
  const tested = assessment.figure?.kind === 'counts' ? assessment.figure.total : null;
  const pace = tested === null || budget.planned === null ? null : Math.min(1, tested / budget.planned);
  const colour =
    assessment.light === 'miss'
      ? ' miss'
      : pace !== null && used > pace && assessment.light === 'risk'
        ? ' risk'
        : '';
  return (
    <div className={`budget-bar${colour}`}>
      <i style={{ width: `${used * 100}%` }} />
      {pace !== null && <em style={{ left: `${pace * 100}%` }} />}
    </div>
  );
};

/** 余量: how many failing samples are left of those allowed. */
export const BudgetLine = ({
  budget,
  assessment,
  indicator,
}: {
  readonly budget: BudgetReading;
  readonly assessment: Assessment;
  readonly indicator: Indicator;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <div className="row">
      <span>{say('budget.label')}</span>
      {budget.allowed === 0 ? (
        <span className="t2">{say('budget.impossible', { failureWord: text(indicator.failureWord) })}</span>
      ) : (
        <BudgetBar budget={budget} assessment={assessment} />
      )}
      <span className="figures">
        {say('budget.left')} <b>{thousands(budget.remaining ?? 0)}</b>
        {budget.allowed !== null && budget.allowed > 0 && (
          <>
            {' '}
            / {thousands(budget.allowed)} {text(indicator.sampleUnit)}
          </>
        )}
      </span>
    </div>
  );
};

/** 达标把握: five neutral pips, the word and the number. */
export const OutlookLine = ({ outlook }: { readonly outlook: OutlookReading }): ReactElement => {
  const { say } = useWords();
  const lit = levels[outlook.word];
  return (
    <div className="row">
      <span>{say('outlook.label')}</span>
      <div className="outlook-pips" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((pip) => (
          <i key={pip} className={pip <= lit ? 'on' : ''} />
        ))}
      </div>
      <span className="figures">
        {say(`outlook.${outlook.word}`)} <b>{probabilityText(outlook.probability)}</b>
      </span>
    </div>
  );
};

const levels = { unlikely: 1, doubtful: 2, uncertain: 3, likely: 4, 'very-likely': 5 } as const;
