import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage, watchTrouble } from './open-browser';
import { signInAs } from './sign-in-as';
import { startProduct, type Product } from './start-product';

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await openPage(browser);
  await signInAs(page, product.address, '市市场监管局 统计员');
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const sheet = [
  '指标,地区,期间,合格数,抽检数',
  '食品抽检合格率,城区,2019Q1,9O,100',
  '食品抽检合格率,海丰县,2019Q1,95,100',
  '食品抽检合格率,陆丰市,2019Q1,120,100',
].join('\r\n');

const cell = (name: string) => page.locator(`[data-cell=${name}]`);
const says = (name: string, text: string): Promise<void> => cell(name).filter({ hasText: text }).waitFor();
const errors = (count: number): Promise<void> => page.locator(`.standing[data-errors="${count}"]`).waitFor();

/** Pastes as a spreadsheet does: the clipboard of a browser without a screen is not to be had. */
const paste = (text: string): Promise<void> =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);

test('two errors are mended by keyboard, a block is pasted at one stroke, and each is undone and done again', async () => {
  const trouble = watchTrouble(page);
  await page.goto(`${product.address}/submissions`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '一季度.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet),
    });
  await page.locator('main[data-step=check]').waitFor();
  await errors(2);
  await page.keyboard.press('F8');
  await page.keyboard.type('90');
  await page.keyboard.press('Enter');
  await errors(1);
  await page.keyboard.press('F8');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await errors(0);

  await cell('D2').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.sheet .chosen').count()).resolves.toBe(4);
  await paste('181\t190\r\n192\t200\r\n');
  await says('E3', '200');
  await says('D2', '181');
  await keepPicture(page, '05b-block');
  await page.keyboard.press('Control+z');
  await says('E3', '100');
  await says('D2', '90');
  await page.keyboard.press('Control+y');
  await says('D3', '192');
  // What goes beyond the sheet is not written at all, and says why.
  await cell('E4').click();
  await paste('1\t2');
  await page.locator('[data-note=beyond]').getByText('从 E4 起只有').waitFor();
  await says('E4', '100');
  expect(trouble).toEqual([]);
});

test('what is written while the network is away is kept, survives a reload, and arrives', async () => {
  const address = page.url();
  await page.context().setOffline(true);
  await cell('D4').dblclick();
  await page.locator('[data-action=cell-text]').fill('98');
  await page.locator('[data-action=save-cell]').click();
  await says('D4', '98');
  await page.locator('[data-note=away]').getByText('1 处改动已存在本机').waitFor();
  await keepPicture(page, '05b-away');
  // The next step waits until the server has looked.
  await expect(page.locator('[data-action=to-changes]').isDisabled()).resolves.toBe(true);
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(address);
  await says('D4', '98');
  await page.locator('[data-note=away]').waitFor({ state: 'detached' });
  await page.locator('a[data-action=to-changes]').click();
  await page.getByText('98').first().waitFor();
  // The server's own reading says it too, without anything kept on this machine.
  await expect(
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhibiao.edits'))),
  ).resolves.toEqual([]);
  await page.goBack();
  await says('D4', '98');
});

test('what is written after the session has ended is kept until its writer is back', async () => {
  const address = page.url();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await cell('D3').dblclick();
  await page.locator('[data-action=cell-text]').fill('193');
  const refused = page.waitForResponse((response) => response.status() === 401);
  await page.locator('[data-action=save-cell]').click();
  await page.waitForFunction(() =>
    Object.keys(localStorage).some(
      (key) => key.startsWith('zhibiao.edits') && localStorage.getItem(key)?.includes('193'),
    ),
  );
  await refused;
  await page.context().addCookies(cookies);
  await page.goto(address);
  await says('D3', '193');
  await page.locator('a[data-action=to-changes]').waitFor();
});

test('two windows on one draft, both away from the network, lose nothing of each other', async () => {
  const address = page.url();
  const other = await page.context().newPage();
  await other.goto(address);
  await other.locator('[data-cell=D4]').filter({ hasText: '98' }).waitFor();
  await page.context().setOffline(true);
  for (const [window, name, text] of [
    [page, 'D3', '181'],
    [other, 'D4', '97'],
  ] as const) {
    await window.locator(`[data-cell=${name}]`).dblclick();
    await window.locator('[data-action=cell-text]').fill(text);
    await window.locator('[data-action=save-cell]').click();
    await window.locator('[data-note=away]').getByText('1 处改动已存在本机').waitFor();
  }
  await other.close();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(address);
  await says('D3', '181');
  await says('D4', '97');
  await page.locator('a[data-action=to-changes]').waitFor();
  await expect(
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhibiao.edits'))),
  ).resolves.toEqual([]);
});
