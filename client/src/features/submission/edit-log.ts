import type { CellPlace, Correction, PreviewView } from '@zhibiao/shared/submission';
import { placeKey } from './marks';

/** A cell as it was written on the page, with what it said before. */
export interface WrittenCell extends Correction {
  readonly was: string;
}

/** Cells that were written at one stroke, and are undone at one. */
export type EditStep = readonly WrittenCell[];

/** What was written on the page: what the server has not heard of yet, and what can be undone and done again. */
export interface EditLog {
  /** The reading that the queue was written on. */
  readonly base: number;
  /** Not sent, or not answered; in the order in which it was written. */
  readonly queue: readonly EditStep[];
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

/** Cells the server takes in one call. */
export const mostTogether = 1000;

/** Longest text of a cell that the server takes. */
export const mostCharacters = 500;

/** Nothing written yet on a reading. */
export const emptyLog = (reading: number): EditLog => ({ base: reading, queue: [], done: [], undone: [] });

/** Adds a step; what was undone before cannot be done again after it. */
export const withStep = (log: EditLog, step: EditStep, reading: number): EditLog => {
  const held = stillHeld(log, reading);
  return { ...held, queue: [...held.queue, step], done: [...held.done, step], undone: [] };
};

/**
 * Takes the newest step back by writing what stood there; null where there is none. A draft opened anew has no steps,
 * but the corrections kept with it, newest last: they are taken back one by one, each when the one before has arrived.
 */
export const withUndo = (
  log: EditLog,
  { reading, corrections }: Pick<PreviewView, 'reading' | 'corrections'>,
): { readonly log: EditLog; readonly step: EditStep } | null => {
  const held = stillHeld(log, reading);
  const last = held.done[held.done.length - 1];
  const kept = held.queue.length === 0 ? corrections[corrections.length - 1] : undefined;
  const step =
    last ??
    (kept === undefined
      ? null
      : [{ sheet: kept.sheet, row: kept.row, column: kept.column, text: kept.text, was: kept.stood }]);
  if (step === null) return null;
  const back = step.map((cell) => ({ ...cell, text: cell.was, was: cell.text }));
  return {
    log: {
      ...held,
      queue: [...held.queue, back],
      done: held.done.slice(0, -1),
      undone: [...held.undone, step],
    },
    step,
  };
};

/** Writes again what was undone last; null where nothing was. */
export const withRedo = (
  log: EditLog,
  reading: number,
): { readonly log: EditLog; readonly step: EditStep } | null => {
  const held = stillHeld(log, reading);
  const step = held.undone[held.undone.length - 1];
  if (step === undefined) return null;
  return {
    log: {
      ...held,
      queue: [...held.queue, step],
      done: [...held.done, step],
      undone: held.undone.slice(0, -1),
    },
    step,
  };
};

/** Whole steps from the front of the queue that one call takes, each cell once with its newest text. */
export const batchOf = (
  queue: readonly EditStep[],
): { readonly steps: number; readonly cells: readonly Correction[] } => {
  const cells = new Map<string, Correction>();
  let steps = 0;
  for (const step of queue) {
    const fresh = step.filter((cell) => !cells.has(placeKey(cell))).length;
    if (steps > 0 && cells.size + fresh > mostTogether) break;
    for (const { sheet, row, column, text } of step) {
      const place = { sheet, row, column };
      cells.delete(placeKey(place));
      cells.set(placeKey(place), { ...place, text });
    }
    steps += 1;
  }
  return { steps, cells: [...cells.values()] };
};

/** The log when the server has read the first steps in. */
export const withArrival = (log: EditLog, steps: number, reading: number): EditLog => ({
  ...log,
  base: reading,
  queue: log.queue.slice(steps),
});

/** A preview with what the server has not heard of yet written over it. */
export const withEdits = (view: PreviewView, queue: readonly EditStep[]): PreviewView => {
  const texts = newestTexts(queue);
  if (texts.size === 0) return view;
  return {
    ...view,
    sheetRows: view.sheetRows.map((row) => {
      const cells = row.cells.map(
        (text, index) =>
          texts.get(
            placeKey({ sheet: row.sheet, row: row.row, column: view.columns[index]?.letter ?? null }),
          ) ?? text,
      );
      return cells.every((text, index) => text === row.cells[index]) ? row : { ...row, cells };
    }),
  };
};

/** Keys of the cells whose text the server has not heard of yet. */
export const newestTexts = (queue: readonly EditStep[]): ReadonlyMap<string, string> =>
  new Map(queue.flatMap((step) => step.map((cell) => [placeKey(cell), cell.text] as const)));

/** A cell that says one thing in the draft and another on the page. */
export interface Difference {
  readonly place: CellPlace;
  readonly there: string;
  readonly here: string;
}

/** What the draft says otherwise than the queue; nothing where it already says the same. */
export const differencesOf = (view: PreviewView, queue: readonly EditStep[]): readonly Difference[] => {
  const places = new Map(queue.flatMap((step) => step.map((cell) => [placeKey(cell), cell] as const)));
  return [...places.values()].flatMap(({ sheet, row, column, text }) => {
    const place = { sheet, row, column };
    const there = cellText(view, place);
    return there === text ? [] : [{ place, there, here: text }];
  });
};

/** What a cell says; empty where it is not among the rows shown. */
export const cellText = (
  { sheetRows, columns }: Pick<PreviewView, 'sheetRows' | 'columns'>,
  place: CellPlace,
): string => {
  const row = sheetRows.find((one) => one.sheet === place.sheet && one.row === place.row);
  return row?.cells[columns.findIndex(({ letter }) => letter === place.column)] ?? '';
};

/** Steps do not outlive a reading that somebody else made: what they would write back is no longer what stood there. */
const stillHeld = (log: EditLog, reading: number): EditLog =>
  log.queue.length === 0 && log.base !== reading ? emptyLog(reading) : log;
