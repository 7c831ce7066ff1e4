import type { AskedRole, GivenAnswers, LayoutView } from '@zhibiao/shared/submission';

/** One question of a layout with the answer chosen so far; an empty choice leaves it open. */
export type MapQuestion =
  | {
      readonly kind: 'subject';
      readonly key: string;
      readonly sheet: string;
      readonly role: 'unit' | 'indicator' | 'period';
      readonly proposed: string;
      readonly from: string | null;
      readonly proposals: readonly string[];
    }
  | {
      readonly kind: 'name';
      readonly key: string;
      readonly role: 'unit' | 'indicator';
      readonly name: string;
      readonly cell: string;
      readonly proposed: string;
    }
  | {
      readonly kind: 'heading';
      readonly key: string;
      readonly column: string;
      readonly heading: string;
      readonly samples: readonly string[];
      readonly proposed: AskedRole;
      readonly reason: 'words' | 'content' | 'none';
      readonly choices: readonly AskedRole[];
    };

/** The questions that a layout leaves open, those without whose answer nothing is read first. */
export const questionsOf = (layout: LayoutView | undefined): readonly MapQuestion[] =>
  layout === undefined
    ? []
    : [
        ...layout.subjects.map(
          ({ sheet, role, proposals }): MapQuestion => ({
            kind: 'subject',
            key: `subject ${sheet} ${role}`,
            sheet,
            role,
            proposed: proposals[0]?.value ?? '',
            from: proposals[0]?.from ?? null,
            proposals: proposals.map(({ value }) => value),
          }),
        ),
        ...layout.names.map(
          ({ role, name, cell, proposed }): MapQuestion => ({
            kind: 'name',
            key: `name ${role} ${name}`,
            role,
            name,
            cell,
            proposed: proposed ?? '',
          }),
        ),
        ...layout.headings.map(
          ({ sheet, column, heading, samples, proposed, reason, alternatives }): MapQuestion => ({
            kind: 'heading',
            key: `heading ${sheet} ${column}`,
            column,
            heading,
            samples,
            proposed,
            reason,
            choices: [proposed, ...alternatives],
          }),
        ),
      ];

/**
 * Whether a file should be matched before it is checked. A misspelt name in a plain table is mended in its cell; only
 * a sheet of its own layout brings its own words.
 */
export const asksFirst = (layout: LayoutView | undefined): boolean =>
  layout !== undefined &&
  (layout.subjects.length > 0 ||
    layout.headings.length > 0 ||
    (layout.names.length > 0 && layout.hints.length > 0));

/** What is sent: the questions that have a choice, each as the server asks for it. */
export const givenOf = (
  questions: readonly MapQuestion[],
  chosen: Readonly<Record<string, string>>,
): { -readonly [K in keyof GivenAnswers]: GivenAnswers[K][number][] } => {
  const answers = questions
    .map((question) => ({ question, value: chosen[question.key] ?? question.proposed }))
    .filter(({ value }) => value !== '');
  return {
    subjects: answers.flatMap(({ question, value }) =>
      question.kind === 'subject' ? [{ sheet: question.sheet, role: question.role, value }] : [],
    ),
    names: answers.flatMap(({ question, value }) =>
      question.kind === 'name' ? [{ role: question.role, name: question.name, code: value }] : [],
    ),
    headings: answers.flatMap(({ question, value }) =>
      question.kind === 'heading'
        ? question.choices
            .filter((role) => role === value)
            .map((role) => ({ heading: question.heading, role }))
        : [],
    ),
  };
};
