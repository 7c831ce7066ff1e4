import { unpackRows } from '../../documents/packed-rows';
import type { Stores } from '../../stores';
import { draftOf } from './draft';
import { forecastDraft, type DraftForecast, type ForecastGround } from './forecast-draft';
import type { Forecaster, ForecastRequest, Forecasts, ForecastWork, StartedForecast } from './forecast.store';

/** Judgements of a large file take megabytes: only so many files are kept in mind. */
const mostKept = 4;

/** Keeps what a forecaster works out, for as long as it holds. */
export const forecastsBy = (forecaster: Forecaster, stores: Pick<Stores, 'observations'>): Forecasts => {
  const kept = new Map<number, { readonly request: ForecastRequest; readonly started: StartedForecast }>();

  const begin = (work: ForecastWork): StartedForecast => {
    const started = forecaster.start(work);
    // Heard by whoever asks; nobody may ask.
    started.forecast.catch(() => undefined);
    return started;
  };

  const forget = (submission: number): void => {
    kept.get(submission)?.started.forget();
    kept.delete(submission);
  };

  const keep = (request: ForecastRequest, started: StartedForecast): void => {
    forget(request.submission);
    kept.set(request.submission, { request, started });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) forget(oldest);
  };

  const startAnew = (request: ForecastRequest): StartedForecast => {
    const { submission, day } = request;
    const started = begin({ source: { kind: 'draft', submission }, day });
    keep(request, started);
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
    begin,
    keep,
    of: async (request) => {
      const started = (await stillHolding(request)) ?? startAnew(request);
      return { ...started, forecast: await started.forecast };
    },
    forget,
  };
};

const isSame = (one: ForecastRequest, other: ForecastRequest): boolean =>
  one.reading === other.reading && one.day === other.day;

/** What forecasting is done from, drafts included. */
export type WorkGround = ForecastGround & { readonly stores: Pick<Stores, 'submissions'> };

/** Works one forecast out; also says how many errors the rows came with, for then nobody can commit them. */
export const workOut = async (
  ground: WorkGround,
  { source, day }: ForecastWork,
): Promise<DraftForecast & { readonly errors: number }> => {
  if (source.kind === 'rows') {
    const rows = unpackRows(source.packed);
    return { ...(await forecastDraft(ground, { rows, day })), errors: source.errors };
  }
  const text = await ground.stores.submissions.draft(source.submission);
  if (text === null) throw new Error(`submission ${source.submission} has no draft to forecast`);
  const { rows, read } = draftOf(text);
  return {
    ...(await forecastDraft(ground, { rows: unpackRows(rows()), day })),
    errors: read.errors,
  };
};

/** A forecaster that works where it is called: for programs that do one thing and end. */
export const forecasterHere = (ground: WorkGround): Forecaster => ({
  start: (work) => {
    const working = workOut(ground, work);
    return {
      forecast: working.then(({ forecast }) => forecast),
      judgements: () => working.then(({ judge }) => judge()),
      consequences: () => working.then(({ foresee }) => foresee()),
      forget: () => undefined,
    };
  },
  warm: () => undefined,
  close: () => Promise.resolve(),
});
