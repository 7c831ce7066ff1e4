export type {
  SampleAnswer,
  SampleDesk,
  SampleProgress,
  SampleReading,
  SampleWork,
  StagedSamples,
} from './sample-desk.store';
export type { SampleStaging, StagedObservation, StagedOutcome } from './sample-staging.store';
export type { SampleFilter, SampleReads, SampleStore } from './sample.store';
export { headBytes, sampleListOf } from './list-source';
export { sampledRows } from './stage-samples';
export { runSampleWork, type SampleTurns } from './run-sample-work';
