export { commitSubmission, type Committer } from './commit-submission';
export { discardSubmission } from './discard-submission';
export { draftOf } from './draft';
export type { Forecast, Forecaster, ForecastRequest, Judgements } from './forecast.store';
export { forecastDraft } from './forecast-draft';
export { forecasterHere, forecastsBy } from './forecasts';
export { receiveFile } from './receive-file';
export type { SubmissionStore } from './submission.store';
