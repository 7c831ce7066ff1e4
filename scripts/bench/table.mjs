/**
 * A line of the table. `ratio` is what travels from machine to machine; `holds` says whether the goal is met,
 * null where there is none.
 * @typedef {{ id: string, what: string, ours: string, beside: string, ratio: string, goal: string, holds: boolean | null }} Line
 */

/** @param {readonly Line[]} lines */
export const tableText = (lines) => {
  const rows = [
    ['', 'work', 'ours', 'beside it', 'ratio', 'goal', ''],
    ...lines.map((line) => [
      line.id,
      line.what,
      line.ours,
      line.beside,
      line.ratio,
      line.goal,
      line.holds === null ? '' : line.holds ? 'met' : 'MISSED',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** @param {number} value */
export const ms = (value) => `${Math.round(value).toLocaleString('en')} ms`;
/** @param {number} value */
export const times = (value) => `${value.toFixed(2)} ×`;
/** @param {number} value */
export const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`;
