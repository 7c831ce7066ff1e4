// Text that a machine would run: HTML made from strings (reliability.md G7) and SQL made from strings (G9).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Ends a line above or beside what is safe for a reason that must follow. */
const exemption = /text-ok: \S/;

/** The one file where HTML is written as text; every gap in it is escaped. */
const htmlRoom = 'client/src/charts/reading-html.ts';
/** The one folder that hands text to a database. */
const sqlRoom = 'server/src/storage/';
const engineRoom = 'server/src/storage/sqlite/';

const tag = /<\/?[a-z!]/i;
const sqlWord =
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|ATTACH|DETACH|VACUUM|PRAGMA|WITH|BEGIN)\s/i;
const forbiddenSql = /\b(?:ATTACH\s+DATABASE|load_extension|writable_schema)\b/i;
/** What charts draw as text, never as HTML. */
const drawnAsText = new Set(['axisLabel', 'label', 'endLabel', 'nameTextStyle', 'edgeLabel', 'detail']);
const htmlSinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'srcdoc',
  'createContextualFragment',
]);
const htmlOptions = new Set(['optionToContent', 'extraCssText', 'sublink']);

/**
 * @typedef {'html-in-string' | 'html-sink' | 'formatter-unescaped' | 'tooltip-unescaped' | 'gap-unescaped' | 'sql-from-strings' | 'sql-outside-storage' | 'sql-reaches-out'} Rule
 * @typedef {{ path: string, line: number, rule: Rule, text: string }} Complaint
 */

/**
 * What of one file could be run as HTML or SQL.
 * @param {string} path from the root, with forward slashes
 * @param {string} text
 * @returns {readonly Complaint[]}
 */
export function unsafeTexts(path, text) {
  if (!/\.tsx?$/.test(path) || /\.(test|story|long|fixture)\.tsx?$/.test(path)) return [];
  if (path.startsWith('server/src/testing/') || path.startsWith('server/src/storage/contract/')) return [];
  const rules = path.startsWith('client/src/') ? htmlRules : path.startsWith('server/src/') ? sqlRules : null;
  if (rules === null) return [];
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  /** @type {Complaint[]} */
  const found = [];
  /** @param {ts.Node} node @returns {void} */
  const visit = (node) => {
    for (const rule of rules(path, node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ path, line, rule, text: node.getText(file).slice(0, 80) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const lines = text.split('\n');
  return found.filter(({ line }) => !exemption.test(`${lines[line - 2] ?? ''}\n${lines[line - 1] ?? ''}`));
}

/**
 * @param {string} path
 * @param {ts.Node} node
 * @returns {Rule[]}
 */
function htmlRules(path, node) {
  if (path === htmlRoom) {
    if (!ts.isTemplateSpan(node) || !tag.test(wholeTemplate(node.parent))) return [];
    return isEscaped(node.expression) ? [] : ['gap-unescaped'];
  }
  if (isTextPart(node) && tag.test(node.text)) return ['html-in-string'];
  if (ts.isIdentifier(node) && htmlSinks.has(node.text)) return ['html-sink'];
  if (ts.isPropertyAccessExpression(node) && /^document\.writel?n?$/.test(node.getText()))
    return ['html-sink'];
  if (!ts.isPropertyAssignment(node) && !ts.isMethodDeclaration(node)) return [];
  const name = nameOf(node.name);
  if (htmlOptions.has(name)) return ['html-sink'];
  if (name === 'tooltip' && ts.isPropertyAssignment(node)) {
    return isSafeTooltip(node.initializer) ? [] : ['tooltip-unescaped'];
  }
  if (name !== 'formatter') return [];
  const value = ts.isPropertyAssignment(node) ? node.initializer : node;
  // A text has gaps of its own language, and a tooltip takes it for HTML: a function must say what is shown.
  if (isLabel(node)) return [];
  return callsHelper(value) || isRichText(node.parent) ? [] : ['formatter-unescaped'];
}

/**
 * @param {string} path
 * @param {ts.Node} node
 * @returns {Rule[]}
 */
function sqlRules(path, node) {
  if (isTextPart(node) && forbiddenSql.test(node.text)) return ['sql-reaches-out'];
  if (ts.isIdentifier(node) && /^(loadExtension|enableLoadExtension|unsafeMode)$/.test(node.text)) {
    return ['sql-reaches-out'];
  }
  if (ts.isTemplateExpression(node) && sqlWord.test(node.head.text) && !isSqlTag(node.parent)) {
    return isPragmaValue(path, node) ? [] : ['sql-from-strings'];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return isTextPart(node.left) && sqlWord.test(node.left.text) ? ['sql-from-strings'] : [];
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const receiver = expression.getText();
  const [argument] = node.arguments;
  if (/^(raw|lit)$/.test(name.text) && /^(sql|CompiledQuery)$/.test(receiver)) {
    return argument !== undefined && ts.isStringLiteralLike(argument) ? [] : ['sql-from-strings'];
  }
  const isDatabase = /(^|\.)(database|db|connection|sqlite)$/i.test(receiver);
  if (!isDatabase || !/^(prepare|exec|pragma)$/.test(name.text)) return [];
  if (!path.startsWith(sqlRoom)) return ['sql-outside-storage'];
  if (argument === undefined || !(ts.isTemplateExpression(argument) || ts.isBinaryExpression(argument)))
    return [];
  return name.text === 'pragma' && ts.isTemplateExpression(argument) && isPragmaValue(path, argument)
    ? []
    : ['sql-from-strings'];
}

/**
 * A pragma takes no bound value: a name written out, then the value.
 * @param {string} path
 * @param {ts.TemplateExpression} template
 */
const isPragmaValue = (path, template) =>
  path.startsWith(engineRoom) && /^\w+ = $/.test(template.head.text) && template.templateSpans.length === 1;

/** @param {ts.Node} node */
const isSqlTag = (node) => ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText());

/** @param {ts.Node} node @returns {node is ts.LiteralLikeNode} */
const isTextPart = (node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

/** @param {ts.TemplateExpression} template */
const wholeTemplate = (template) =>
  template.head.text + template.templateSpans.map((span) => span.literal.text).join('');

/** @param {ts.Expression} gap a call of the escaping function, or a colour of ours */
const isEscaped = (gap) =>
  (ts.isCallExpression(gap) && gap.expression.getText() === 'escapeHtml') ||
  /^palette\.\w+$/.test(gap.getText());

/** @param {ts.PropertyName} name */
const nameOf = (name) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '');

/** @param {ts.Node} node whether it stands inside something that charts draw as text */
function isLabel(node) {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isPropertyAssignment(at) && drawnAsText.has(nameOf(at.name))) return true;
    if (ts.isVariableDeclaration(at) && drawnAsText.has(at.name.getText())) return true;
  }
  return false;
}

/** @param {ts.Expression} value */
const isSafeTooltip = (value) =>
  (ts.isCallExpression(value) && value.expression.getText() === 'readingTooltip') ||
  /^\{ show: false \}$/.test(value.getText()) ||
  isRichText(value);

/** @param {ts.Node} object */
const isRichText = (object) =>
  ts.isObjectLiteralExpression(object) && /renderMode: 'richText'/.test(object.getText());

/** @param {ts.Node} value a function that hands its text to the escaping helper */
const callsHelper = (value) =>
  (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isMethodDeclaration(value)) &&
  /\breadingHtml\(/.test(value.getText());

/**
 * Files below a folder, as paths from the root.
 * @param {string} folder
 * @returns {string[]}
 */
const filesBelow = (folder) =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );

/** @type {Record<Rule, string>} */
const advice = {
  'html-in-string': `HTML as text is written in ${htmlRoom} only`,
  'html-sink': 'React draws text as text; nothing else may take it for HTML',
  'formatter-unescaped':
    'a formatter of a tooltip must give back readingHtml(…), or say renderMode: richText',
  'tooltip-unescaped': 'tooltip: readingTooltip(…) escapes what comes from data',
  'gap-unescaped': 'every gap between tags is escapeHtml(…)',
  'sql-from-strings': 'values are bound: use the query builder or sql`…`',
  'sql-outside-storage': 'only server/src/storage knows a database',
  'sql-reaches-out': 'no statement may open another file or load code',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = ['client/src', 'server/src'].flatMap(filesBelow);
  const complaints = paths.flatMap((path) => unsafeTexts(path, readFileSync(join(repository, path), 'utf8')));
  for (const { path, line, rule, text } of complaints) {
    console.error(`unsafe text: ${path}:${line}: ${rule}: ${text}\n  ${advice[rule]}`);
  }
  if (complaints.length === 0) console.log(`unsafe text: ${paths.length} files, nothing to say`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
