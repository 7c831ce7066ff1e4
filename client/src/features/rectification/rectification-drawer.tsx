import { dayOfInstant } from '@zhibiao/shared/calendar';
import type { Measure } from '@zhibiao/shared/programme';
import { rectificationStates, type PersonalAct } from '@zhibiao/shared/rectification';
import { alertLevelText, momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { SearchLink } from '../../ui/search';
import { useWords, type Words } from '../../ui/words';
import { ActForm } from './act-form';
import type { AlertSaid } from './rectification-board';
import { dueWords, numberWords, ownerName } from './rectification-words';
import type { RectificationView } from './use-rectifications';

type Step = RectificationView['steps'][number];

/** One rectification: what the alert says, how far it has come, every step so far, and what this reader may do. */
export const RectificationDrawer = ({
  view,
  said,
  catalogue,
  figures,
}: {
  readonly view: RectificationView;
  readonly said: AlertSaid;
  readonly catalogue: Catalogue;
  /** Leads to the figures of its indicator. */
  readonly figures: ReactNode;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const [act, setAct] = useState<PersonalAct | null>(null);
  const due = dueWords(words, view);
  const lead = catalogue.indicator(view.alert.indicator)?.departments.lead;
  return (
    <aside
      className="card drawer"
      aria-label={said.name}
      data-rectification={view.id}
      data-state={view.state}
    >
      <SearchLink className="back" change={{ rectification: undefined }}>
        {say('rectification.back')}
      </SearchLink>
      <header>
        <p>
          {said.tag}
          <span className="number">{numberWords(words, view)}</span>
        </p>
        <h2>{said.name}</h2>
        <p className="sentence">{said.sentence}</p>
      </header>
      <Progress view={view} />
      <dl>
        <div>
          <dt>{say('rectification.owner')}</dt>
          <dd>{ownerName(words, catalogue, view.owner)}</dd>
        </div>
        <div>
          <dt>{say('rectification.supervisor')}</dt>
          <dd>
            {lead === undefined
              ? say('value.none')
              : ownerName(words, catalogue, { kind: 'department', department: lead })}
          </dd>
        </div>
        <div>
          <dt>{say('rectification.due')}</dt>
          <dd className={`due ${due.tone}`}>
            {view.dueOn === null ? '' : `${view.dueOn} `}
            {due.words}
          </dd>
        </div>
      </dl>
      <ol className="history" aria-label={say('rectification.history')}>
        {view.steps.map((step) => (
          <HistoryEntry
            key={`${step.at} ${step.act}`}
            step={step}
            rectification={view.id}
            indicator={view.alert.indicator}
            catalogue={catalogue}
          />
        ))}
      </ol>
      {act !== null && (
        <ActForm key={act} view={view} act={act} catalogue={catalogue} onDone={() => setAct(null)} />
      )}
      <footer>
        {act === null &&
          view.acts.map((each, place) => (
            <button
              key={each}
              type="button"
              className={`button ${place === firstAct(view.acts) ? 'primary' : ''}`}
              data-act={each}
              onClick={() => setAct(each)}
            >
              {say(`rectification.act.${each}`)}
            </button>
          ))}
        <span className="end">{figures}</span>
      </footer>
    </aside>
  );
};

/** The act that moves it on, wherever it stands among those that are allowed; -1 where none does. */
const firstAct = (acts: readonly PersonalAct[]): number =>
  acts.findIndex((act) => act === 'sign' || act === 'plan' || act === 'hand-in' || act === 'close');

const Progress = ({ view }: { readonly view: RectificationView }): ReactElement => {
  const { say } = useWords();
  const at = rectificationStates.indexOf(view.state);
  // Since it was last opened: what an earlier round reached is history.
  const begun = view.steps.findLastIndex(({ act }) => act === 'open' || act === 'reopen');
  const round = view.steps.slice(begun);
  return (
    <ol className="progress" aria-label={say('rectification.steps')}>
      {rectificationStates.map((state, place) => {
        // Words on the way are steps too, and enter nothing.
        const entered = round.findLast(
          (step, order) => place <= at && step.state === state && round[order - 1]?.state !== state,
        );
        return (
          <li
            key={state}
            className={place < at ? 'done' : place === at ? 'now' : ''}
            aria-current={place === at ? 'step' : undefined}
          >
            <i aria-hidden="true" />
            <span>{say(`rectification.step.${state}`)}</span>
            <small>{entered === undefined ? '' : dayOfInstant(entered.at).slice(5)}</small>
          </li>
        );
      })}
    </ol>
  );
};

const HistoryEntry = ({
  step,
  rectification,
  indicator,
  catalogue,
}: {
  readonly step: Step;
  readonly rectification: string;
  readonly indicator: string;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text, language } = words;
  const { said, finding } = step;
  const files = said.evidence ?? [];
  const act = say(files.length > 0 ? 'rectification.done.evidence' : `rectification.done.${step.act}`);
  const rate = foundRate(words, finding.rateText, catalogue.indicator(indicator)?.measure);
  return (
    <li data-step={step.act}>
      <time>{momentText(step.at)}</time>
      <div>
        <b>{step.by === null ? act : say('rectification.by', { name: text(step.by.name), act })}</b>
        {step.act === 'hand-over' && (
          <p>{say('rectification.to', { owner: ownerName(words, catalogue, step.owner) })}</p>
        )}
        {said.text !== undefined && <p>{said.text}</p>}
        {said.measures !== undefined && (
          <ul>
            {said.measures.map(({ what, by }) => (
              <li key={`${what} ${by}`}>{say('rectification.measure', { what, by })}</li>
            ))}
          </ul>
        )}
        {files.map(({ name, sha256 }) => (
          <p key={sha256}>
            <a
              className="linked"
              href={`/api/evidence/${rectification}?file=${sha256}`}
              download
              data-action="evidence"
            >
              {name}
            </a>
          </p>
        ))}
        {said.retest !== undefined && (
          <p>
            {say('rectification.retest', {
              total: String(said.retest.total),
              passes: String(said.retest.passes),
            })}
          </p>
        )}
        {(step.act === 'close' || step.act === 'lift') && (
          <p className="found">
            {finding.level === 'none'
              ? say('rectification.findingNone', { rate })
              : say('rectification.finding', { level: alertLevelText(finding.level, language), rate })}
          </p>
        )}
      </div>
    </li>
  );
};

/** The figure that the system found, with its unit. */
const foundRate = ({ say }: Words, text: string | null, measure: Measure | undefined): string => {
  if (text === null) return say('value.none');
  if (measure === 'score') return `${text} ${say('unit.points')}`;
  return measure === 'count' ? text : `${text}%`;
};
