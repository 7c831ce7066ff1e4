import type { CellPlace, PreviewSheetRow, PreviewView } from '@zhibiao/shared/submission';
import { memo, useEffect, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { placeKey, type Marks } from './marks';
import './sheet-grid.css';

/** A cell that the focus is wanted at; a new object asks again for the same cell. */
export interface FocusWish {
  readonly place: CellPlace;
}

/**
 * The sheet as its owner knows it: row numbers and letters as in the spreadsheet, issues marked where they sit.
 * Arrows move between cells, Enter, F2 or typing edits. One cell is in the tab order at a time.
 */
export const SheetGrid = ({
  view,
  marks,
  rows,
  active,
  wish,
  scroller,
  onActive,
  onEdit,
}: {
  readonly view: PreviewView;
  readonly marks: Marks;
  readonly rows: readonly PreviewSheetRow[];
  readonly active: CellPlace | null;
  readonly wish: FocusWish | null;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onActive: (place: CellPlace) => void;
  /** `typed`: what was typed over the cell, null to begin with what stands there. */
  readonly onEdit: (place: CellPlace, typed: string | null) => void;
}): ReactElement => {
  const { say } = useWords();
  useEffect(() => {
    if (wish === null) return;
    const cell = findCell(scroller.current, wish.place);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell?.focus({ preventScroll: true });
  }, [wish, scroller]);
  const letters = view.columns.map(({ letter }) => letter);
  const withSheets = new Set(view.sheetRows.map(({ sheet }) => sheet)).size > 1;
  const shownActive = active !== null && rows.some((row) => isSameRow(row, active)) ? active : null;
  const first = rows[0];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (shownActive === null || event.altKey) return;
    const next = neighbour(event, shownActive, rows, letters);
    if (next !== null) {
      event.preventDefault();
      focusCell(scroller.current, next);
      return;
    }
    if (shownActive.column === null || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'F2') onEdit(shownActive, null);
    else if (event.key === 'Delete' || event.key === 'Backspace') onEdit(shownActive, '');
    else if (event.key.length === 1) onEdit(shownActive, event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div className="sheet-scroll" ref={scroller} data-arrows="">
      {/* The pattern for a table that arrows move in; everything inside stays a native table. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className="sheet" role="grid" aria-label={say('check.grid')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="number">
              <span className="visually-hidden">{say('check.row')}</span>
            </th>
            {view.columns.map(({ letter, heading }) => (
              <th key={letter} scope="col" className={marks.numeric.has(letter) ? 'n' : ''}>
                <span className="letter">{letter}</span> {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={`${row.sheet}!${row.row}`}
              row={row}
              view={view}
              marks={marks}
              heading={withSheets && rows[index - 1]?.sheet !== row.sheet}
              focusable={
                shownActive === null
                  ? row === first
                    ? 0
                    : null
                  : isSameRow(row, shownActive)
                    ? shownActive.column === null
                      ? -1
                      : letters.indexOf(shownActive.column)
                    : null
              }
              onActive={onActive}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The element of a cell, or of a row's number where no column is named. */
export const findCell = (scroller: HTMLElement | null, place: CellPlace): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-place="${CSS.escape(placeKey(place))}"]`) ?? null;

const focusCell = (scroller: HTMLElement | null, place: CellPlace): void =>
  findCell(scroller, place)?.focus();

const isSameRow = (one: Pick<CellPlace, 'sheet' | 'row'>, other: Pick<CellPlace, 'sheet' | 'row'>): boolean =>
  one.row === other.row && one.sheet === other.sheet;

/** Where a key leads from a cell; null for keys that do not move. Column null is the row's number. */
const neighbour = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  from: CellPlace,
  rows: readonly PreviewSheetRow[],
  letters: readonly string[],
): CellPlace | null => {
  const row = rows.findIndex((candidate) => isSameRow(candidate, from));
  const column = from.column === null ? -1 : letters.indexOf(from.column);
  const to = (rowIndex: number, columnIndex: number): CellPlace | null => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, rowIndex))];
    if (target === undefined) return null;
    const letter = letters[Math.min(letters.length - 1, columnIndex)] ?? null;
    return { sheet: target.sheet, row: target.row, column: letter };
  };
  switch (event.key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, Math.max(-1, column - 1));
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - 10, column);
    case 'PageDown':
      return to(row + 10, column);
    case 'Home':
      return to(event.ctrlKey ? 0 : row, 0);
    case 'End':
      return to(event.ctrlKey ? rows.length - 1 : row, letters.length - 1);
    default:
      return null;
  }
};

const Row = memo(
  ({
    row,
    view,
    marks,
    heading,
    focusable,
    onActive,
    onEdit,
  }: {
    readonly row: PreviewSheetRow;
    readonly view: PreviewView;
    readonly marks: Marks;
    readonly heading: boolean;
    /** Index of the cell in the tab order, -1 for the row's number; null when none of this row is. */
    readonly focusable: number | null;
    readonly onActive: (place: CellPlace) => void;
    readonly onEdit: (place: CellPlace, typed: string | null) => void;
  }): ReactElement => {
    const { say } = useWords();
    const { sheet } = row;
    const whole = { sheet, row: row.row, column: null };
    const wholeIssues = marks.at(whole);
    return (
      <>
        {heading && (
          <tr className="sheet-name">
            <th scope="rowgroup" colSpan={view.columns.length + 1}>
              {say('check.sheet', { name: sheet })}
            </th>
          </tr>
        )}
        <tr data-row={row.row} data-state={marks.state(row)}>
          <th
            scope="row"
            className={`number ${markClass(view, wholeIssues)}`}
            data-place={placeKey(whole)}
            tabIndex={focusable === -1 ? 0 : -1}
            aria-invalid={isError(view, wholeIssues) || undefined}
            aria-describedby={describedBy(wholeIssues)}
            onFocus={() => onActive(whole)}
          >
            {row.row}
          </th>
          {view.columns.map(({ letter }, index) => {
            const place = { ...whole, column: letter };
            return (
              <Cell
                key={letter}
                view={view}
                marks={marks}
                place={place}
                text={row.cells[index] ?? ''}
                tabIndex={focusable === index ? 0 : -1}
                onActive={onActive}
                onEdit={onEdit}
              />
            );
          })}
        </tr>
      </>
    );
  },
);

const Cell = ({
  view,
  marks,
  place,
  text,
  tabIndex,
  onActive,
  onEdit,
}: {
  readonly view: PreviewView;
  readonly marks: Marks;
  readonly place: CellPlace;
  readonly text: string;
  readonly tabIndex: 0 | -1;
  readonly onActive: (place: CellPlace) => void;
  readonly onEdit: (place: CellPlace, typed: string | null) => void;
}): ReactElement => {
  const { say } = useWords();
  const issues = marks.at(place);
  const correction = marks.corrected(place);
  const pointed = marks.pointed(place);
  const mark = markClass(view, issues);
  const numeric = marks.numeric.has(place.column ?? '');
  return (
    <td
      className={`${numeric ? 'n' : ''} ${mark}${correction === undefined ? '' : ' corrected'}${pointed === undefined ? '' : ' pointed'}`}
      data-pointed={pointed}
      title={pointed === '' ? undefined : pointed}
      data-cell={`${place.column ?? ''}${place.row}`}
      data-place={placeKey(place)}
      tabIndex={tabIndex}
      aria-invalid={isError(view, issues) || undefined}
      aria-describedby={describedBy(issues)}
      onFocus={() => onActive(place)}
      onDoubleClick={() => onEdit(place, null)}
    >
      {mark !== '' && <LightGlyph light={mark === 'error' ? 'miss' : 'risk'} size={12} />}
      {correction !== undefined && (
        <>
          <s aria-hidden="true">{correction.stood === '' ? say('check.empty') : correction.stood}</s>{' '}
        </>
      )}
      {text === '' && mark !== '' ? <span className="void">{say('check.empty')}</span> : text}
      {correction !== undefined && (
        <span className="visually-hidden">
          {say('check.stood', {
            value: correction.stood === '' ? say('check.empty') : correction.stood,
          })}
        </span>
      )}
    </td>
  );
};

/** Id of the sentence of an issue in the list, which its cell is described by. */
export const issueId = (index: number): string => `issue-${index}`;

const describedBy = (issues: readonly number[]): string | undefined =>
  issues.length === 0 ? undefined : issues.map(issueId).join(' ');

const isError = (view: PreviewView, issues: readonly number[]): boolean =>
  issues.some((index) => view.issues[index]?.level === 'error');

const markClass = (view: PreviewView, issues: readonly number[]): 'error' | 'warning' | '' =>
  issues.length === 0 ? '' : isError(view, issues) ? 'error' : 'warning';
