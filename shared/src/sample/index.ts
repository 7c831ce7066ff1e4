export {
  hasFailed,
  isRetest,
  type GroupCount,
  type SampleGroup,
  type SampleRow,
  type SampleVerdict,
} from './types';
export { countGroups, observationsOf, type SampledObservation, type SampleRevision } from './observations-of';
export { secondLine, type NumberedLine, type SecondLine } from './same-number';
export { paretoOf, type ItemCount, type Pareto, type ParetoBar } from './pareto-of';
export { findSampleList, saysEverything, type HeadRow, type SampleList } from './find-sample-list';
export { sampleRowReader, type SampleRowReader } from './sample-row-reader';
export type { CategoryCount, FailingSample, FailingView, SampleSource, SampleView } from './views';
export { dayOfNumber } from './read-day';
