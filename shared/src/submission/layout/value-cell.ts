import { readCount } from '../cells/read-count';
import { readRate } from '../cells/read-rate';

/** What a cell that may hold any form of figure says; texts as the rules read them. */
export type ValueCell =
  | { readonly kind: 'counts'; readonly passes: string; readonly total: string; readonly rate: string }
  | { readonly kind: 'rate'; readonly rate: string }
  | { readonly kind: 'missing' }
  /** Words that are no figure: left as they are for the rules to refuse. */
  | { readonly kind: 'other' };

/** A value cell with the remark that stands in it (待核). */
export interface ReadValue {
  readonly value: ValueCell;
  readonly flag: string | null;
}

/**
 * Reads a cell in which people write a figure in any form: `94.1`, `98.36(待核)`, `100%（3/3）`, `0/4`, `81.2分`,
 * `一次验收1个，合格1个`, `无竣工项目`. Only forms that say one thing are read; the rest is `other`.
 */
export function readValueCell(text: string): ReadValue {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  if (plain === '' || isMissingWord(plain)) return { value: { kind: 'missing' }, flag: null };
  const flagged = /^(.+?)\((待核实?|待定|暂定|初步|预计|快报|更正)\)$/.exec(plain);
  const body = flagged?.[1] ?? plain;
  return { value: readBody(body), flag: flagged?.[2] ?? null };
}

function readBody(body: string): ValueCell {
  const counts = readFraction(body);
  if (counts !== null) return { kind: 'counts', ...counts, rate: '' };
  const both = /^([\d.]+%?)\((\d[\d,]*\/\d[\d,]*)\)$/.exec(body);
  const inside = both === null ? null : readFraction(both[2] ?? '');
  if (both !== null && inside !== null) return { kind: 'counts', ...inside, rate: both[1] ?? '' };
  const rate = readRate(body.replace(/(?<=\d)分$/, ''));
  return rate.kind === 'rate'
    ? { kind: 'rate', rate: rate.signed ? `${rate.text}%` : rate.text }
    : { kind: 'other' };
}

/**
 * Reads 合格数/抽检数 in one cell: `3/4`, `3／3`, and in words 验收4个，合格3个 or 合格3个，共4个. Null for all else.
 */
export function readFraction(text: string): { readonly passes: string; readonly total: string } | null {
  if (text.length > 60) return null;
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  const fraction = /^(\d[\d,]*)\/(\d[\d,]*)$/.exec(plain);
  if (fraction !== null) return counts(fraction[1], fraction[2]);
  const unit = '(?:个|批次?|项|组|家|件|份|条)';
  const words = new RegExp(
    `^[^\\d]{0,8}(?:验收|抽检|抽查|检查|检测|共|共计)[^\\d]{0,6}(\\d+)${unit}[,，;；、]?[^\\d不]{0,6}合格(\\d+)${unit}。?$`,
  ).exec(plain);
  return words === null ? null : counts(words[2], words[1]);
}

function counts(
  passes: string | undefined,
  total: string | undefined,
): { readonly passes: string; readonly total: string } | null {
  const [part, whole] = [readCount(passes ?? ''), readCount(total ?? '')];
  return part.kind === 'count' && whole.kind === 'count'
    ? { passes: String(part.value), total: String(whole.value) }
    : null;
}

/** Whether a text says that there is no figure: a dash, 无, or words without digits such as 尚未反馈, 无竣工项目. */
export const isMissingWord = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  return (
    /^(?:[—–―\-ー─]{1,4}|[/\\]|无|nan|n\/a|na)$/i.test(plain) ||
    /^(?:本(?:期|月|季|季度|年)?(?:度)?)?(?:无|暂无|尚无|尚未|未|没有|待)[^\d%]{1,12}$/.test(plain)
  );
};

/** Percent text of the passes from that of the failures, exactly: `0.44%` is `99.56%`, a bare `0` is `100%`. */
export function passesRateOf(failing: string): string | null {
  const rate = readRate(failing);
  if (rate.kind !== 'rate') return null;
  const [whole = '0', decimals = ''] = rate.text.split('.');
  const scale = 10n ** BigInt(decimals.length);
  const left = 100n * scale - (BigInt(whole) * scale + BigInt(decimals === '' ? '0' : decimals));
  const digits = left.toString().padStart(decimals.length + 1, '0');
  const cut = digits.length - decimals.length;
  return `${digits.slice(0, cut)}${decimals === '' ? '' : `.${digits.slice(cut)}`}%`;
}
