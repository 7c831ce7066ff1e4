import type { CellPlace, Issue } from '@zhibiao/shared/submission';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type RefObject,
} from 'react';
import { useWords } from '../../ui/words';
import { findCell } from './sheet-grid';
import { issueSentence, suggestionOf } from './submission-words';

/** Longest text of a correction that the server takes. */
const mostCharacters = 500;

/** Asks for a cell's new text beside the cell, with what is wrong there. Enter keeps, Esc leaves. */
export const CellEditor = ({
  place,
  heading,
  text,
  typed,
  issues,
  scroller,
  onSave,
  onClose,
}: {
  readonly place: CellPlace;
  readonly heading: string;
  /** What stands in the cell now. */
  readonly text: string;
  /** What was typed over the cell to open the editor; null when it was opened to read. */
  readonly typed: string | null;
  readonly issues: readonly Issue[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const [value, setValue] = useState((typed ?? text).slice(0, mostCharacters));
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const title = useId();
  const spoken = useId();
  const at = useBesideCell(box, scroller, place);
  useEscape(onClose);
  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);
  const suggestions = [...new Set(issues.map(suggestionOf).filter((one) => one !== null))];
  return (
    <div
      ref={box}
      className="cell-editor"
      role="dialog"
      aria-labelledby={title}
      data-editor={`${place.column ?? ''}${place.row}`}
      style={at}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value === text) onClose();
          else onSave(value);
        }}
      >
        <h3 id={title} className={issues.some(({ level }) => level === 'error') ? 't-miss' : ''}>
          {say('check.place', { row: String(place.row), column: heading })}{' '}
          <span className="addr">{`${place.column ?? ''}${place.row}`}</span>
        </h3>
        <div id={spoken} className="say">
          {issues.map((issue) => (
            <p key={issue.code}>{issueSentence(words, issue)}</p>
          ))}
        </div>
        <label>
          {say('check.value')}
          <input
            ref={input}
            value={value}
            maxLength={mostCharacters}
            autoComplete="off"
            aria-describedby={spoken}
            data-action="cell-text"
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
        <div className="row">
          {suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              className="button primary"
              data-action="take-suggestion"
              onClick={() => onSave(suggestion)}
            >
              {say('check.change', { value: suggestion })}
            </button>
          ))}
          <button
            type="submit"
            className={`button${suggestions.length === 0 ? ' primary' : ''}`}
            data-action="save-cell"
          >
            {say('check.save')}
          </button>
          <button type="button" className="button" data-action="leave-cell" onClick={onClose}>
            {say('check.cancel')}
          </button>
        </div>
      </form>
    </div>
  );
};

/** Where the editor is drawn, in pixels of the box around the sheet. */
interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Keeps the editor under its cell, or above it where there is no room, while the sheet scrolls beneath. */
const useBesideCell = (
  box: RefObject<HTMLDivElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
  place: CellPlace,
): Corner => {
  const [corner, setCorner] = useState<Corner>({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const region = scroller.current;
    if (region === null) return undefined;
    const follow = (): void => {
      const editor = box.current;
      const cell = findCell(region, place)?.getBoundingClientRect();
      const frame = region.parentElement?.getBoundingClientRect();
      if (editor === null || cell === undefined || frame === undefined) return;
      const { offsetWidth: width, offsetHeight: height } = editor;
      const right = Math.min(cell.right, frame.right - 8);
      const fits = cell.bottom + 2 + height <= window.innerHeight - 8;
      const next = {
        left: Math.max(8, right - width - frame.left),
        top: (fits ? cell.bottom + 2 : cell.top - height - 2) - frame.top,
      };
      setCorner((last) => (last.left === next.left && last.top === next.top ? last : next));
    };
    follow();
    // What the editor says may change its height.
    const sized = new ResizeObserver(follow);
    if (box.current !== null) sized.observe(box.current);
    region.addEventListener('scroll', follow);
    window.addEventListener('resize', follow);
    return () => {
      sized.disconnect();
      region.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [box, scroller, place]);
  return corner;
};

/** Esc leaves from wherever the focus is. */
const useEscape = (leave: () => void): void => {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
