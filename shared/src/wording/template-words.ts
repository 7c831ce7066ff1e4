import { TEMPLATE_WORDS } from '../submission';

interface TemplateWords {
  readonly sheet: string;
  readonly lists: string;
  readonly single: string;
  readonly cumulative: string;
  /** Heading of a list: what can be chosen for a column. */
  readonly choose: (column: string) => string;
  /** What a spreadsheet says of a value that is not listed; it may stay. */
  readonly notListed: string;
}

/** What a template says beside its headings, in both languages; the reader understands both. */
export const templateWords: Readonly<Record<'zh' | 'en', TemplateWords>> = {
  zh: {
    ...TEMPLATE_WORDS,
    lists: '可选项',
    choose: (column) => `可选${column}`,
    notListed: '不在可选项里。确实要填这个，请点“是”。',
  },
  en: {
    sheet: 'Figures',
    lists: 'Choices',
    single: 'single',
    cumulative: 'cumulative',
    choose: (column) => `Choices: ${column}`,
    notListed: 'This is not among the choices. Click Yes to keep it.',
  },
};
