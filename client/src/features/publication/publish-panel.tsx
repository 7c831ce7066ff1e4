import { addDays, instantAt, type PlainDate } from '@zhibiao/shared/calendar';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { EmptyFace } from '../../ui/faces';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { ChangesTable } from './changes-table';
import { EffectsTable } from './effects-table';
import { useDecisions, type ToPublish } from './use-publication';

/** What waits to be published, what it would do, and the button that says so before it is pressed. */
export const PublishPanel = ({
  view,
  today,
  catalogue,
  previewLink,
}: {
  readonly view: ToPublish;
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
  /** The way to the real pages as they would be. */
  readonly previewLink: ReactElement;
}): ReactElement => {
  const { say, text } = useWords();
  const { publish, plan, cancelPlan } = useDecisions();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [day, setDay] = useState(addDays(today, 1));
  const [time, setTime] = useState('09:00');
  const [asking, setAsking] = useState(false);
  const number = (view.newest?.number ?? 0) + 1;
  const effects = say('publish.effects', {
    indicators: view.summary.indicators,
    alerts: view.summary.alertsOpened,
  });
  const isNothing = view.changesTotal === 0 && view.position <= (view.newest?.position ?? 0);
  const done = publish.data;
  return (
    <>
      <section className="card desk" data-to-publish={view.changesTotal}>
        <div className="desk-body">
          <h2>{say('publish.title')}</h2>
          {isNothing ? (
            <EmptyFace
              title={
                done === undefined ? say('publish.nothing') : say('publish.done', { number: done.number })
              }
            >
              <span>{say('publish.nothingHint', { number: view.newest?.number ?? 0 })}</span>
            </EmptyFace>
          ) : (
            <>
              <p className="publish-effects" data-effects="">
                <b>{effects}</b> <span className="sub">{say('publish.next', { number })}</span> {previewLink}
              </p>
              <ChangesTable changes={view.changes} total={view.changesTotal} catalogue={catalogue} />
              <EffectsTable effects={view.effects} alerts={view.alertsToOpen} catalogue={catalogue} />
            </>
          )}
        </div>
      </section>
      <aside className="side">
        {view.plan !== null && (
          <section className="card opinion" data-plan={view.plan.id}>
            <p>
              {say('publish.planned', {
                moment: momentText(view.plan.plannedFor),
                name: text(view.plan.by.name),
              })}
            </p>
            <p className="sub">{view.plan.note}</p>
            <button
              type="button"
              className="button"
              data-action="cancel-plan"
              disabled={cancelPlan.isPending}
              onClick={() => view.plan !== null && cancelPlan.mutate({ id: view.plan.id })}
            >
              {say('publish.cancel')}
            </button>
          </section>
        )}
        {!isNothing && (
          <section className="card opinion">
            <label>
              <b>{say('publish.note')}</b>
              <input
                className="field"
                name="note"
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </label>
            {view.corrections > 0 && (
              <label>
                <b>{say('publish.reason', { count: view.corrections })}</b>
                <textarea
                  className="field"
                  name="reason"
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
            )}
            <fieldset>
              <legend>{say('publish.when')}</legend>
              <label>
                <input type="radio" name="when" checked={when === 'now'} onChange={() => setWhen('now')} />
                {say('publish.now')}
              </label>
              <label>
                <input
                  type="radio"
                  name="when"
                  checked={when === 'later'}
                  onChange={() => setWhen('later')}
                />
                {say('publish.later')}
              </label>
              {when === 'later' && (
                <span className="moment">
                  <input
                    type="date"
                    aria-label={say('publish.day')}
                    value={day}
                    min={today}
                    onChange={(event) => setDay(event.target.value)}
                  />
                  <input
                    type="time"
                    aria-label={say('publish.time')}
                    value={time}
                    onChange={(event) => setTime(event.target.value)}
                  />
                </span>
              )}
            </fieldset>
            <ProblemLine error={publish.error ?? plan.error ?? cancelPlan.error} />
            {asking ? (
              <div className="confirm" role="alertdialog" aria-label={say('publish.act')}>
                <p>{say('publish.confirm', { effects })}</p>
                <div className="acts">
                  <button type="button" className="button" onClick={() => setAsking(false)}>
                    {say('publish.keep')}
                  </button>
                  <button
                    type="button"
                    className="button primary"
                    data-action="confirm-publish"
                    disabled={publish.isPending}
                    onClick={() => {
                      setAsking(false);
                      publish.mutate({ note, reason, position: view.position });
                    }}
                  >
                    {say('publish.confirmAct')}
                  </button>
                </div>
              </div>
            ) : (
              <button
                type="button"
                className="button primary"
                data-action="publish"
                disabled={publish.isPending || plan.isPending}
                onClick={() => {
                  if (when === 'now') setAsking(true);
                  else plan.mutate({ plannedFor: instantAt(day, time), note, reason });
                }}
              >
                {say(when === 'now' ? 'publish.act' : 'publish.plan')}
              </button>
            )}
            <p className="sub">{say('publish.forever')}</p>
          </section>
        )}
      </aside>
    </>
  );
};
