import { expect, test } from 'vitest';
import {
  findSampleColumns,
  readFailingItems,
  readRetest,
  readSampleNumber,
  readVerdict,
  sampleRole,
  verdictOfTitle,
} from './sample-rows';

const HAIFENG =
  '抽样编号 序号 标称生产企业名称 标称生产企业地址 被抽样单位名称 被抽样单位地址 食品名称 规格型号 商标 生产日期/批号 ' +
  '不合格项目║检验结果║标准值 分类 公告号 公告日期 任务来源/项目名称 检验机构 备注';

test('the headings of a real fail list give their columns', () => {
  expect(findSampleColumns(HAIFENG.split(' '))?.columns).toEqual({
    number: 0,
    sequence: 1,
    producer: 2,
    premises: 4,
    product: 6,
    madeOn: 9,
    failing: 10,
    category: 11,
    notice: 12,
    announcedOn: 13,
    task: 14,
    laboratory: 15,
    note: 16,
  });
  expect(findSampleColumns(['序号', '样品名称', '标称生产企业名称', '被抽样单位名称'])).not.toBeNull();
  expect(sampleRole('不合格项目||检验结果||标准值')).toBe('failing');
  expect(sampleRole('标称生产企业名称(种养殖者或供货者名称)')).toBe('producer');
  expect(sampleRole('生产(加工/购进/检疫/消毒/其他)日期/批号')).toBe('madeOn');
});

test('a table that counts is no sample list, even with a sample number in it', () => {
  expect(findSampleColumns(['县区', '指标', '期间', '抽检批次', '合格批次', '样品编号'])).toBeNull();
  expect(findSampleColumns(['指标', '地区', '期间', '合格数', '抽检数'])).toBeNull();
  expect(findSampleColumns(['序号', '食品种类', '样品抽检\n数量/批次', '合格样品\n数量/批次'])).toBeNull();
});

test('columns about persons are told apart, companies are no persons', () => {
  const found = findSampleColumns([
    '抽样编号',
    '食品名称',
    '分类',
    '联系人',
    '联系电话',
    '经营者姓名',
    '身份证号',
  ]);
  expect(found?.personal).toEqual([3, 4, 5, 6]);
  expect([sampleRole('被抽样单位名称'), sampleRole('经营者名称')]).toEqual(['premises', 'premises']);
});

test('the longer verdict word comes first', () => {
  for (const text of [
    '合格',
    '合  格',
    '合格（阴性）',
    '符合',
    '所检项目符合标准要求。',
    '未检出不合格项目',
    '是',
  ])
    expect(readVerdict(text), text).toBe('pass');
  for (const text of ['不合格', '不 合 格', '不符合', '铝不符合国家标准', '阳性', '复检结论：不合格'])
    expect(readVerdict(text), text).toBe('fail');
  for (const text of ['不作判定', '待检', '见附件']) expect(readVerdict(text), text).toBe('unknown');
  for (const text of ['', ' ', '/', '—', '无', 'nan']) expect(readVerdict(text), text).toBe('blank');
});

test('a retest decides, wherever it is told', () => {
  expect(readVerdict('初检不合格，复检合格')).toBe('pass');
  expect(readRetest('复检结论：不合格')).toBe('fail');
  expect([readRetest('/'), readRetest('申请复检中')]).toEqual([null, null]);
});

test('a sheet says the verdict of all its rows', () => {
  expect([verdictOfTitle('不合格产品信息'), verdictOfTitle('抽检合格产品信息')]).toEqual(['fail', 'pass']);
  expect([verdictOfTitle('抽检合格及不合格产品信息'), verdictOfTitle('食品合格率')]).toEqual([null, null]);
});

test('a sample number is one text however it was typed, and tells year and county', () => {
  expect(readSampleNumber('\tXBJ24441521607730513ZX')).toEqual({
    number: 'XBJ24441521607730513ZX',
    year: 2024,
    county: '441521',
  });
  expect(readSampleNumber(' ｘｂｊ24441521 607730513zx')?.number).toBe('XBJ24441521607730513ZX');
  expect(readSampleNumber('2024-0001')).toEqual({ number: '2024-0001', year: null, county: null });
  expect([readSampleNumber(''), readSampleNumber('/'), readSampleNumber('见附件')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('item, result and limit are split at ║ and ||', () => {
  expect(readFailingItems('呋虫胺║0.658mg/kg║≤0.5mg/kg')).toEqual([
    { item: '呋虫胺', result: '0.658mg/kg', limit: '≤0.5mg/kg' },
  ]);
  expect(readFailingItems('铅||1||0.5\n镉||2||0.1')).toHaveLength(2);
  expect(readFailingItems('/')).toEqual([]);
});
