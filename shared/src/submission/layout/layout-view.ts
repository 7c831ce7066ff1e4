import type { SubmissionContext } from '../context';
import type { Grid, Issue } from '../types';
import { headingQuestions, nameQuestions } from './questions';
import { layoutSignature, samplesOf, type SheetLayout } from './read-layout';
import type { LayoutHint, LayoutView } from './types';

/**
 * Questions and hints of a file; null where there is nothing to say, which is the usual case of the plain template.
 */
export function layoutView(
  grids: readonly Grid[],
  layouts: readonly SheetLayout[],
  issues: readonly Issue[],
  context: SubmissionContext,
): LayoutView | null {
  const { index } = context;
  const names = nameQuestions(issues, index);
  const tidied = layouts.filter((layout) => layout.kind === 'tidy');
  const samples = samplesOf(layouts);
  if (tidied.length === 0 && samples === null && names.length === 0) return null;
  return {
    signatures: grids
      .filter(({ hidden }) => !hidden)
      .map((grid) => ({ sheet: grid.sheet, signature: layoutSignature(grid, context) }))
      .filter(({ signature }) => signature !== ''),
    headings: tidied.flatMap(({ grid, band, plan }) => headingQuestions(grid, band, plan, index)),
    names,
    subjects: tidied.flatMap(({ needed }) => needed),
    hints: [
      ...tidied.flatMap((layout) => [...layout.subject.hints, ...sheetHints(layout)]),
      ...(samples?.sheets ?? []).flatMap(({ grid, band, found }): readonly LayoutHint[] => [
        ...(found.personal.length === 0
          ? []
          : [
              {
                sheet: grid.sheet,
                code: 'personal-columns-dropped',
                text: found.personal.map((column) => band.paths[column]?.at(-1) ?? '').join('、'),
              } as const,
            ]),
        {
          sheet: grid.sheet,
          code: 'samples-counted',
          text: `${samples?.count.passes}/${samples?.count.total}`,
        },
      ]),
    ],
  };
}

const sheetHints = ({
  grid,
  plan,
  band,
  tidy,
  lacks,
}: Extract<SheetLayout, { kind: 'tidy' }>): readonly LayoutHint[] => {
  // Of a table that is only asked about nothing was read, so nothing is told of how it was.
  if (lacks.length > 0) return [];
  const failing = plan.groups.flatMap(({ columns: { failingRate } }) =>
    failingRate === undefined ? [] : [failingRate],
  );
  const categories = tidy.records.filter(
    ({ category, partOf }) => category !== null && partOf === null,
  ).length;
  return [
    ...failing.map((column) => ({
      sheet: grid.sheet,
      code: 'failing-rate-column' as const,
      text: band.paths[column]?.at(-1) ?? '',
    })),
    ...(plan.groups.some(({ columns }) => columns.failures !== undefined && columns.passes === undefined)
      ? [{ sheet: grid.sheet, code: 'passes-from-failures' as const, text: '' }]
      : []),
    ...(categories > 1
      ? [{ sheet: grid.sheet, code: 'categories-added' as const, text: String(categories) }]
      : []),
  ];
};
