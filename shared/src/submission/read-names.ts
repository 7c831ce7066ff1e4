import type { Indicator, ProgrammeIndex, ReportingUnit } from '../programme';
import { hasControlCharacter, quoted, withoutAnyInvisible } from './cells/plain-text';
import type { LooseIssue } from './issue-list';
import { answered } from './layout/answered';
import { answerKey } from './layout/heading-meaning';
import type { LayoutAnswers } from './layout/types';
import { remembered } from './remembered';
import { suggestName } from './suggest-name';

/** What a name cell turned out to be. Cached by its text, since a sheet repeats few names many times. */
export interface NameCell<T> {
  readonly found: T | null;
  /** Small number of the found name, for keys; -1 when nothing was found. */
  readonly id: number;
  readonly issues: readonly LooseIssue[];
}

/** Readers of the two name columns, each with its own cache. */
export interface NameReaders {
  readonly indicator: (text: string) => NameCell<Indicator>;
  readonly unit: (text: string) => NameCell<ReportingUnit>;
}

/** Longest name that is looked up (rule P2). */
const LONGEST_NAME = 100;

/** Suggestions are worth their time only for the first few unknown names of a file. */
const SUGGESTIONS = 100;

/**
 * Readers over an index. Names match exactly after normalising; a near name is refused with a suggestion, unless
 * somebody has answered what it means.
 */
export function nameReaders(index: ProgrammeIndex, answers: LayoutAnswers = {}): NameReaders {
  const { indicators } = index.programme;
  const { units } = index.register;
  const indicatorIds = new Map(indicators.map((indicator, id) => [indicator, id]));
  const unitIds = new Map(units.map((unit, id) => [unit, id]));
  return {
    indicator: cachedReader('indicator', acceptedNames(indicators), (text) => {
      const found =
        index.indicatorNamed(text) ?? index.indicator(answered(answers.indicators, answerKey(text)) ?? '');
      return found === undefined ? null : { found, id: indicatorIds.get(found) ?? -1 };
    }),
    unit: cachedReader(
      'unit',
      acceptedNames(units),
      (text) => {
        const found = index.unitNamed(text) ?? index.unit(answered(answers.units, answerKey(text)) ?? '');
        return found === undefined ? null : { found, id: unitIds.get(found) ?? -1 };
      },
      (text) => index.excludedNamed(text),
    ),
  };
}

const acceptedNames = (things: readonly (Indicator | ReportingUnit)[]): readonly string[] =>
  things.flatMap(({ name, aliases }) => [name.zh, ...aliases]);

/** 合计, 总计 and the like, alone or after a word or two (全市合计). */
export const isTotalWord = (text: string): boolean =>
  text.length <= 20 &&
  /^(?:.{0,6}(?:合计|总计|小计|共计)|(?:sub|grand)?total)[:：]?$/i.test(text.replace(/\s+/g, ''));

function cachedReader<T>(
  role: 'indicator' | 'unit',
  known: readonly string[],
  find: (text: string) => { readonly found: T; readonly id: number } | null,
  excluded?: (text: string) => ReturnType<ProgrammeIndex['excludedNamed']>,
): (text: string) => NameCell<T> {
  let suggested = 0;
  const read = (text: string): NameCell<T> => {
    const value = quoted(text);
    if (text.length > LONGEST_NAME * 4 || Array.from(text.trim()).length > LONGEST_NAME)
      return nothing(
        error('submission.name-too-long', { value, length: text.length, allowed: LONGEST_NAME }),
      );
    if (hasControlCharacter(text)) return nothing(error('submission.control-characters', { value }));
    const visible = withoutAnyInvisible(text);
    if (visible.trim() === '') return nothing(error(`submission.${role}-missing`, {}));
    const hit = find(visible);
    if (hit !== null) {
      const issues: LooseIssue[] =
        visible === text
          ? []
          : [{ code: 'submission.invisible-characters', level: 'warning', params: { value } }];
      return { ...hit, issues };
    }
    const outside = excluded?.(visible);
    if (outside !== undefined)
      return nothing(
        error('submission.unit-excluded', {
          value: outside.name.zh,
          reason: sentencePart(outside.reason.zh),
          reasonEn: sentencePart(outside.reason.en),
        }),
      );
    suggested += 1;
    const suggestion = suggested > SUGGESTIONS ? null : suggestName(visible, known);
    return nothing(
      error(`submission.${role}-unknown`, suggestion === null ? { value } : { value, suggestion }),
    );
  };
  return remembered(read);
}

/** A reason goes into a sentence that has its own stop. */
const sentencePart = (text: string): string => text.trim().replace(/[。.]$/, '');

const NOTHING = { found: null, id: -1, issues: [] } as const;

const nothing = (issue: LooseIssue): NameCell<never> => ({ ...NOTHING, issues: [issue] });

const error = (code: LooseIssue['code'], params: LooseIssue['params']): LooseIssue => ({
  code,
  level: 'error',
  params,
});
