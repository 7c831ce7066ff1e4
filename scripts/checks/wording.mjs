// Checks the Chinese that people read: full-width punctuation, and no sentence outside its room.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const han = /\p{Script=Han}/u;
/** A Chinese letter beside a half-width mark: ，：；（！？ are meant. */
const halfWidth = /\p{Script=Han}[,:;(!?]|[,;!?]\p{Script=Han}/u;
/** Headings of the exchange format (contract of the CSV files); they are names, not sentences. */
const names = ['合格率(%)'];
/** Ends a line whose Chinese is matched or stored, never read by a person; a reason must follow. */
const exemption = /wording-ok: \S/;

/**
 * @typedef {{ path: string, line: number, rule: 'half-width-punctuation' | 'sentence-outside-wording', text: string }} Complaint
 */

/**
 * What is wrong with the Chinese of one file.
 * @param {string} path from the root, with forward slashes
 * @param {string} text
 * @returns {readonly Complaint[]}
 */
export function wordingComplaints(path, text) {
  if (!han.test(text) || isTest(path)) return [];
  if (path.startsWith('data/') && path.endsWith('.json')) return complaintsInData(path, text);
  if (!/\.tsx?$/.test(path)) return [];
  const literals = literalsIn(path, text).filter(({ text: literal }) => han.test(literal));
  if (path.startsWith('shared/src/wording/'))
    return literals.filter(isHalfWidth).map(complain(path, 'half-width-punctuation'));
  // SQL explains its columns by example; nobody but us reads it.
  if (path.startsWith('server/src/storage/')) return [];
  if (path.startsWith('client/src/') || path.startsWith('server/src/')) {
    const lines = text.split('\n');
    return literals
      .filter(({ line }) => !exemption.test(lines[line - 1] ?? '') && !exemption.test(lines[line - 2] ?? ''))
      .map(complain(path, 'sentence-outside-wording'));
  }
  return [];
}

/** @param {string} path */
const isTest = (path) => /\.(test|story|long)\.tsx?$/.test(path) || path.startsWith('server/src/testing/');

/**
 * @param {string} path
 * @param {Complaint['rule']} rule
 */
const complain =
  (path, rule) =>
  /** @param {Literal} literal @returns {Complaint} */
  ({ line, text }) => ({ path, line, rule, text });

/** @param {Literal} literal */
const isHalfWidth = ({ text }) =>
  halfWidth.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text));

/**
 * Every text that the program could show: string literals, templates with `…` for what is filled in, and
 * text between tags. Comments and regular expressions are not among them.
 * @typedef {{ line: number, text: string }} Literal
 * @param {string} path
 * @param {string} text
 * @returns {Literal[]}
 */
function literalsIn(path, text) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  /** @type {Literal[]} */
  const found = [];
  /** @param {ts.Node} node @returns {void} */
  const visit = (node) => {
    const literal = literalText(node);
    if (literal !== null) {
      found.push({
        line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
        text: literal.trim(),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** @param {ts.Node} node */
function literalText(node) {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}

/**
 * The `zh` fields of a data file, wherever they lie.
 * @param {string} path
 * @param {string} text
 * @returns {Complaint[]}
 */
function complaintsInData(path, text) {
  const lines = text.split('\n');
  return chineseTexts(JSON.parse(text), false)
    .filter((value) => isHalfWidth({ line: 0, text: value }))
    .map((value) => ({
      path,
      line: Math.max(1, lines.findIndex((line) => line.includes(JSON.stringify(value))) + 1),
      rule: 'half-width-punctuation',
      text: value,
    }));
}

/**
 * @param {unknown} value
 * @param {boolean} isChinese whether it stands below a `zh` key
 * @returns {string[]}
 */
function chineseTexts(value, isChinese) {
  if (typeof value === 'string') return isChinese ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => chineseTexts(part, isChinese));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => chineseTexts(part, isChinese || key === 'zh'));
}

/**
 * Files below a folder, as paths from the root.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder)) || folder === 'data/local') return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

const advice = {
  'half-width-punctuation': 'full-width punctuation beside Chinese (，：；（！？)',
  'sentence-outside-wording':
    'sentences for people live in shared/src/wording (or end the line with "// wording-ok: <why>")',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = ['shared/src/wording', 'client/src', 'server/src', 'data'].flatMap((folder) =>
    filesBelow(repository, folder),
  );
  const complaints = paths
    .filter((path) => /\.(tsx?|json)$/.test(path))
    .flatMap((path) => wordingComplaints(path, readFileSync(join(repository, path), 'utf8')));
  for (const { path, line, rule, text } of complaints) {
    console.error(`wording: ${path}:${line}: ${rule}: ${text.slice(0, 60)}\n  ${advice[rule]}`);
  }
  if (complaints.length === 0) console.log(`wording: ${paths.length} files, nothing to say`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
