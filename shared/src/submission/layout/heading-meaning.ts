import { nameKey } from '../../programme';
import { headingRole } from '../headings';
import { answered } from './answered';
import type { LayoutAnswers, LayoutRole } from './types';

/** The form in which headings and names are remembered: half-width, without spaces, lower case. */
export const answerKey = (text: string): string => nameKey(text).slice(0, 120);

/**
 * What a heading means: by an answer, else by the words of the plain template, else by how such words are put
 * together (样品抽检数量/批次). Null: nobody knows, to be asked and never to be guessed from its place.
 */
export function headingMeaning(text: string, answers: LayoutAnswers = {}): LayoutRole | null {
  if (text.trim() === '' || text.length > 80) return null;
  const told = answered(answers.roles, answerKey(text));
  if (told !== undefined) return told;
  const key = answerKey(text);
  const bare = key.replace(MEASURE, '').replace(/[（(].*[）)]$/, '') || key;
  if (IGNORED.test(bare) || ASIDE.test(bare)) return 'ignored';
  return headingRole(text) ?? composed(key) ?? composed(bare);
}

function composed(key: string): LayoutRole | null {
  const halves = key.replace(MEASURE, '').split('/');
  const [over = '', under = ''] = halves;
  if (halves.length === 2 && PASSES.test(over) && TOTAL.test(under)) return 'fraction';
  const bare = key.replace(MEASURE, '').replace(SLASHED_MEASURE, '');
  for (const [role, pattern] of PATTERNS) if (pattern.test(bare)) return role;
  return null;
}

/** The unit of measure that a heading names: 条 of 检查项（条）; empty without one. */
export const measureOf = (heading: string): string =>
  /[（(](?:单位[:：]?)?([^（）()]{1,3})[）)]\s*$/.exec(heading.normalize('NFKC'))?.[1] ??
  /\/(批次|批|个|家|项|件|组|份|条)$/.exec(heading)?.[1] ??
  '';

const MEASURE = /\((?:单位:?)?(?:%|百分比|百分数|批次?|个|家|项|件|组|次|宗|份|分|人|处|条|户|台|吨)\)$/;
const SLASHED_MEASURE = /\/(?:批次?|个|家|项|件|组|次|份|条|%)$/;

const COUNT =
  '(?:总)?(?:数量|批次数?|批数|总数|数|量|样品数|组数|组|项数|项|件数|家数|工程数|项目总数|次数|条数|份数)';
const OBJECT = '(?:本期|本季|本季度|当期|累计|全年|样品|食品|产品|监督|一次|其中)*';
const PASSES = new RegExp(`^${OBJECT}(?:验收)?(?:合格|符合|优良|达标|通过)(?:样品|产品|工程|项目)?${COUNT}$`);
const TOTAL = new RegExp(
  `^${OBJECT}(?:样品)?(?:抽检|抽样|抽查|检验|检测|监测|检查|验收|竣工|应检|抽样检验)(?:样品|产品|工程)?${COUNT}$`,
);

const PATTERNS: readonly (readonly [LayoutRole, RegExp])[] = [
  [
    'failures',
    new RegExp(`^${OBJECT}(?:抽检|抽查|检测)?(?:不合格|不符合|不达标|问题)(?:样品|产品|工程)?${COUNT}$`),
  ],
  [
    'failingRate',
    /^(?:样品|总体|抽检|抽查|监测|批次|产品)*(?:不合格率|不符合率|问题发现率|不合格样品发现率)%?$/,
  ],
  ['passes', PASSES],
  ['total', TOTAL],
  [
    'rate',
    /^(?:样品|总体|抽检|抽查|监测|批次|产品|一次验收|体系检查)*(?:合格率|符合率|优良率|达标率|覆盖率)%?$/,
  ],
  [
    'category',
    /^(?:食品|产品|样品|检测|抽检|农产品|商品)?(?:种类|类别|大类|品种|分类|细类|门类|亚类)(?:名称)?$/,
  ],
  ['scheme', /^(?:检测|检验|抽检|监测|检查)(?:方式|方法|类型|性质)$/],
  ['period', /^(?:统计|抽检|监测|检测|填报)?(?:时间段?|期间|时段|月份|季度|周期)$/],
  ['unit', /^(?:范围|单位名称|所在地区|地市|各地|县域|所属县区|所属区县|抽检地区|辖区名称)$/],
  ['indicator', /^(?:质量|考核|主要|统计|监测)?(?:指标|目标)(?:名称|内容|项)?$/],
  ['published', /^(?:公告|公布|发布|通告|公示)(?:日期|时间)$/],
];

/** Columns that say nothing of a figure. */
const IGNORED =
  /^(?:序号?|编号|行次|no\.?|#|公告号|通告号|公告编号|文号|检测单位|检验单位|检测机构|检验机构|承检机构|牵头单位|责任单位|责任部门|牵头部门|主管部门|风险提示|填报人|填表人|联系人|联系电话|审核人|样品编号|抽样编号|不合格样品|不合格项目|主要不合格项目)$/;

/** Targets, averages and changes stand beside figures and are none. */
const ASIDE =
  /目标值?$|^全[省国市]平均|平均(?:值|水平)?$|^(?:较|同比|环比|比上年|增减)|上年同期|去年同期|同期$|排名|名次$/;
