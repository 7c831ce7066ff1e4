import { mayReport } from '../access';
import type { Basis, PeriodCode } from '../calendar';
import type { Indicator, ReportingUnit } from '../programme';
import { quoted } from './cells/plain-text';
import type { SubmissionContext } from './context';
import type { FoundTable } from './find-table';
import { readBasis } from './read-basis';
import type { NameCell } from './read-names';
import type { Reading } from './reading';
import type { RowCursor } from './row-cursor';

/** What a row is about, as far as it says so. */
export interface Subject {
  readonly indicator: Indicator | null;
  readonly unit: ReportingUnit | null;
  readonly period: PeriodCode | null;
  readonly basis: Basis | null;
  /** One number per indicator × unit × period × basis; -1 when one of them is missing. */
  readonly key: number;
}

/** Reads what rows are about, adding what is wrong with their names, periods, bases, schemes and scope. */
export function subjectReader(
  { columns }: FoundTable,
  context: SubmissionContext,
  reading: Reading,
  cursor: RowCursor,
): (indicatorCell: NameCell<Indicator>, unitCell: NameCell<ReportingUnit>) => Subject {
  const { index, actor } = context;
  const { indicators } = index.programme;
  const unitCount = index.register.units.length;
  const chosen = indicators.find(({ code }) => code === context.defaultIndicator) ?? null;
  const chosenId = chosen === null ? -1 : indicators.indexOf(chosen);
  const ownSchemes = new Map<Indicator, Set<string>>();

  const basisOf = (said: Basis | null): Basis | null => {
    const text = cursor.text('basis');
    const written = readBasis(text);
    if (written === undefined) {
      cursor.report('basis', 'submission.basis-unreadable', 'error', { value: quoted(text) });
      return null;
    }
    if (written !== null && said !== null && written !== said) {
      const params = { value: quoted(text), period: quoted(cursor.text('period')) };
      cursor.report('basis', 'submission.basis-disagrees', 'error', params);
      return null;
    }
    return written ?? said ?? context.defaultBasis ?? 'single';
  };

  const checkScheme = (indicator: Indicator): boolean => {
    const text = cursor.text('scheme');
    if (text === '' || indicator.scheme === null) return true;
    const own = ownSchemes.get(indicator) ?? new Set();
    if (own.has(text)) return true;
    const isOwn = index.isOwnScheme(indicator, text);
    if (isOwn) ownSchemes.set(indicator, own.add(text));
    else
      cursor.report('scheme', 'submission.scheme-other', 'error', {
        value: quoted(text),
        allowed: indicator.scheme.name.zh,
        indicator: indicator.name.zh,
      });
    return isOwn;
  };

  const checkScope = (indicator: Indicator, unit: ReportingUnit): void => {
    if (actor !== undefined && !mayReport(actor, indicator, unit.code))
      cursor.report('unit', 'submission.outside-scope', 'error', {
        indicator: indicator.name.zh,
        unit: unit.name.zh,
      });
  };

  return (indicatorCell, unitCell) => {
    const useChosen = chosen !== null && cursor.text('indicator').trim() === '';
    const indicator = useChosen ? chosen : indicatorCell.found;
    const indicatorId = useChosen ? chosenId : indicatorCell.id;
    const unit = unitCell.found;
    if (!useChosen) for (const issue of indicatorCell.issues) cursor.add(columns.indicator ?? null, issue);
    for (const issue of unitCell.issues) cursor.add(columns.unit ?? null, issue);

    const kinds = cursor.row().kinds;
    const isDate = kinds !== null && columns.period !== undefined && kinds[columns.period] === 'date';
    const { period, basis: said, id, issues } = reading.period(cursor.text('period'), isDate);
    for (const issue of issues) cursor.add(columns.period ?? null, issue);
    const basis = basisOf(said);

    // 速测 beside 定量 is another figure, not the same one twice.
    const isOwnScheme = indicator === null || checkScheme(indicator);
    if (indicator !== null && unit !== null) checkScope(indicator, unit);
    const isWhole = isOwnScheme && indicator !== null && unit !== null && period !== null && basis !== null;
    return {
      indicator,
      unit,
      period,
      basis,
      key: isWhole
        ? ((id * 2 + (basis === 'single' ? 0 : 1)) * indicators.length + indicatorId) * unitCount +
          unitCell.id
        : -1,
    };
  };
}
