export {
  loadEnDictionary,
  say,
  zhDictionary,
  type Dictionary,
  type Language,
  type PageKey,
  type PageParams,
} from './language';
export { refusalSentence } from './refusal-sentence';
export { operatorProblemText, type OperatorProblemCode } from './operator-problem-text';
export { periodShortText, periodText } from './period-text';
export {
  decimals,
  denseText,
  intervalText,
  isLevel,
  momentText,
  pointsText,
  probabilityText,
  signedPointsText,
  thousands,
  valueText,
} from './numbers';
export {
  assessmentSentence,
  assessmentSentences,
  lightReasonText,
  targetSymbol,
} from './assessment-sentence';
export { caseWords } from './case-words';
export { spokenReason, type SpokenReason } from './spoken-reason';
export { overviewFocus, overviewHeadline, rankedSentence } from './overview-sentences';
export { markedFileName, publishedFileName, templateFileName } from './file-names';
export { templateWords } from './template-words';
export { issueText, markedWords } from './marked-words';
export { reminderText, type ReminderText } from './reminder-text';
export { importExplanation, importReason } from './import-reason';
export { publicationNotes, sampledNote } from './publication-notes';
export { mixWords, type MixWords } from './mix-words';
export { fillSentence } from './fill-sentence';
export { describeFileRefusal, describeIssue, type SubmissionWords } from './describe-issue';
export {
  describeIssues,
  describeRead,
  type DescribedIssue,
  type DescribedRead,
  type ReadResult,
} from './describe-read';
export { zhSubmissionWords } from './zh/submission-words';
export { enSubmissionWords } from './en/submission-words';
export { clauseText } from './clause-text';
export {
  controlSentence,
  decompositionSentence,
  funnelSentence,
  rankIntervalSentence,
  trendSentence,
  type ChartWords,
  type UnitWords,
} from './evidence-sentences';
export { matrixSentence, type MatrixWords } from './matrix-sentence';
export { planningSentences, type PlanningSentences } from './planning-sentences';
export { alertLevelText, alertReasons, alertRuleText, alertSentence, type AlertPlace } from './alert-words';
export { howComputedLines, howComputedText, type HowLine, type HowWords } from './how-computed-text';
