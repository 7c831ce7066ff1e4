import type { CellPlace, PreviewSheetRow, PreviewView } from '@zhibiao/shared/submission';
import {
  memo,
  useEffect,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { blockOf, blockText, readTable, writeBlock, type BlockEdit } from './block';
import { placeKey, type Marks } from './marks';
import './sheet-grid.css';

/** A cell that the focus is wanted at; a new object asks again for the same cell. */
export interface FocusWish {
  readonly place: CellPlace;
}

/**
 * The sheet as its owner knows it: row numbers and letters as in the spreadsheet, issues marked where they sit.
 * Arrows move between cells, Enter, F2 or typing edits; Shift extends a block, which is copied, written over or emptied
 * at one stroke. One cell is in the tab order at a time.
 */
export const SheetGrid = ({
  view,
  marks,
  rows,
  active,
  wish,
  waiting,
  scroller,
  onActive,
  onEdit,
  onBlock,
}: {
  readonly view: PreviewView;
  readonly marks: Marks;
  readonly rows: readonly PreviewSheetRow[];
  readonly active: CellPlace | null;
  readonly wish: FocusWish | null;
  /** Cells whose text the server has not heard of yet, by key. */
  readonly waiting: ReadonlyMap<string, string>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onActive: (place: CellPlace) => void;
  /** `typed`: what was typed over the cell, null to begin with what stands there. */
  readonly onEdit: (place: CellPlace, typed: string | null) => void;
  /** Texts for a block, or why they cannot be written. */
  readonly onBlock: (edit: BlockEdit) => void;
}): ReactElement => {
  const { say } = useWords();
  const [anchor, setAnchor] = useState<CellPlace | null>(null);
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
  const sheet = { rows, letters };
  const block = shownActive === null ? null : blockOf(sheet, anchor ?? shownActive, shownActive);
  const isWide = block !== null && (block.top !== block.bottom || block.left !== block.right);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (shownActive === null || event.altKey) return;
    const next = neighbour(event, shownActive, rows, letters);
    if (next !== null) {
      event.preventDefault();
      setAnchor(event.shiftKey ? (anchor ?? shownActive) : null);
      focusCell(scroller.current, next);
      return;
    }
    if (isWide && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      onBlock(writeBlock(sheet, block, [['']]));
      return;
    }
    if (shownActive.column === null || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'F2') onEdit(shownActive, null);
    else if (event.key === 'Delete' || event.key === 'Backspace') onEdit(shownActive, '');
    else if (event.key.length === 1) onEdit(shownActive, event.key);
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (block === null) return;
    event.clipboardData.setData('text/plain', blockText(sheet, block));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const texts = readTable(event.clipboardData.getData('text/plain'));
    if (block === null || texts.length === 0) return;
    onBlock(writeBlock(sheet, block, texts));
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent): void =>
    setAnchor(event.shiftKey && shownActive !== null ? (anchor ?? shownActive) : null);

  return (
    <div className="sheet-scroll" ref={scroller} data-arrows="">
      {/* The pattern for a table that arrows move in; everything inside stays a native table. */}
      <table
        className="sheet"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={say('check.grid')}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
      >
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
              waiting={waiting}
              chosen={
                isWide && index >= block.top && index <= block.bottom ? [block.left, block.right] : null
              }
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
    waiting,
    chosen,
    heading,
    focusable,
    onActive,
    onEdit,
  }: {
    readonly row: PreviewSheetRow;
    readonly view: PreviewView;
    readonly marks: Marks;
    readonly waiting: ReadonlyMap<string, string>;
    /** First and last column of the block in this row; null where it has no part in one. */
    readonly chosen: readonly [number, number] | null;
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
                isWaiting={waiting.has(placeKey(place))}
                isChosen={chosen !== null && index >= chosen[0] && index <= chosen[1]}
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
  isWaiting,
  isChosen,
  text,
  tabIndex,
  onActive,
  onEdit,
}: {
  readonly view: PreviewView;
  readonly marks: Marks;
  readonly place: CellPlace;
  readonly isWaiting: boolean;
  readonly isChosen: boolean;
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
      className={`${numeric ? 'n' : ''} ${mark}${correction === undefined ? '' : ' corrected'}${pointed === undefined ? '' : ' pointed'}${isWaiting ? ' waiting' : ''}${isChosen ? ' chosen' : ''}`}
      aria-selected={isChosen || undefined}
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
