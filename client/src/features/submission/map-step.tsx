import type { PreviewView } from '@zhibiao/shared/submission';
import { dayOfInstant, type PlainDate } from '@zhibiao/shared/calendar';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ProblemLine } from '../../ui/problem-line';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { givenOf, questionsOf, type MapQuestion } from './map-questions';
import { StepLink } from './step-link';
import { templatePeriods } from './template-panel';
import { useAnswer, useForget } from './use-layout';
import './map-step.css';

/** 对应: what a sheet of its own layout leaves open, each with a proposal, confirmed once and remembered on request. */
export const MapStep = ({
  view,
  today,
  catalogue,
}: {
  readonly view: PreviewView;
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const { submission, layout, rememberedAt } = view;
  const questions = questionsOf(layout);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [remember, setRemember] = useState(true);
  const answer = useAnswer(submission);
  const forget = useForget(submission);
  const hints = layout?.hints ?? [];
  return (
    <form
      className="card map-step"
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ submission, given: givenOf(questions, chosen), remember });
      }}
    >
      <div className="hd">
        <h2>{say('map.title')}</h2>
        <span className="sub">
          {questions.length === 0 ? say('map.none') : say('map.open', { count: questions.length })}
        </span>
      </div>
      {rememberedAt !== undefined && (
        <p className="used" role="status">
          {say('map.used', { day: dayOfInstant(rememberedAt) })}
          <button
            type="button"
            className="link-button"
            data-action="forget-layout"
            disabled={forget.isPending}
            onClick={() => forget.mutate({ submission })}
          >
            {say('map.forget')}
          </button>
        </p>
      )}
      {questions.length > 0 && (
        <ScrollX label={say('map.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('map.inFile')}</th>
                <th scope="col">{say('map.sample')}</th>
                <th scope="col">{say('map.means')}</th>
                <th scope="col">{say('map.why')}</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <Question
                  key={question.key}
                  question={question}
                  value={chosen[question.key] ?? question.proposed}
                  onChoose={(value) => setChosen({ ...chosen, [question.key]: value })}
                  periods={templatePeriods(today, catalogue)}
                  catalogue={catalogue}
                />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
      {hints.length > 0 && (
        <div className="hints">
          <b>{say('map.told')}</b>
          <ul>
            {hints.map(({ sheet, code, text }) => (
              <li key={`${sheet} ${code} ${text}`}>
                {code === 'passes-from-failures'
                  ? say(`map.hint.${code}`)
                  : say(`map.hint.${code}`, { text })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ProblemLine error={answer.error ?? forget.error} />
      <div className="foot">
        {questions.length === 0 ? (
          <StepLink change={{ view: undefined }} action="map-next">
            {say('map.next')}
          </StepLink>
        ) : (
          <>
            <label className="choice">
              <input
                type="checkbox"
                name="remember"
                checked={remember}
                onChange={(event) => setRemember(event.target.checked)}
              />
              {say('map.remember')}
            </label>
            <StepLink change={{ view: 'rows' }} action="map-skip">
              {say('map.skip')}
            </StepLink>
            <button
              type="submit"
              className="button primary"
              data-action="map-confirm"
              disabled={answer.isPending}
            >
              {say('map.confirm')}
            </button>
          </>
        )}
      </div>
    </form>
  );
};

const Question = ({
  question,
  value,
  onChoose,
  periods,
  catalogue,
}: {
  readonly question: MapQuestion;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly periods: readonly string[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, text, period } = useWords();
  const shown = (code: string): string => {
    if (question.kind === 'heading') {
      const role = question.choices.find((each) => each === code);
      return role === undefined ? code : say(`map.role.${role}`);
    }
    if (question.role === 'period') return period(code);
    const thing = question.role === 'unit' ? catalogue.unit(code) : catalogue.indicator(code);
    return thing === undefined ? code : text(thing.name);
  };
  const choices: readonly string[] =
    question.kind === 'heading'
      ? question.choices
      : question.role === 'period'
        ? [...new Set([...(question.kind === 'subject' ? question.proposals : []), ...periods])]
        : question.role === 'unit'
          ? catalogue.register.units.map(({ code }) => code)
          : catalogue.programme.indicators.map(({ code }) => code);
  const name = (): string => {
    switch (question.kind) {
      case 'heading':
        return question.heading;
      case 'name':
        return question.name;
      case 'subject':
        return question.sheet === '' ? say('map.whole') : say('map.sheet', { sheet: question.sheet });
    }
  };
  const beside = (): string => {
    switch (question.kind) {
      case 'heading':
        return question.samples.join(say('submissions.comma'));
      case 'name':
        return question.cell;
      case 'subject':
        return say(`map.missing-${question.role}`);
    }
  };
  const why = (): string => {
    switch (question.kind) {
      case 'heading':
        return say(`map.by-${question.reason}`);
      case 'name':
        return question.proposed === '' ? say(`map.unknown-${question.role}`) : say('map.by-near');
      case 'subject':
        return question.from === null ? '' : say('map.by-file', { text: question.from });
    }
  };
  return (
    <tr data-question={question.kind}>
      <th scope="row">{name()}</th>
      <td className="t3">{beside()}</td>
      <td>
        <select
          className={`input${value === '' ? ' open' : ''}`}
          aria-label={name()}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          {question.kind !== 'heading' && (
            <option value="">{say(question.kind === 'name' ? 'map.keep' : 'map.pick')}</option>
          )}
          {choices.map((code) => (
            <option key={code} value={code}>
              {shown(code)}
            </option>
          ))}
        </select>
      </td>
      <td className="t3">{why()}</td>
    </tr>
  );
};
