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
