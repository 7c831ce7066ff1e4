/**
 * Recognises lists with one row a sample (明细), as food notices attach them: figures/layouts.md section 2. Pure parts
 * for whoever reads such a list: columns, sample numbers, verdicts, failing items and retests.
 */

/** What a column of a sample list holds. `failing`: item, result and limit in one cell, joined by ║. */
export type SampleRole =
  | 'number'
  | 'sequence'
  | 'unit'
  | 'product'
  | 'category'
  | 'verdict'
  | 'failing'
  | 'item'
  | 'result'
  | 'limit'
  | 'sampledOn'
  | 'madeOn'
  | 'announcedOn'
  | 'notice'
  | 'producer'
  | 'premises'
  | 'task'
  | 'laboratory'
  | 'note';

/** Where a sample list has its columns, zero-based. */
export interface SampleColumns {
  readonly columns: Readonly<Partial<Record<SampleRole, number>>>;
  /** Columns about persons (names, telephones, identity numbers): to be dropped with a notice, never kept. */
  readonly personal: readonly number[];
  /** Columns that mean nothing to us. */
  readonly unknown: readonly number[];
}

/**
 * The columns of a sample list by its headings; null when this is no sample list: it needs a sample number, or a
 * product beside a failing item or a place of sampling, and a table that counts (合格批次) is none whatever else it has.
 */
export function findSampleColumns(headings: readonly string[]): SampleColumns | null {
  const columns: Partial<Record<SampleRole, number>> = {};
  const personal: number[] = [];
  const unknown: number[] = [];
  for (const [column, heading] of headings.entries()) {
    if (heading.trim() === '') continue;
    if (COUNTED.test(headingText(heading))) return null;
    const role = sampleRole(heading);
    if (role === 'personal') personal.push(column);
    else if (role === null || columns[role] !== undefined) unknown.push(column);
    else columns[role] = column;
  }
  const others = Object.keys(columns).filter((role) => role !== 'number' && role !== 'note').length;
  const isNumbered = columns.number !== undefined && others >= 2;
  const isListed =
    columns.product !== undefined &&
    others >= 3 &&
    [columns.failing, columns.item, columns.premises, columns.verdict].some((found) => found !== undefined);
  return isNumbered || isListed ? { columns, personal, unknown } : null;
}

/** The role of one heading; `personal` for a person's name, telephone or identity number; null for an unknown one. */
export const sampleRole = (heading: string): SampleRole | 'personal' | null => {
  if (heading.length > 120) return null;
  const joined = heading.normalize('NFKC').replace(/\s+/g, '');
  if (/项目(?:名称)?[|║‖]+(?:检[验测])?结果/.test(joined)) return 'failing';
  const text = headingText(heading);
  return (
    ROLES.get(text) ??
    ROLES.get(headingText(heading.replace(/[（(][^（）()]*[）)]/g, ''))) ??
    personalRole(text)
  );
};

const personalRole = (text: string): 'personal' | null => (PERSONAL.test(text) ? 'personal' : null);

const headingText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}:/()[\]【】·、*-]+/gu, '')
    .toLowerCase();

/** What a verdict cell says; `unknown`: words that decide nothing (不作判定, 待检); `blank`: nothing or a dash. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'blank';

/**
 * Reads a verdict. The longer word is looked for first, since 合格 stands inside 不合格; a sentence that denies the
 * failure (未检出不合格) is a pass. Of a text that tells of a retest (复检) the retest's words decide.
 */
export function readVerdict(text: string): Verdict {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  if (plain === '' || NOTHING.test(plain)) return 'blank';
  return readRetest(text) ?? verdictOf(plain);
}

/** The verdict of a retest that a note or a verdict tells of (复检结论：合格); null where none is told. */
export function readRetest(text: string): 'pass' | 'fail' | null {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  const at = plain.lastIndexOf('复检');
  if (at < 0) return null;
  const verdict = verdictOf(plain.slice(at));
  return verdict === 'pass' || verdict === 'fail' ? verdict : null;
}

function verdictOf(plain: string): Verdict {
  if (/(?:未检出|未发现|未见|无)(?:不合格|不符合|问题)/.test(plain)) return 'pass';
  if (/不合格|不符合|不达标|未达标|超标|阳性|问题样品|^(?:否|fail(?:ed)?|n|no)$/i.test(plain)) return 'fail';
  if (/(?:不作|不予|未|暂不|无法)判定|待[检定复]|未检/.test(plain)) return 'unknown';
  if (/合格|符合|达标|阴性|^(?:是|通过|pass(?:ed)?|y|yes)$/i.test(plain)) return 'pass';
  return 'unknown';
}

/** A cell that says nothing: a dash, a slash, 无, 不详, nan. */
const NOTHING = /^(?:[—–―\-ー─]{1,4}|[/\\]|无|暂无|不详|未知|nan|n\/a|na)$/i;

/** A verdict that the title or the name of a sheet gives to all its rows: 不合格产品信息, 合格产品信息; null without. */
export function verdictOfTitle(text: string): 'pass' | 'fail' | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  // 合格及不合格, 合格与不合格: a list of both.
  if (/合格[及和与、/]不合格|不合格[及和与、/]合格/.test(plain)) return null;
  if (/不合格(?:样品|产品|食品|批次|项目|名单|信息|情况)|不符合/.test(plain)) return 'fail';
  return /合格(?:样品|产品|食品|批次|名单|信息|情况)/.test(plain) ? 'pass' : null;
}

/** A sample number taken apart. Year and county are our reading of XBJ24441521607730513ZX; null in other numbers. */
export interface SampleNumber {
  /** Half-width, upper case, without spaces and tabs: the same sample always the same text. */
  readonly number: string;
  readonly year: number | null;
  /** Six digits of the administrative division, `441521`. */
  readonly county: string | null;
}

/** Reads a sample number; null for a blank, a dash, or a text without at least four letters and digits. */
export function readSampleNumber(text: string): SampleNumber | null {
  if (text.length > 100) return null;
  const number = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}'’]+/gu, '')
    .toUpperCase();
  if (NOTHING.test(number) || !/[A-Z0-9-]{4,}/.test(number) || !/\d/.test(number)) return null;
  const parts = /^[A-Z]{2,6}(\d{2})([1-6]\d{5})\d{4,}[A-Z]*$/.exec(number);
  if (parts === null) return { number, year: null, county: null };
  return { number, year: 2000 + Number(parts[1]), county: parts[2] ?? null };
}

/** One item that failed, with its result and the limit as written; empty where not given. */
export interface FailingItem {
  readonly item: string;
  readonly result: string;
  readonly limit: string;
}

/** Splits 项目║结果║标准值; several items stand on lines of their own or behind a semicolon. Dashes give none. */
export function readFailingItems(text: string): readonly FailingItem[] {
  return text.split(/[\n;；]+/).flatMap((line) => {
    const [item = '', result = '', limit = ''] = line.split(/║|‖|\|\||\|/).map((part) => part.trim());
    return item === '' || NOTHING.test(item.normalize('NFKC')) ? [] : [{ item, result, limit }];
  });
}

/** A table of counts, not of samples. */
const COUNTED =
  /^(?:抽检|抽样|抽查|检[验测]|监测|样品抽检|监督抽检)?(?:合格|不合格|样品)?(?:总)?(?:批次数?|批数|数量批次|数量)$|合格(?:率|批次数?|数量?)$/;

const PERSONAL =
  /姓名|身份证|证件号码|手机|电话|联系方式|联系人|邮箱|微信|qq号|法定代表人|法人代表|负责人|经营者$|抽样人|采样人|检验员|检验人|检测人|审核人|批准人|填[表报]人|经办人|签名|签字|出生|家庭住址/;

const HEADINGS: Readonly<Record<SampleRole, string>> = {
  number:
    '抽样编号 样品编号 抽样单编号 样品号 抽样单号 采样编号 检样编号 样本编号 samplenumber sampleno sampleid',
  sequence: '序号 编号 行号 no',
  unit: '地区 县区 县市区 县 区县 所属地区 属地 辖区 被抽样单位所在县区 被抽样单位所在地 被抽样单位所在市县 被抽样单位所在地区 抽样地区 抽样区域',
  product: '食品名称 样品名称 产品名称 抽检样品名称 品名 product',
  category: '分类 食品大类 食品类别 食品种类 食品分类 类别 大类 样品类别 产品类别 食品亚类 食品细类 category',
  verdict:
    '检验结论 检测结论 结论 判定 判定结果 结果判定 是否合格 合格与否 检验结果判定 综合判定 单项判定 抽检结果 抽查结果 verdict',
  failing: '不合格项目检验结果标准值 不合格情况',
  item: '不合格项目 不合格项 不合格指标 不符合项目 不合格检验项目 主要不合格项目',
  result: '检验结果 检测结果 检验值 检测值 实测值',
  limit: '标准值 标准要求 标准限值 标签标注要求 标准指标 限量值',
  sampledOn: '抽样日期 采样日期 抽样时间 抽检日期 抽查日期',
  madeOn: '生产日期批号 生产日期 生产加工购进检疫消毒其他日期批号 生产日期或批号 购进日期 批号',
  announcedOn: '公告日期 公布日期 发布日期 通告日期 公示日期',
  notice: '公告号 通告号 公告编号 通告编号 期号 期次 公告网址链接',
  producer: '标称生产企业名称 生产企业名称 生产单位 生产企业 标识生产企业名称 标称生产单位 生产者',
  premises:
    '被抽样单位名称 被抽样单位 受检单位 受检单位名称 经营者名称 销售单位名称 网店名称 被抽检单位 被抽检单位名称 被抽查单位',
  task: '任务来源项目名称 任务来源 项目名称 任务类别 抽检类型 抽样类型 任务类型',
  laboratory: '检验机构 检测机构 承检机构 检验单位 承检单位',
  note: '备注 说明 note remarks',
};

const ROLES: ReadonlyMap<string, SampleRole> = new Map(
  // The keys are exactly the roles: HEADINGS is a Record over them.
  (Object.keys(HEADINGS) as SampleRole[]).flatMap((role) =>
    HEADINGS[role].split(' ').map((heading) => [heading, role] as const),
  ),
);
