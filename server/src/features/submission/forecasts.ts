import type { Actor } from '@zhibiao/shared/access';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Stores } from '../../stores';
import { draftOf } from './draft';
import { forecastDraft, type ForecastGround } from './forecast-draft';
import type { Forecaster, ForecastRequest, Forecasts, StartedForecast } from './forecast.store';

/** Judgements of a large file take megabytes: only so many files are kept in mind. */
const mostKept = 4;

/** What an actor's forecast looks at: the whole, and the actor's own unit. */
export const forecastRequest = (
  index: ProgrammeIndex,
  actor: Actor,
  draft: Omit<ForecastRequest, 'watched'>,
): ForecastRequest => ({
  ...draft,
  watched: [index.whole.code, ...(actor.unit === null ? [] : [actor.unit])],
});

/** Keeps what a forecaster works out, for as long as it holds. */
export const forecastsBy = (forecaster: Forecaster, stores: Pick<Stores, 'observations'>): Forecasts => {
  const kept = new Map<number, { readonly request: ForecastRequest; readonly started: StartedForecast }>();

  const start = (request: ForecastRequest): StartedForecast => {
    const started = forecaster.start(request);
    // Heard by whoever asks; nobody may ask.
    started.forecast.catch(() => undefined);
    kept.delete(request.submission);
    kept.set(request.submission, { request, started });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return started;
  };

  const stillHolding = async (request: ForecastRequest): Promise<StartedForecast | null> => {
    const found = kept.get(request.submission);
    if (found === undefined || !isSame(found.request, request)) return null;
    const forecast = await found.started.forecast.catch(() => null);
    const { position } = await stores.observations.position();
    return forecast?.position === position ? found.started : null;
  };

  return {
    warm: forecaster.warm,
    prepare: (request) => {
      start(request);
    },
    of: async (request) => {
      const started = (await stillHolding(request)) ?? start(request);
      return { forecast: await started.forecast, judgements: started.judgements };
    },
    forget: (submission) => {
      kept.delete(submission);
    },
    close: forecaster.close,
  };
};

const isSame = (one: ForecastRequest, other: ForecastRequest): boolean =>
  one.reading === other.reading &&
  one.day === other.day &&
  one.watched.length === other.watched.length &&
  one.watched.every((unit, position) => unit === other.watched[position]);

/** A forecaster that works where it is called: for programs that do one thing and end. */
export const forecasterHere = (
  ground: ForecastGround & { readonly stores: Pick<Stores, 'submissions'> },
): Forecaster => ({
  start: ({ submission, day, watched }) => {
    const working = (async () => {
      const text = await ground.stores.submissions.draft(submission);
      if (text === null) throw new Error(`submission ${submission} has no draft to forecast`);
      return forecastDraft(ground, { rows: draftOf(text).rows(), day, watched });
    })();
    return {
      forecast: working.then(({ forecast }) => forecast),
      judgements: () => working.then(({ judge }) => judge()),
    };
  },
  warm: () => undefined,
  close: () => Promise.resolve(),
});
