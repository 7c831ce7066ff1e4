import type { CellPlace, Correction, PreviewView } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { CellEditor } from './cell-editor';
import { DiscardButton } from './discard-button';
import { IssueList } from './issue-list';
import { marksOf, nextIssue, placeKey, type Marks, type RowState } from './marks';
import { SamplesNote } from './samples-seen';
import { SheetGrid, type FocusWish } from './sheet-grid';
import { StepLink } from './step-link';
import { useCorrect } from './use-submission';
import '../../ui/controls.css';
import './check-step.css';

/** 核对: the sheet with its issues marked, corrected in place until nothing stands against storing it. */
export const CheckStep = ({
  view,
  onDiscarded,
}: {
  readonly view: PreviewView;
  readonly onDiscarded: () => void;
}): ReactElement => {
  const { say } = useWords();
  const marks = useMemo(() => marksOf(view), [view]);
  const correct = useCorrect(view.submission);
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
  const edit = useCallback(
    (place: CellPlace, typed: string | null): void => {
      correct.reset();
      setEditing({ place, typed });
    },
    // The mutation object is new on every render; its reset is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [correct.reset],
  );
  const save = (place: CellPlace, cells: readonly Correction[]): void => {
    if (cells.length === 0 || correct.isPending) return;
    correct.mutate(
      { submission: view.submission, corrections: [...cells], expectedReading: view.reading },
      {
        onSuccess: (after) => {
          setEditing(null);
          // A mended row may leave the filtered rows; the next one with an issue takes its place.
          const next = isVisible(place, marksOf(after)) ? place : nextIssue(after.issues, null, 1);
          if (next !== null) {
            setActive(next);
            setWish({ place: next });
          }
        },
      },
    );
  };
  const last = view.corrections[view.corrections.length - 1];
  const undo = (): void => {
    if (last !== undefined) save(last, [correctionAt(last, last.stood)]);
  };
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
  });

  const cellText = (place: CellPlace): string => {
    const row = view.sheetRows.find((one) => one.sheet === place.sheet && one.row === place.row);
    const column = view.columns.findIndex(({ letter }) => letter === place.column);
    return row?.cells[column] ?? '';
  };
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
              scroller={scroller}
              onActive={setActive}
              onEdit={edit}
            />
          )}
          {editing !== null && (
            <CellEditor
              key={placeKey(editing.place)}
              place={editing.place}
              heading={view.columns.find(({ letter }) => letter === editing.place.column)?.heading ?? ''}
              text={cellText(editing.place)}
              typed={editing.typed}
              issues={marks.at(editing.place).flatMap((index) => view.issues[index] ?? [])}
              scroller={scroller}
              saving={correct.isPending}
              error={correct.error}
              onSave={(text) => save(editing.place, [correctionAt(editing.place, text)])}
              onClose={() => {
                setEditing(null);
                setWish({ place: editing.place });
              }}
            />
          )}
        </div>
        {editing === null && correct.error !== null && (
          <div className="pane-note">
            <ProblemLine error={correct.error} />
          </div>
        )}
        <div className="pane-foot">
          <p role="status" className="standing" data-errors={view.errorsTotal}>
            {correct.isPending && editing === null ? (
              say('check.saving')
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
              disabled={last === undefined || correct.isPending}
              onClick={undo}
            >
              {say('check.undo')}
            </button>
            {view.errorsTotal > 0 ? (
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
        busy={correct.isPending}
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

/** F8 and Shift+F8 go through the issues from anywhere on the page; Ctrl+Z undoes outside a field. */
const useCheckKeys = (run: { readonly jump: (step: 1 | -1) => void; readonly undo: () => void }): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest('input,textarea,select');
      if (event.key === 'F8' && !event.altKey && !event.ctrlKey && !event.metaKey) {
        latest.current.jump(event.shiftKey ? -1 : 1);
      } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        if (inField) return;
        latest.current.undo();
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
