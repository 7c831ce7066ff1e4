/**
 * Whether a text begins a line that speaks about the table: 备注：…, 填表人：…, 数据来源：…. Such words count only with
 * a colon (or a number and a stop) behind them.
 */
export const isRemark = (first: string): boolean => {
  // No remark begins with a digit; this spares the pattern on numbered rows.
  const code = first.charCodeAt(0);
  return !(code >= 48 && code <= 57) && REMARK.test(first.slice(0, 40));
};

const WORDS = [
  '备\\s*注|附\\s*注|注\\s*释?|说\\s*明|填表说明|数据来源|统计口径',
  '填\\s*表\\s*人|填\\s*报\\s*人|制\\s*表\\s*人?|审\\s*核\\s*人?|复\\s*核\\s*人?|(?:单位|统计)?负\\s*责\\s*人',
  '填表单位|填报单位|制表单位|(?:填报|填表|制表|报出|上报)?日\\s*期|联\\s*系\\s*人|(?:联系)?电\\s*话',
  'notes?|remarks?|source|prepared by',
];
const REMARK = new RegExp(`^[\\s*＊※]*(?:${WORDS.join('|')})\\s*\\d{0,2}\\s*[:：.、]`, 'iu');
