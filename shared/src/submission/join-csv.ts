/**
 * Writes records as CSV that `splitCsv` reads back to the same texts: CRLF after each, quotes only where needed.
 * It does not neutralise texts that look like formulas; exports for people do that before.
 */
export const joinCsv = (records: Iterable<readonly string[]>, delimiter = ','): string => {
  let text = '';
  for (const record of records) {
    // A lone empty field would be a blank line, which is no record.
    text +=
      record.length === 1 && record[0] === ''
        ? '""\r\n'
        : `${record.map((field) => quoted(field, delimiter)).join(delimiter)}\r\n`;
  }
  return text;
};

const quoted = (field: string, delimiter: string): string =>
  field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
