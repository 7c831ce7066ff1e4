import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage, watchTrouble } from './open-browser';
import { signInAs } from './sign-in-as';
import { startProduct, type Product } from './start-product';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  // The sixth of October: nobody has sent the third quarter yet.
  [product, browser] = await Promise.all([
    startProduct({ ZHIBIAO_CLOCK: '2025-10-06T02:00:00.000Z' }),
    openBrowser(),
  ]);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

// As county notices are worded; the counts come from it, the place and the time do not.
const notice = '11个食品大类共49批次样品，其中合格样品48批次、不合格样品1批次';

test('a sentence of a notice becomes a row, which a person completes, confirms and hands in', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/submissions`);
  await page.locator('[data-action=sentence]').fill(notice);
  await page.getByText('读出 1 行，请逐行确认').waitFor();

  // What the sentence says is there, what it leaves out is asked for: nothing is guessed.
  const row = page.locator('.sentence-row');
  await expect(row.getByLabel('抽检数').inputValue()).resolves.toBe('49');
  await expect(row.getByLabel('合格数').inputValue()).resolves.toBe('48');
  const send = page.locator('[data-action=sentence-send]');
  expect(await send.isDisabled()).toBe(true);
  await row.getByLabel('指标').selectOption({ label: '食品抽检合格率' });
  await row.getByLabel('地区').selectOption({ label: '陆河县' });
  await row.getByLabel('期间').selectOption('2025-Q3');
  await row.scrollIntoViewIfNeeded();
  await keepPicture(page, '05h-upload-sentence');
  await send.click();

  // From here on it is a file like any other: checked, compared, handed in.
  await page.locator('main[data-step=check]').waitFor();
  await page.getByText('没有错误，可以看变化').waitFor();
  await page.locator('[data-action=to-changes]').click();
  await page.locator('main[data-step=changes]').waitFor();
  const change = page.getByRole('row', { name: /食品抽检合格率/ }).first();
  expect((await change.innerText()).split(/\s+/)).toEqual(
    expect.arrayContaining(['陆河县', '年三季度', '49', '48', '98.0']),
  );
  // The county usually takes three times as many: no error, but it must be said why.
  await page.getByText(/与以往.*相差三倍以上/).waitFor();
  await page.getByRole('textbox', { name: /情况说明/ }).fill('本季度只抽检 11 个食品大类。');
  await page.locator('[data-action=commit]').click();
  await page.getByText('已提交，等待审核').first().waitFor();

  // The words that the figure was taken from go with it: the reviewer finds them in the original.
  const reviewer = await openPage(browser);
  await signInAs(reviewer, product.address, '审核员');
  await reviewer.goto(`${product.address}/review`);
  const waiting = reviewer.locator('li[data-submission]').filter({ hasText: '通报文字.csv' });
  await waiting.getByRole('link').click();
  await reviewer.getByRole('heading', { name: '通报文字.csv' }).waitFor();
  await reviewer.locator('[data-action=take]').click();
  const [original] = await Promise.all([
    reviewer.waitForEvent('download'),
    reviewer.locator('a[href^="/api/originals/"]').first().click(),
  ]);
  expect(await readFile(await original.path(), 'utf8')).toContain(notice);
  await reviewer.locator('[data-action=approve]').click();
  await waiting.waitFor({ state: 'detached' });
  expect(trouble).toEqual([]);
});
