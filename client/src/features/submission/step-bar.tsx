import type { ReactElement } from 'react';
import { SearchLink } from '../../ui/search';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import './step-bar.css';

/** Where a file stands on its way into the ledger. */
export type Step = 'file' | 'map' | 'check' | 'changes' | 'done';

const steps: readonly Step[] = ['file', 'map', 'check', 'changes', 'done'];

/** Ways back: a step behind the shown one is a link. What is stored has no way back. */
const back: Partial<Record<Step, PageSearch>> = {
  file: { submission: undefined, view: undefined },
  map: { view: 'map' },
  check: { view: undefined },
};

/** The steps of a submission, done, current and to come. */
export const StepBar = ({ step }: { readonly step: Step }): ReactElement => {
  const { say } = useWords();
  const words: Record<Step, string> = {
    file: say('submissions.stepFile'),
    map: say('submissions.stepMap'),
    check: say('submissions.stepCheck'),
    changes: say('submissions.stepChanges'),
    done: say('submissions.stepDone'),
  };
  const current = steps.indexOf(step);
  return (
    <ol className="steps" aria-label={say('submissions.steps')}>
      {steps.map((name, index) => {
        const isDone = index < current || step === 'done';
        const change = isDone && step !== 'done' ? back[name] : undefined;
        const shown = (
          <>
            <i aria-hidden="true">{isDone ? <Tick /> : index + 1}</i>
            <span>{words[name]}</span>
          </>
        );
        return (
          <li
            key={name}
            className={name === step ? (isDone ? 'ok on' : 'on') : isDone ? 'ok' : ''}
            aria-current={name === step ? 'step' : undefined}
          >
            {change === undefined ? shown : <SearchLink change={change}>{shown}</SearchLink>}
          </li>
        );
      })}
    </ol>
  );
};

const Tick = (): ReactElement => (
  <svg width={11} height={11} viewBox="0 0 10 10">
    <path d="M1.5 5.2l2.4 2.4 4.6-5" fill="none" stroke="#fff" strokeWidth={1.8} strokeLinecap="round" />
  </svg>
);
