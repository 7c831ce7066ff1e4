/** Letter a spreadsheet shows for a zero-based column: 0 is `A`, 26 is `AA`. */
export const columnLetter = (column: number): string => {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
};

/** Zero-based column of a letter; null when it is none or beyond `XFD`, where a spreadsheet ends. */
export const columnIndex = (letter: string): number | null => {
  if (!/^[A-Za-z]{1,3}$/.test(letter)) return null;
  let column = 0;
  for (const character of letter.toUpperCase()) column = column * 26 + character.charCodeAt(0) - 64;
  return column <= 16_384 ? column - 1 : null;
};
