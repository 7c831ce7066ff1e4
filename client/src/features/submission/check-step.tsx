import type { CellPlace, Correction, PreviewView } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import type { BlockEdit } from './block';
import { CellEditor } from './cell-editor';
import { DiscardButton } from './discard-button';
import { cellText, type EditStep } from './edit-log';
import { EditsNote } from './edits-note';
import { IssueList } from './issue-list';
import { marksOf, nextIssue, placeKey, type Marks, type RowState } from './marks';
import { SamplesNote } from './samples-seen';
import { SheetGrid, type FocusWish } from './sheet-grid';
import { StepLink } from './step-link';
import { useEdits } from './use-edits';
import '../../ui/controls.css';
import './check-step.css';

/** 核对: the sheet with its issues marked, corrected in place until nothing stands against storing it. */
export const CheckStep = ({
  view: read,
  owner,
  onDiscarded,
}: {
  readonly view: PreviewView;
  /** Whose edits are kept on this machine. */
  readonly owner: string;
  readonly onDiscarded: () => void;
}): ReactElement => {
  const { say, language } = useWords();
  const edits = useEdits(read, owner);
  const view = edits.shown;
  const marks = useMemo(() => marksOf(view), [view]);
  const [refused, setRefused] = useState<Exclude<BlockEdit, { kind: 'write' }> | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<RowState | 'all'>('all');
  const [active, setActive] = useState<CellPlace | null>(null);
  const [wish, setWish] = useState<FocusWish | null>(null);
  const [editing, setEditing] = useState<{ place: CellPlace; typed: string | null } | null>(null);
  const rows = useMemo(
    () => view.sheetRows.filter((row) => filter === 'all' || marks.state(row) === filter),
    [view, marks, filter],
  );

  const isVisible = (place: CellPlace, seen: Marks): boolean =>
    filter === 'all' || seen.state(place) === filter;
  const goTo = (place: CellPlace): void => {
    if (!isVisible(place, marks)) setFilter('all');
    setEditing(null);
    setActive(place);
    setWish({ place });
  };
  const edit = useCallback((place: CellPlace, typed: string | null): void => {
    setRefused(null);
    setEditing({ place, typed });
  }, []);
  const write = (step: EditStep, place: CellPlace | null): void => {
    setRefused(null);
    edits.write(step);
    setEditing(null);
    if (place === null) return;
    setActive(place);
    setWish({ place });
  };
  const save = (place: CellPlace, cells: readonly Correction[]): void =>
    write(
      cells.map((cell) => ({ ...cell, was: cellText(view, cell) })),
      place,
    );
  const writeTogether = (edit: BlockEdit): void => {
    if (edit.kind === 'write') write(edit.cells, null);
    else setRefused(edit);
  };
  const returnTo = (step: EditStep | null): void => {
    const [cell] = step ?? [];
    if (cell !== undefined) goTo({ sheet: cell.sheet, row: cell.row, column: cell.column });
  };
  const undo = (): void => returnTo(edits.undo());
  const redo = (): void => returnTo(edits.redo());
  useCheckKeys({
    jump: (step) => {
      const place = nextIssue(
        view.issues.filter(({ cell }) => cell.row > 0 && marks.isShown(cell)),
        active,
        step,
      );
      if (place !== null) goTo(place);
    },
    undo,
    redo,
  });

  return (
    <div className="check" data-step="check">
      <section className="card pane">
        <div className="filters" role="group" aria-label={say('check.filter')}>
          <Filter name="all" chosen={filter} count={null} onChoose={setFilter}>
            {say('check.all', { count: marks.counts.all })}
          </Filter>
          <Filter name="error" chosen={filter} count={marks.counts.error} onChoose={setFilter}>
            <LightGlyph light="miss" /> {say('check.errors')}
          </Filter>
          <Filter name="warning" chosen={filter} count={marks.counts.warning} onChoose={setFilter}>
            <LightGlyph light="risk" /> {say('check.warnings')}
          </Filter>
          <Filter name="passed" chosen={filter} count={marks.counts.passed} onChoose={setFilter}>
            <LightGlyph light="met" /> {say('check.passed')}
          </Filter>
          <span className="keys">{say('check.keys')}</span>
        </div>
        {view.samples !== null && <SamplesNote seen={view.samples} />}
        {view.sheetRows.length < view.rowsSeen && (
          <p className="cut">
            {say(view.rowsRefused > view.sheetRows.length ? 'check.cutRows' : 'check.hiddenRows', {
              shown: view.sheetRows.length,
              total: view.rowsSeen,
            })}
          </p>
        )}
        <div className="sheet-box">
          {rows.length === 0 ? (
            <p className="no-rows">{say('check.noneOfKind')}</p>
          ) : (
            <SheetGrid
              view={view}
              marks={marks}
              rows={rows}
              active={active ?? firstPlace(view)}
              wish={wish}
              waiting={edits.waiting}
              scroller={scroller}
              onActive={setActive}
              onEdit={edit}
              onBlock={writeTogether}
            />
          )}
          {editing !== null && (
            <CellEditor
              key={placeKey(editing.place)}
              place={editing.place}
              heading={view.columns.find(({ letter }) => letter === editing.place.column)?.heading ?? ''}
              text={cellText(view, editing.place)}
              typed={editing.typed}
              issues={marks.at(editing.place).flatMap((index) => view.issues[index] ?? [])}
              scroller={scroller}
              onSave={(text) => save(editing.place, [correctionAt(editing.place, text)])}
              onClose={() => {
                setEditing(null);
                setWish({ place: editing.place });
              }}
            />
          )}
        </div>
        <EditsNote edits={edits} refused={refused} />
        <div className="pane-foot">
          <p role="status" className="standing" data-errors={view.errorsTotal}>
            {edits.isSending ? (
              say('check.saving')
            ) : edits.waiting.size > 0 ? (
              say('check.unchecked', { count: edits.waiting.size })
            ) : view.errorsTotal > 0 ? (
              <b className="t-miss">{say('check.remaining', { count: view.errorsTotal })}</b>
            ) : (
              say('check.clean')
            )}
            {view.toExplain > 0 && <small>{say('check.toExplain', { count: view.toExplain })}</small>}
            {view.corrections.length > 0 && (
              <small>{say('check.corrections', { count: view.corrections.length })}</small>
            )}
          </p>
          <div className="acts">
            <DiscardButton
              submission={view.submission}
              word={say('check.discard')}
              className="button"
              onDiscarded={onDiscarded}
            />
            <button
              type="button"
              className="button"
              data-action="undo"
              disabled={!edits.canUndo}
              onClick={undo}
            >
              {say('check.undo')}
            </button>
            <button
              type="button"
              className="button"
              data-action="redo"
              disabled={!edits.canRedo}
              onClick={redo}
            >
              {say('check.redo')}
            </button>
            {view.samples === null && view.issues.length > 0 && (
              <a
                className="button"
                data-action="marked"
                href={`/api/marked/${view.submission}?language=${language}`}
                title={say('check.markedHint')}
                download
              >
                {say('check.marked')}
              </a>
            )}
            {view.errorsTotal > 0 || edits.waiting.size > 0 ? (
              <button type="button" className="button primary" data-action="to-changes" disabled>
                {say('check.next')}
              </button>
            ) : (
              <StepLink change={{ view: 'changes' }} action="to-changes" className="button primary">
                {say('check.next')}
              </StepLink>
            )}
          </div>
        </div>
      </section>
      <IssueList
        view={view}
        marks={marks}
        onGo={goTo}
        onEdit={(place) => {
          goTo(place);
          edit(place, null);
        }}
        onTake={(place, { cells }) => save(place, cells)}
      />
    </div>
  );
};

/** Only cells are edited, and a cell has a column. */
const correctionAt = ({ sheet, row, column }: CellPlace, text: string): Correction => ({
  sheet,
  row,
  column: column ?? 'A',
  text,
});

const Filter = ({
  name,
  chosen,
  count,
  onChoose,
  children,
}: {
  readonly name: RowState | 'all';
  readonly chosen: RowState | 'all';
  readonly count: number | null;
  readonly onChoose: (name: RowState | 'all') => void;
  readonly children: React.ReactNode;
}): ReactElement => (
  <button
    type="button"
    className={`filter${name === chosen ? ' on' : ''}`}
    aria-pressed={name === chosen}
    data-filter={name}
    data-count={count ?? undefined}
    onClick={() => onChoose(name)}
  >
    {children}
    {count !== null && <b>{thousands(count)}</b>}
  </button>
);

const firstPlace = ({ issues, sheetRows, columns }: PreviewView): CellPlace | null => {
  const issue = issues.find(({ cell }) => cell.row > 0);
  const row = sheetRows[0];
  if (issue !== undefined) return issue.cell;
  return row === undefined ? null : { sheet: row.sheet, row: row.row, column: columns[0]?.letter ?? null };
};

/** F8 and Shift+F8 go through the issues from anywhere on the page; outside a field Ctrl+Z undoes, Ctrl+Y does again. */
const useCheckKeys = (run: {
  readonly jump: (step: 1 | -1) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest('input,textarea,select');
      if (event.key === 'F8' && !event.altKey && !event.ctrlKey && !event.metaKey) {
        latest.current.jump(event.shiftKey ? -1 : 1);
      } else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
        if (inField) return;
        const isRedo = event.key.toLowerCase() === 'y' || event.shiftKey;
        if (isRedo) latest.current.redo();
        else latest.current.undo();
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
