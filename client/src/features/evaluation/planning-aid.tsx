import type { PlanningQuestion } from '@zhibiao/shared/evaluation';
import type { DecimalText, Indicator } from '@zhibiao/shared/programme';
import { lazy, Suspense, type ReactElement } from 'react';
import { useWords } from '../../ui/words';

// Reckoning needs the statistics themselves, which no other part of the page does.
const PlanningForm = lazy(() =>
  import('./planning-aid-form').then((module) => ({ default: module.PlanningForm })),
);

/** How many samples confirm the target, how many failures can be borne, and a plan to try out. */
export const PlanningAid = ({
  question,
  indicator,
  targetText,
}: {
  readonly question: PlanningQuestion;
  readonly indicator: Indicator;
  readonly targetText: DecimalText;
}): ReactElement | null => {
  const { say } = useWords();
  // At the end of a year a whole count has nothing left to plan.
  if (question.periodsLeft === 0 && indicator.measure !== 'sampled-proportion') return null;
  return (
    <section className="card" aria-label={say('planning.title')}>
      <div className="hd">
        <h2>{say('planning.title')}</h2>
        {question.periodsLeft > 0 && <span className="sub">{say('planning.hint')}</span>}
      </div>
      <Suspense fallback={<div style={{ minHeight: 150 }} />}>
        <PlanningForm
          // Another page's question begins with its own plan.
          key={`${question.total} ${question.planned} ${targetText}`}
          question={question}
          indicator={indicator}
          targetText={targetText}
        />
      </Suspense>
    </section>
  );
};
