import type { FileRefusalCode } from '../../submission';

/** The file refusals in English, code for code as in Chinese. */
export const enFileRefusals: Readonly<Record<FileRefusalCode, string>> = {
  'file.empty': 'The file is empty. Make sure that you chose the right one.',
  'file.too-large': 'The file has {found} MB; {allowed} MB are allowed. Split it into several files.',
  'file.unknown-type':
    'This is not a table that can be read (it is {kind}). Save it as .xlsx or .csv in Excel or WPS.',
  'file.wrong-extension':
    'The extension .{extension} does not fit the content, which is {kind}. Open it in Excel or WPS and save it as .xlsx or .csv.',
  'file.no-extension':
    'The file name “{name}” has no extension, so its type is unknown. Rename it to end in .xlsx or .csv.',
  'file.legacy-xls': 'This is an old Excel 97-2003 .xls file. Open it in Excel or WPS and save it as .xlsx.',
  'file.html-as-xls':
    'This is a web page (HTML table) named like a workbook. Open it in Excel or WPS and save it as .xlsx.',
  'file.encrypted': 'The file is encrypted with a password. Remove the password and save it as .xlsx.',
  'file.macros': 'The file has macros (VBA, .xlsm), which are not accepted. Save it as .xlsx without macros.',
  'file.broken':
    'The file is damaged or incomplete and cannot be read[[ ({part})]]. Open and save it again, or send it once more.',
  'file.unpacks-too-large':
    'Unpacked, the file exceeds {allowed} MB. Remove unneeded sheets, pictures and empty rows, and save it as .xlsx.',
  'file.sizes-disagree':
    'Unpacked, the file is not of the size that it declares: it is damaged or was tampered with. Save it as .xlsx again in Excel or WPS.',
  'file.too-many-parts':
    'The package has {found} parts; {allowed} are allowed. Keep only the data sheet and save it as .xlsx.',
  'file.unsafe-xml':
    'The file has unsafe content (a DOCTYPE or external entity), which is not allowed. Save it as .xlsx in Excel or WPS.',
  'file.unsafe-part-name':
    'The package has an unsafe or repeated part name, which is not allowed. Save it as .xlsx in Excel or WPS.',
  'file.unreadable-text':
    'The text encoding is unknown; UTF-8, UTF-16 with its mark and GB18030 (GBK) can be read. Save it as .xlsx or “CSV UTF-8”.',
  'file.unclosed-quote':
    'Row {row} has a quotation mark without its partner, so the rest cannot be split. Add or remove it.',
  'file.too-many-rows': 'There are more than {allowed} data rows. Remove surplus rows or split the file.',
  'file.too-many-columns': 'Row {row} has {found} columns; {allowed} are allowed. Remove surplus columns.',
  'file.cell-outside':
    'The cell address “{cell}” is invalid: it lies outside any sheet. Save the file again in Excel or WPS.',
  'file.cell-too-long': 'A cell holds more than {allowed} characters. Shorten it.',
  'file.no-header':
    'No heading was found. One of the first 30 rows should name the columns: indicator, area, period, passes, total. Compare with the template.',
  'file.missing-columns':
    'The heading (row {row}) lacks these columns: {columns}. Add them and upload again.',
  'file.duplicate-columns': 'Two columns of the heading both mean “{column}”: {headings}. Keep one.',
  'file.no-rows': 'There is a heading but no data row. Fill in the data and upload again.',
  'file.reading-interrupted':
    'The service stopped before this file was read; nothing was kept. Please upload it again.',
  'file.took-too-long':
    'Reading was stopped after {seconds} seconds. Remove surplus content and save the file as .xlsx.',
  'file.took-too-much-memory':
    'Reading was stopped because it took too much memory. Remove surplus content and save the file as .xlsx.',
};

/** What a file turned out to be. */
export const enFileKinds: Readonly<Record<string, string>> & { readonly binary: string } = {
  xlsx: 'an Excel workbook',
  csv: 'plain text',
  zip: 'a ZIP archive',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  pdf: 'a PDF document',
  word: 'a Word document',
  slides: 'a presentation',
  ods: 'an ODS table',
  xlsb: 'a binary workbook (.xlsb)',
  'xml-table': 'an XML table',
  ole: 'an old Office file',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  gzip: 'a GZIP archive',
  binary: 'unknown binary data',
};
