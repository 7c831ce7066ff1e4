export { createReader, type ReaderBounds, type SheetReader } from './read-in-worker';
export type { ReadRequest } from './worker-messages';
export { readFileRows, readGrids, type ReadFile } from './read-file-rows';
export { decodeText } from './read-csv';
export { writeTemplate, type TemplateWish, type ValueBefore } from './write-template';
export { sampleSheets, type SampleSheetFound } from './sample-sheets';
export { writeTable, type TableSheet } from './write-table';
export { csvParts } from './csv-parts';
export { encodingOfHead, openTextParts } from './text-parts';
