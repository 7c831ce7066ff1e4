import { parsePeriod } from '../../calendar';
import type { ProgrammeIndex } from '../../programme';
import { ok, refuse, type Refusal, type Result } from '../../result';
import { answerKey } from './heading-meaning';
import type { AskedRole, LayoutAnswers } from './types';

/** What somebody answers to the questions of a layout, as the page sends it. */
export interface GivenAnswers {
  readonly headings: readonly { readonly heading: string; readonly role: AskedRole }[];
  readonly names: readonly {
    readonly role: 'unit' | 'indicator';
    readonly name: string;
    readonly code: string;
  }[];
  readonly subjects: readonly {
    readonly sheet: string;
    readonly role: 'unit' | 'indicator' | 'period';
    readonly value: string;
  }[];
}

/**
 * Earlier answers with newer ones over them. Refuses a unit or indicator that the register does not know and a period
 * that is none: an answer is chosen from what there is, never made up.
 */
export const takeAnswers = (
  earlier: LayoutAnswers,
  given: GivenAnswers,
  index: Pick<ProgrammeIndex, 'unit' | 'indicator'>,
): Result<LayoutAnswers, Refusal> => {
  const known = (role: 'unit' | 'indicator' | 'period', value: string): boolean =>
    role === 'period' ? parsePeriod(value) !== null : index[role](value) !== undefined;
  const wrong =
    given.names.find(({ role, code }) => !known(role, code))?.code ??
    given.subjects.find(({ role, value }) => !known(role, value))?.value;
  if (wrong !== undefined) return refuse({ code: 'submission.answer-unknown', value: wrong.slice(0, 60) });
  const names = (role: 'unit' | 'indicator') =>
    Object.fromEntries(
      given.names.filter((name) => name.role === role).map(({ name, code }) => [answerKey(name), code]),
    );
  const subjects = new Map(Object.entries(earlier.subjects ?? {}));
  for (const { sheet, role, value } of given.subjects)
    subjects.set(sheet, { ...subjects.get(sheet), [role]: value });
  return ok({
    roles: {
      ...earlier.roles,
      ...Object.fromEntries(given.headings.map(({ heading, role }) => [answerKey(heading), role])),
    },
    units: { ...earlier.units, ...names('unit') },
    indicators: { ...earlier.indicators, ...names('indicator') },
    subjects: Object.fromEntries(subjects),
  });
};

/** Answers of several layouts as one; the later ones stand where they differ. */
export const joinAnswers = (all: readonly LayoutAnswers[]): LayoutAnswers => ({
  roles: joined(all.map(({ roles }) => roles)),
  units: joined(all.map(({ units }) => units)),
  indicators: joined(all.map(({ indicators }) => indicators)),
  subjects: joined(all.map(({ subjects }) => subjects)),
});

const joined = <T>(
  records: readonly (Readonly<Record<string, T>> | undefined)[],
): Readonly<Record<string, T>> =>
  Object.fromEntries(records.flatMap((record) => Object.entries(record ?? {})));

/** What of the answers holds for the next file too: everything but the period, which is another then. */
export const lastingAnswers = (answers: LayoutAnswers): LayoutAnswers => ({
  ...answers,
  subjects: Object.fromEntries(
    Object.entries(answers.subjects ?? {}).map(([sheet, { period: _period, basis: _basis, ...rest }]) => [
      sheet,
      rest,
    ]),
  ),
});
