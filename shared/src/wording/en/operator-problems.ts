import type { OperatorProblemCode } from '../zh/operator-problems';

/** One sentence per reason for which a command or the server does not start. */
export const enOperatorProblems: Readonly<Record<OperatorProblemCode, string>> = {
  'config.mode':
    'It was not said how to start. Use npm start (demonstration) or npm run serve (the real thing).',
  'config.not-https':
    'A live instance needs HTTPS, or passwords would travel in the open. Put an HTTPS proxy in front and set {key} to an address that begins with https://. Where there is only HTTP, add --insecure-http (or set ZHIBIAO_INSECURE_HTTP=1); every page then shows a red banner.',
  'config.not-a-flag': 'The setting {key} must be 1 or 0.',
  'config.not-a-profile': 'The setting {key} must be djbh (GB/T 22239) or asvs (OWASP ASVS).',
  'config.not-addresses': 'The setting {key} must be IP addresses with commas between them.',
  'instance.key-weak':
    'The key file {file} is not a key that this system drew at random. Put the original file back; without a backup delete it and start again, which draws a new one (second factors must then be enrolled again).',
  'account.set-up-first':
    'This instance has no account yet. Start the server and do the first set-up with the link that it prints.',
  'account.unknown': 'There is no account “{name}”.',
  'account.refused': '{reason} The account was not changed.',
  'config.unknown':
    'There is no setting {key}. Check its spelling or unset it; the README has a table of the settings there are.',
  'config.empty': 'The setting {key} is empty. Give it a value or unset it.',
  'config.not-a-number': 'The setting {key} must be a whole number from {lowest} to {highest}.',
  'config.not-a-url': 'The setting {key} must be an address that begins with http:// or https://.',
  'config.not-an-instant': 'The setting {key} must be an instant in UTC, such as 2025-10-16T02:00:00Z.',
  'config.database-url':
    'This release stores in embedded SQLite and connects to no other database. Unset {key}.',
  'config.not-loopback':
    'The demonstration serves this machine only: {key} may be 127.0.0.1, ::1 or localhost. Correct or unset it.',
  'config.clock-in-live': 'A live instance follows the real clock. Unset {key}.',
  'config.port-in-use':
    'Port {port} is already in use (setting {key}). Choose another, for example PORT=3001 npm start.',
  'config.address-unusable':
    'Cannot serve on port {port} of {host} ({detail}). Correct the setting HOST or PORT.',
  'instance.other-mode':
    'The data folder {folder} belongs to a {found} instance and cannot be opened as {wanted}. Choose another folder with ZHIBIAO_DATA.',
  'instance.not-empty':
    'The folder {folder} holds other files and cannot become a data folder. Choose an empty one with ZHIBIAO_DATA.',
  'instance.mark-unreadable':
    'The file {file} makes no sense, so it is unknown whom this data folder belongs to. Choose another folder with ZHIBIAO_DATA, or put the file back.',
  'instance.folder-unusable':
    'The data folder {folder} cannot be used ({detail}). Check that it is a folder which this user may read and write, or choose another with ZHIBIAO_DATA.',
  'instance.audit-heads':
    'The file of audit heads {file} cannot be written ({detail}). Check the path and its permissions, or choose another file with ZHIBIAO_AUDIT_HEADS.',
  'instance.file-unreadable':
    'The file {file} cannot be read ({detail}). Check the path and its permissions.',
  'instance.not-json': 'The file {file} is not JSON: {detail}.',
  'instance.units-missing':
    'The units file that {file} names was not found. Put it into the folder units beside it.',
  'instance.programme-wrong':
    'The file {file} has a mistake at {path}: {reason} Run npm run --silent cli -- programme check {file} to see them all.',
  'vectors.unknown': 'The file {file} is no file of vectors that this program knows.',
  'plans.no-column': 'The plans file {file} has no column {column}.',
  'plans.unreadable':
    'Row {row} of the plans file {file} cannot be split into fields (a quote without its pair, or too long a field).',
  'plans.unknown-indicator': 'Row {row} of the plans file {file}: there is no indicator "{value}".',
  'plans.unknown-unit': 'Row {row} of the plans file {file}: there is no reporting unit "{value}".',
  'plans.not-a-year': 'Row {row} of the plans file {file}: "{value}" is no year.',
  'plans.not-a-count':
    'Row {row} of the plans file {file}: planned "{value}" must be a whole number above 0.',
  'storage.missing':
    'There is no database {file}. For demonstration data run npm run --silent cli -- demo reset; otherwise put a backup in its place.',
  'storage.empty-file':
    'The database {file} is an empty file; it was left as it is. For demonstration data run npm run --silent cli -- demo reset; otherwise replace it by a backup.',
  'storage.foreign':
    'The file {file} is not a Zhibiao database; it was left as it is. Choose another folder with ZHIBIAO_DATA; for demonstration data run npm run --silent cli -- demo reset.',
  'storage.newer':
    'The database {file} was written by a newer version (schema {found}, this program knows {known}); it was left as it is. Use the newer program.',
  'storage.older':
    'The database {file} was written by an older version (schema {found}, needed {known}) and cannot be opened for reading only. Start the server once: it backs up and upgrades.',
  'storage.corrupt':
    'The database {file} is damaged, the check {check} failed: {detail}. It was left as it is; keep a copy of it. For demonstration data run npm run --silent cli -- demo reset; otherwise replace it by a backup.',
  'storage.in-use':
    'The data folder {folder} is in use by another process[[ (pid {pid}, started {startedAt})]]. Stop that one first, or choose another folder with ZHIBIAO_DATA.',
  'storage.read-only':
    '{file} cannot be written. Check whether the disk is read-only and this user may write there.',
  'storage.full':
    'The disk is full and {file} cannot be written; what was stored is unchanged. Make room and try again.',
  'storage.busy': 'Another program holds the database. Try again in a moment.',
  'storage.unsafe-settings':
    'The database engine cannot promise durable writes: {setting} is {found}, needed is {needed}. Install the dependencies anew with npm ci.',
  'storage.failed':
    'The disk failed on {file}: {detail}. Check the disk and its file system, then try again.',
};
