export { commitSubmission, type Committer } from './commit-submission';
export { discardSubmission } from './discard-submission';
export type { Forecast, Forecaster, ForecastWork, Judgements } from './forecast.store';
export { forecastDraft } from './forecast-draft';
export { forecasterHere, forecastsBy, workOut } from './forecasts';
export { receiveFile } from './receive-file';
export type { SubmissionStore } from './submission.store';
