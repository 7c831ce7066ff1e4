import type { Assessment } from '@zhibiao/shared/evaluation';
import type { PackedSheet } from '../../features/evaluation/assessment.store';
import { fits, frameOf, plainLine, readPlainLine, type Frame } from './plain-assessment';
import { readWholeAssessment, wholeAssessment } from './whole-assessment';

/**
 * A sheet as it is stored, so that one row for two hundred units costs a bulk import a tenth of two hundred rows:
 * first a line with the frames, what many units have in common; then a line for each unit, `441521⇥0⇥197⇥200…`
 * with the number of its frame and its own numbers, or `441521⇥[…]` for what fits no frame. One unit is found
 * without reading the others. When `Assessment` changes, change both directions here and in the two files beside,
 * and empty the table with a migration: every sheet can be worked out again from the ledger.
 */
export const packSheet = (assessments: readonly Assessment[]): PackedSheet => {
  const [first] = assessments;
  if (first === undefined) throw new Error('a sheet without units');
  const { indicator, period, basis } = first;
  const frames: Frame[] = [];
  const lines = assessments.map((assessment) => `${assessment.unit}\t${lineOf(frames, assessment)}`);
  return { indicator, period, basis, content: `${JSON.stringify(frames)}\n${lines.join('\n')}` };
};

const lineOf = (frames: Frame[], assessment: Assessment): string => {
  for (let number = 0; number < frames.length; number += 1) {
    const frame = frames[number];
    if (frame !== undefined && fits(frame, assessment)) return plainLine(number, assessment);
  }
  const frame = frameOf(assessment);
  return frame === null ? wholeAssessment(assessment) : plainLine(frames.push(frame) - 1, assessment);
};

/** The units of a sheet, in the order in which they were packed; only some of them when a list is given. */
export const unpackSheet = (
  sheet: PackedSheet,
  units: readonly string[] | undefined,
): readonly Assessment[] => {
  const { content } = sheet;
  // Written by `packSheet` and by nothing else.
  const frames = JSON.parse(content.slice(0, content.indexOf('\n'))) as readonly Frame[];
  const lines = units !== undefined && units.length <= fewUnits ? pick(content, units) : all(content, units);
  return lines.map(({ unit, text }) =>
    text.startsWith('[')
      ? readWholeAssessment(sheet, unit, text)
      : readPlainLine({ sheet, unit, frames }, text),
  );
};

/** Up to so many units are looked for one by one. */
const fewUnits = 12;

interface Line {
  readonly unit: string;
  readonly text: string;
}

const pick = (content: string, units: readonly string[]): readonly Line[] => {
  const found: (Line & { readonly at: number })[] = [];
  for (const unit of new Set(units)) {
    const at = content.indexOf(`\n${unit}\t`);
    if (at < 0) continue;
    const end = content.indexOf('\n', at + 1);
    found.push({ at, unit, text: content.slice(at + unit.length + 2, end < 0 ? undefined : end) });
  }
  return found.sort((one, other) => one.at - other.at);
};

const all = (content: string, units: readonly string[] | undefined): readonly Line[] => {
  const wanted = units === undefined ? null : new Set(units);
  const found: Line[] = [];
  for (const line of content.split('\n').slice(1)) {
    const tab = line.indexOf('\t');
    const unit = line.slice(0, tab);
    if (wanted === null || wanted.has(unit)) found.push({ unit, text: line.slice(tab + 1) });
  }
  return found;
};
