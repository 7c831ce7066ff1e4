// npm run shots [-- --pictures FOLDER]
// Takes a picture of every page of the demonstration that the design has a picture of, into client/e2e/output/sheets; with
// the folder of those pictures each is set beside its own, for people to look at one by one.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startProduct } from '../bench/product.mjs';
import { root } from '../bench/served.mjs';
import { findChromium, howToGetChromium } from '../checks/find-chromium.mjs';
import { drafts, views } from './views.mjs';

const { values } = parseArgs({ options: { pictures: { type: 'string' } } });
const executablePath = findChromium();
if (executablePath === null) {
  process.stderr.write(`${howToGetChromium}\n`);
  process.exit(1);
}
const output = join(root, 'client/e2e/output/sheets');
mkdirSync(output, { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'zhibiao-shots-'));
process.on('exit', () => rmSync(dataFolder, { recursive: true, force: true }));

const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
};

const product = await startProduct({ dataFolder });
/** @type {Record<string, string>} */
const ids = {};
for (const [name, text] of Object.entries(drafts))
  ids[name] = (await product.upload(`2025年三季度 ${name}.csv`, new TextEncoder().encode(text))).submission;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** One view of ours. @param {import('./views.mjs').View} view @returns {Promise<string>} where it lies */
const take = async ({ name, as, path, size }) => {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (as !== null) {
    const signedIn = await context.request.post(`${product.url}/trpc/access.signIn`, {
      headers: { 'X-Requested-With': 'zhibiao', Origin: product.url },
      data: { id: as },
    });
    if (!signedIn.ok()) throw new Error(`${as} cannot sign in: ${signedIn.status()}`);
  }
  const page = await context.newPage();
  await page.goto(product.url + path.replace(/\{(\w+)\}/, (_, draft) => ids[draft] ?? ''));
  // The event stream stays open, so the network is never idle: the page has drawn when its main part is there.
  await page
    .locator(as === null ? 'main' : 'main#content, main.wall, [data-wall], main')
    .first()
    .waitFor();
  await page.waitForTimeout(1_500);
  const file = join(output, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return file;
};

/** The picture of the design and ours on one sheet. @param {string} name @param {string} theirs @param {string} ours */
const beside = async (name, theirs, ours) => {
  const page = await browser.newPage({ viewport: { width: 2400, height: 900 } });
  const image = (/** @type {string} */ file) =>
    `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}" style="width:1180px;border:1px solid #999">`;
  await page.setContent(
    `<body style="margin:8px;font:16px sans-serif"><h1 style="font-size:18px">${name}: design | ours</h1>
     <div style="display:flex;gap:8px;align-items:flex-start">${image(theirs)}${image(ours)}</div></body>`,
  );
  await page.screenshot({ path: join(output, `sheet-${name}.png`), fullPage: true });
  await page.close();
};

for (const view of views) {
  const ours = await take(view);
  const theirs = values.pictures === undefined ? null : join(values.pictures, `${view.name}.png`);
  if (theirs !== null && existsSync(theirs)) await beside(view.name, theirs, ours);
  process.stdout.write(`${view.name}\n`);
}
await browser.close();
await product.stop();
process.stdout.write(`${views.length} pictures in ${output}\n`);
