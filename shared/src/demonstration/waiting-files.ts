import { instantAt, type Instant } from '../calendar';
import { joinCsv } from '../submission';
import type { PointedCell } from '../submission';

/** A file of the demonstration that is on its way: submitted, and returned where `returned` says why. */
export interface WaitingFile {
  readonly fileName: string;
  readonly actorId: string;
  readonly submittedAt: Instant;
  /** The sheet as CSV text. */
  readonly text: string;
  /** Why figures change. */
  readonly reason: string;
  /** Why strange figures are right. */
  readonly explanation: string;
  readonly returned: {
    readonly at: Instant;
    readonly reason: string;
    readonly cells: readonly PointedCell[];
  } | null;
}

const heading = ['指标', '地区', '期间', '合格数', '抽检数', '合格率(%)', '备注'];

const correctionOfProducts: WaitingFile = {
  fileName: '2025年三季度产品质量复检更正.csv',
  actorId: 'demo-statistician',
  submittedAt: instantAt('2025-10-15', '16:08'),
  text: joinCsv([
    heading,
    ['制造业产品质量合格率', '陆丰市', '2025Q3', '91', '97', '', '复检合格 2 批'],
    ['制造业产品质量合格率', '华侨管理区', '2025Q3', '40', '41', '', '补录增抽 27 批'],
    ['食品抽检合格率', '城区', '2025Q3', '376', '382', '', '补录 1 批'],
    ['水利工程质量抽检合格率', '陆河县', '2024Q3', '10', '10', '', '去年漏报，补报'],
  ]),
  reason: '陆丰市复检合格 2 批，附复检报告；华侨区、城区补录',
  explanation: '华侨区 9 月增抽小家电和电线电缆 27 批，已逐批核对',
  returned: null,
};

const correctionOfProduce: WaitingFile = {
  fileName: '2025年三季度农产品例行监测更正.csv',
  actorId: 'demo-statistician-department',
  submittedAt: instantAt('2025-10-15', '11:20'),
  text: joinCsv([
    heading,
    ['农产品质量安全例行监测合格率', '华侨管理区', '2025Q3', '47', '47', '', ''],
    ['农产品质量安全例行监测合格率', '陆河县', '2025Q3', '94', '95', '', '复检合格 1 批'],
  ]),
  reason: '复检合格 2 批',
  explanation: '不合格批次复检合格，按复检结果更正',
  returned: {
    at: instantAt('2025-10-15', '15:02'),
    reason: '华侨区没有附复检报告，请核对合格数',
    cells: [{ sheet: '', row: 2, column: 'D', text: '上次报 46 批合格' }],
  },
};

/**
 * What is on its way when the demonstration opens, oldest first: one file that was given back to its author, and one
 * that waits for a reviewer, with a correction, a late report and a strange figure that its author explains. Nothing of
 * it is in the ledger.
 */
export const waitingFiles: readonly WaitingFile[] = [correctionOfProduce, correctionOfProducts];
