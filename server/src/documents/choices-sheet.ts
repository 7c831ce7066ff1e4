import {
  TEMPLATE_HEADING,
  TEMPLATE_HEADING_EN,
  type ColumnRole,
  type Grid,
} from '@zhibiao/shared/submission';
import { templateWords, type Language } from '@zhibiao/shared/wording';
import type { WriteSheet } from 'hucre/xlsx';

/** What can be chosen in a column of the template. */
export interface Choices {
  readonly role: ColumnRole;
  readonly values: readonly string[];
}

/** The columns of a template that offer a choice, in the order of their lists. */
const chosen = ['indicator', 'unit', 'period', 'basis'] as const;

const headingOf = (role: ColumnRole, language: Language): string =>
  templateWords[language].choose((language === 'zh' ? TEMPLATE_HEADING : TEMPLATE_HEADING_EN)[role]);

const headings: ReadonlySet<string> = new Set(
  (['zh', 'en'] as const).flatMap((language) => chosen.map((role) => headingOf(role, language))),
);

/** The sheet of lists behind the template's cells; each list stands in a column of its own, under its heading. */
export const choicesSheet = (lists: readonly Choices[], language: Language): WriteSheet => {
  const longest = Math.max(0, ...lists.map(({ values }) => values.length));
  return {
    name: templateWords[language].lists,
    columns: lists.map(() => ({ width: 34 })),
    rows: [
      lists.map(({ role }) => headingOf(role, language)),
      ...Array.from({ length: longest }, (_, row) => lists.map(({ values }) => values[row] ?? null)),
    ],
  };
};

/**
 * Whether a sheet is the template's own lists: they are no figures, and nobody is to be asked what they mean. Every
 * heading must be one of ours, so that no sheet with anything else in it is passed over.
 */
export const isChoicesSheet = ({ rows }: Pick<Grid, 'rows'>): boolean => {
  const [first] = rows;
  if (first === undefined || first.number !== 1) return false;
  const said = first.texts.filter((text) => text !== '');
  return (
    said.length > 0 &&
    said.every((text) => headings.has(text)) &&
    rows.every(({ texts }) => texts.length <= first.texts.length)
  );
};
