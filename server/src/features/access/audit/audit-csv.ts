import type { AuditEntry } from '@zhibiao/shared/access';
import { joinCsv } from '@zhibiao/shared/submission';
import { loadEnDictionary, say, zhDictionary, type Dictionary, type Language } from '@zhibiao/shared/wording';
import type { AuditQuestion, AuditStore } from '../audit.store';

const entriesAtOnce = 500;

/**
 * The trail as CSV for a spreadsheet, newest first, a piece at a time: UTF-8 with its mark, times of Shanghai with
 * their offset, and no cell that a spreadsheet would take for a formula (reliability.md A13).
 */
export async function* auditCsv(
  audit: Pick<AuditStore, 'list'>,
  question: AuditQuestion,
  language: Language,
): AsyncGenerator<string> {
  const words = language === 'zh' ? zhDictionary : await loadEnDictionary();
  yield `\uFEFF${joinCsv([headings.map((key) => say(words, key))])}`;
  let { before } = question;
  for (;;) {
    const page = await audit.list({
      ...question,
      ...(before === undefined ? {} : { before }),
      limit: entriesAtOnce,
    });
    if (page.length > 0) yield joinCsv(page.map((entry) => cellsOf(entry, words, language).map(asText)));
    const last = page.at(-1);
    if (last === undefined || page.length < entriesAtOnce) return;
    before = last.sequence;
  }
}

const headings = [
  'audit.sequence',
  'audit.time',
  'audit.account',
  'audit.who',
  'audit.role',
  'audit.address',
  'audit.session',
  'audit.eventCode',
  'audit.event',
  'audit.object',
  'audit.outcome',
  'audit.before',
  'audit.after',
  'audit.request',
  'audit.chain',
] as const;

const cellsOf = (entry: AuditEntry, words: Dictionary, language: Language): readonly string[] => [
  String(entry.sequence),
  `${new Date(Date.parse(entry.at) + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`,
  entry.actor?.id ?? '',
  entry.actor?.name[language] ?? '',
  entry.actor === null ? '' : say(words, `role.${entry.actor.role}`),
  entry.ip,
  entry.session,
  entry.event,
  eventWords(entry.event, words),
  entry.object,
  say(words, `audit.outcome.${entry.outcome}`),
  entry.before ?? '',
  entry.after ?? '',
  entry.requestId,
  entry.chain,
];

/** The words of an event; an event of an older release that has none keeps its code. */
const eventWords = (event: string, words: Dictionary): string => {
  const known = Object.entries(words.pages).find(([key]) => key === `audit.event.${event}`)?.[1];
  return typeof known === 'string' ? known : event;
};

/** A spreadsheet takes what begins so for a formula; the apostrophe makes it text. */
const asText = (cell: string): string => (/^[=+\-@\t\r\n\0]/.test(cell) ? `'${cell}` : cell);
