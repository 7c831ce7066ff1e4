import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { LedgerLine, LedgerSums } from '@zhibiao/shared/rectification';
import { alertLevelText, loadEnDictionary, say, zhDictionary, type Language } from '@zhibiao/shared/wording';
import type { TableSheet } from '../../documents';
import type { LedgerView } from './read-ledger';

type Row = TableSheet['rows'][number];

/** The ledger as two sheets, in the words of the page: every rectification, and the sums of the year. */
export const ledgerSheets = async (
  { year, lines, sums }: LedgerView,
  index: ProgrammeIndex,
  language: Language,
): Promise<readonly TableSheet[]> => {
  const dictionary = language === 'zh' ? zhDictionary : await loadEnDictionary();
  const unitName = (code: string): string => index.unit(code)?.name[language] ?? code;
  const indicatorName = (code: string): string => index.indicator(code)?.name[language] ?? code;
  const ownerName = ({ owner }: LedgerLine): string => {
    if (owner.kind === 'unit') return unitName(owner.unit);
    const found = index.programme.departments.find(({ code }) => code === owner.department);
    return found?.name[language] ?? owner.department;
  };
  const lineOf = (line: LedgerLine): Row => [
    `YJ-${line.year}-${String(line.number).padStart(3, '0')}`,
    indicatorName(line.indicator),
    unitName(line.unit),
    alertLevelText(line.level, language),
    ownerName(line),
    say(dictionary, `rectification.state.${line.state}`),
    line.openedOn,
    line.signedOn,
    line.handedInOn,
    line.closedOn,
    line.rounds.at(-1) ?? null,
    line.lateBy,
    line.relapses,
  ];
  const sumOf = (sum: LedgerSums): Row => [
    sum.unit === null ? say(dictionary, 'ledger.whole') : unitName(sum.unit),
    sum.opened,
    sum.closed,
    sum.closedInTime,
    sum.openLate,
    sum.medianDays,
    sum.relapses,
  ];
  const headed = (columns: readonly (readonly [Parameters<typeof say>[1] & `ledger.${string}`, number])[]) =>
    columns.map(([key, width]) => ({ heading: say(dictionary, key), width }));
  return [
    {
      name: `${year} ${say(dictionary, 'rectification.ledger')}`,
      columns: headed([
        ['ledger.number', 14],
        ['ledger.indicator', 34],
        ['ledger.unit', 20],
        ['ledger.level', 8],
        ['ledger.owner', 24],
        ['ledger.state', 10],
        ['ledger.openedOn', 13],
        ['ledger.signedOn', 13],
        ['ledger.handedInOn', 13],
        ['ledger.closedOn', 13],
        ['ledger.days', 11],
        ['ledger.lateBy', 11],
        ['ledger.relapses', 8],
      ]),
      rows: lines.map(lineOf),
    },
    {
      name: say(dictionary, 'ledger.sums'),
      columns: headed([
        ['ledger.unit', 24],
        ['ledger.opened', 10],
        ['ledger.closed', 10],
        ['ledger.inTime', 14],
        ['ledger.openLate', 14],
        ['ledger.median', 22],
        ['ledger.relapses', 10],
      ]),
      rows: sums.map(sumOf),
    },
  ];
};
