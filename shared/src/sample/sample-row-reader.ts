import { periodContaining, periodSpan } from '../calendar';
import { ownKind } from '../evaluation';
import { mayReport } from '../access';
import type { Indicator, ReportingUnit } from '../programme';
import {
  columnLetter,
  nameReaders,
  periodReader,
  quoted,
  readFailingItems,
  readRetest,
  readSampleNumber,
  readVerdict,
  remembered,
  type FailingItem,
  type IssueCode,
  type LooseIssue,
  type SubmissionContext,
  type Issue,
  type Verdict,
} from '../submission';
import type { SampleList } from './find-sample-list';
import { dayNumber, readDay } from './read-day';
import type { SampleGroup, SampleRow, SampleVerdict } from './types';

/** Reads the lines of one list. */
export interface SampleRowReader {
  /** The sample of a line, or null when something about it is wrong; tells each issue. */
  readonly read: (texts: readonly string[], line: number) => SampleRow | null;
  /** Every group so far; a row's `group` is its place here. */
  readonly groups: readonly SampleGroup[];
}

/** What a reader tells of what is wrong. */
export type TellIssue = (issue: Issue) => void;

/** Longest product, category or item that is kept. */
const longest = 100;

/** A reader over a list, checked against a programme, a day and whoever sends it. `sheet`: empty for a CSV. */
export const sampleRowReader = (
  { list, sheet }: { readonly list: SampleList; readonly sheet: string },
  context: SubmissionContext,
  tell: TellIssue,
): SampleRowReader => {
  const { columns } = list;
  const groups: SampleGroup[] = [];
  const places = new Map<number, (number | undefined)[]>();
  const names = nameReaders(context.index);
  const readPeriod = periodReader(context);
  const categories = dictionary();
  const periods = dictionary();
  const { yearStart } = context.index.programme;
  let line = 0;
  let isGood = true;

  const say = (
    code: IssueCode,
    column: number | undefined,
    params: Issue['params'],
    level: Issue['level'] = 'error',
  ) => {
    if (level === 'error') isGood = false;
    tell({
      code,
      level,
      cell: { sheet, row: line, column: column === undefined ? null : columnLetter(column) },
      params,
    });
  };
  const sayAll = (issues: readonly LooseIssue[], column: number | undefined): void => {
    for (const { code, params, level } of issues) say(code, column, params, level);
  };
  const cell = (texts: readonly string[], column: number | undefined): string =>
    column === undefined ? '' : (texts[column] ?? '');

  const chosen = context.defaultIndicator;
  const defaultIndicator =
    (chosen === undefined ? undefined : context.index.indicator(chosen)) ?? list.indicator;

  const indicatorOf = (texts: readonly string[]): { found: Indicator; id: number } | null => {
    const text = cell(texts, columns.indicator);
    const { found, id, issues } = names.indicator(text === '' ? (defaultIndicator?.name.zh ?? '') : text);
    if (issues.length > 0) sayAll(issues, columns.indicator);
    return found === null ? null : { found, id };
  };

  const ownUnit = context.actor?.unit ?? null;
  const ownName = ownUnit === null ? '' : (context.index.unit(ownUnit)?.name.zh ?? '');
  const unitOf = (texts: readonly string[]): { found: ReportingUnit; id: number } | null => {
    const text = cell(texts, columns.unit);
    // A county's own list says nowhere whose it is.
    const { found, id, issues } = names.unit(text === '' && columns.unit === undefined ? ownName : text);
    if (issues.length > 0) sayAll(issues, columns.unit);
    return found === null ? null : { found, id };
  };

  const dayOf = remembered((text: string) => {
    const day = text.trim() === '' ? null : readDay(text);
    return {
      day,
      number: day === null ? 0 : dayNumber(day),
      isUnreadable: day === null && text.trim() !== '',
    };
  });
  const periodOfDay = remembered((key: string) => {
    // Written as `day|indicator` below.
    const [day = '', code = ''] = key.split('|');
    const indicator = context.index.indicator(code);
    return indicator === undefined ? '' : periodContaining(day, ownKind(context, indicator), yearStart);
  });
  const dayColumn = columns.sampledOn ?? columns.announcedOn;

  const periodOf = (texts: readonly string[], indicator: Indicator): { id: number; day: number } | null => {
    const dayText = cell(texts, dayColumn);
    const { day, number, isUnreadable } = dayOf(dayText);
    if (isUnreadable && !/^[/—–-]+$/.test(dayText.trim())) {
      say('submission.sample-day-unreadable', dayColumn, { value: quoted(dayText) });
      return null;
    }
    const text = cell(texts, columns.period);
    if (text.trim() === '' && day !== null) {
      if (day > context.today) {
        say('submission.period-future', dayColumn, { value: quoted(dayText), today: context.today });
        return null;
      }
      return { id: periods.id(periodOfDay(`${day}|${indicator.code}`)), day: number };
    }
    const { period, issues } = readPeriod(text.trim() === '' ? (list.period ?? '') : text, false);
    if (issues.length > 0) sayAll(issues, columns.period);
    if (period === null) return null;
    const span = periodSpan(period, yearStart);
    if (day !== null && (day < span.start || day > span.end))
      say('submission.sample-day-outside', dayColumn, { value: quoted(dayText), period }, 'warning');
    return { id: periods.id(period), day: number };
  };

  const verdictText = remembered((text: string): Verdict => readVerdict(text));
  const retestText = remembered((text: string): 'pass' | 'fail' | null => readRetest(text));
  const verdictOf = (texts: readonly string[], items: readonly FailingItem[]): SampleVerdict | null => {
    const text = cell(texts, columns.verdict);
    const retest = retestText(cell(texts, columns.note)) ?? retestText(text);
    if (retest !== null) return retest === 'pass' ? 2 : 3;
    const said = verdictText(text);
    if (said === 'unknown') {
      say('submission.sample-verdict-unreadable', columns.verdict, { value: quoted(text) });
      return null;
    }
    if (said === 'pass' && items.length > 0) {
      say('submission.sample-verdict-disagrees', columns.verdict, { item: quoted(items[0]?.item ?? '') });
      return null;
    }
    if (said !== 'blank') return said === 'pass' ? 0 : 1;
    if (items.length > 0 || list.verdict === 'fail') return 1;
    if (columns.verdict !== undefined && list.verdict === null) {
      say('submission.sample-verdict-unreadable', columns.verdict, { value: '' });
      return null;
    }
    return 0;
  };

  const itemsOf = (texts: readonly string[]): readonly FailingItem[] => {
    const joined = cell(texts, columns.failing);
    if (joined !== '') return readFailingItems(joined).map(shortItem);
    const item = cell(texts, columns.item);
    if (item === '') return none;
    const [result, limit] = [cell(texts, columns.result), cell(texts, columns.limit)];
    const read = readFailingItems(item);
    const [only] = read;
    return read.length === 1 && only !== undefined && only.result === ''
      ? [shortItem({ item: only.item, result, limit })]
      : read.map(shortItem);
  };

  const groupOf = (
    about: { indicator: number; unit: number; period: number },
    category: number,
    make: () => SampleGroup,
  ) => {
    // Two steps, because small keys are found several times as fast as large ones.
    const key = (about.indicator * 4096 + about.unit) * 2048 + about.period;
    let byCategory = places.get(key);
    if (byCategory === undefined) places.set(key, (byCategory = []));
    return (byCategory[category] ??= groups.push(make()) - 1);
  };

  return {
    groups,
    read: (texts, number) => {
      line = number;
      isGood = true;
      const sample = numberOf(cell(texts, columns.number));
      if (sample === null)
        say('submission.sample-number-missing', columns.number, {
          value: quoted(cell(texts, columns.number)),
        });
      const indicator = indicatorOf(texts);
      const unit = unitOf(texts);
      const period = indicator === null ? null : periodOf(texts, indicator.found);
      const items = itemsOf(texts);
      const verdict = verdictOf(texts, items);
      if (sample === null || indicator === null || unit === null || period === null || verdict === null)
        return null;
      if (context.actor !== undefined && !mayReport(context.actor, indicator.found, unit.found.code)) {
        say('submission.outside-scope', columns.unit, {
          indicator: indicator.found.name.zh,
          unit: unit.found.name.zh,
        });
        return null;
      }
      if (!isGood) return null;
      const category = categories.id(cell(texts, columns.category));
      const about = { indicator: indicator.id, unit: unit.id, period: period.id };
      const group = groupOf(about, category, () => ({
        indicator: indicator.found.code,
        unit: unit.found.code,
        period: periods.text(period.id),
        category: cleanText(categories.text(category)),
      }));
      const hasFailed = verdict % 2 === 1;
      return {
        number: sample,
        group,
        verdict,
        day: period.day,
        product: hasFailed ? cleanText(cell(texts, columns.product)) : '',
        items: hasFailed ? items : none,
        line: number,
      };
    },
  };
};

const none: readonly FailingItem[] = [];

/** The sample's number in its one spelling; most are written in it already. */
const numberOf = (text: string): string | null =>
  /^[A-Z0-9-]{4,60}$/.test(text) && /\d/.test(text)
    ? text
    : (readSampleNumber(text)?.number.slice(0, 60) ?? null);

/** One line, no control or invisible characters, at most `longest` of them; a new text that keeps no file in memory. */
const cleanText = (text: string): string =>
  Array.from(
    text
      .slice(0, 1000)
      .normalize('NFKC')
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ')
      .trim(),
  )
    .slice(0, longest)
    .join('');

const shortItem = ({ item, result, limit }: FailingItem): FailingItem => ({
  item: cleanText(item),
  result: cleanText(result),
  limit: cleanText(limit),
});

interface Dictionary {
  readonly id: (text: string) => number;
  readonly text: (id: number) => string;
}

/** Small numbers for texts that repeat. */
const dictionary = (): Dictionary => {
  const texts: string[] = [];
  const ids = new Map<string, number>();
  let lastText: string | null = null;
  let last = -1;
  return {
    id: (text) => {
      if (text === lastText) return last;
      let id = ids.get(text);
      if (id === undefined) {
        // Copied: a piece of a larger text would keep all of it in memory.
        const own = Array.from(text).join('');
        id = texts.push(own) - 1;
        ids.set(own, id);
      }
      lastText = text;
      last = id;
      return id;
    },
    text: (id) => texts[id] ?? '',
  };
};
