/** What a file may cost (rule P2 and contract.md). Sizes in bytes. */
export const LIMITS = {
  file: 20 * 1024 * 1024,
  part: 100 * 1024 * 1024,
  allParts: 200 * 1024 * 1024,
  parts: 1_000,
  /** Rows with something in them on all sheets: the data rows and what may stand around them. */
  rows: 50_100,
  dataRows: 50_000,
  columns: 100,
  cellCharacters: 32_767,
  /** Texts in the shared-string table: more than this cannot be referenced by rows within the limits. */
  sharedStrings: 5_010_000,
} as const;

/** Whole megabytes, as messages say them. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
