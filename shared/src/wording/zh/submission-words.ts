import type { SubmissionWords } from '../describe-issue';
import { zhFileKinds, zhFileRefusals } from './file-refusals';
import { zhIssues } from './issues';

/** What is said about a submission in Chinese. */
export const zhSubmissionWords: SubmissionWords = {
  issues: zhIssues,
  fileRefusals: zhFileRefusals,
  fileKinds: zhFileKinds,
  place: '[[工作表“{sheet}”]]第 {row} 行[[ {letter} 列]]：',
  more: '另有 {left} 条没有列出。',
  summary: {
    accept: '读到 {seen} 行数据，全部可以入库。',
    'accept-with-warning': '读到 {seen} 行数据，{good} 行可以入库；有 {warnings} 条提示，请看一下。',
    'reject-rows': '读到 {seen} 行数据，{refused} 行有错误，共 {errors} 处。改正之前不入库。',
  },
};
