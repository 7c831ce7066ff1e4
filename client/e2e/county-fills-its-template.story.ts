import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, watchTrouble } from './open-browser';
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

/** What a clerk does to the template: two whole numbers a row. */
const filled = async (path: string): Promise<Buffer> => {
  const { sheets } = await readXlsx(await readFile(path));
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows }, place) => ({
      name,
      rows: rows.map((row, at) =>
        place > 0 || at === 0 ? row : row.map((cell, column) => (column === 4 || column === 5 ? 60 : cell)),
      ),
    })),
  });
  return Buffer.from(bytes);
};

test('a county is told what it owes, and the template it fills is read without a question', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '海丰县 数据员');
  await page.goto(`${product.address}/submissions`);
  await page.getByText('2025 年三季度待报 7 项，10 月 10 日截止').waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载这一期的模板' }).click(),
  ]);
  const buffer = await filled(await download.path());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: '填好的模板.xlsx', mimeType, buffer });
  // Not one question about columns or names: the check finds nothing to mend.
  await page.locator('main[data-step=check]').waitFor();
  await page.getByRole('link', { name: '看变化' }).first().click();
  await page.locator('main[data-step=changes]').waitFor();
  expect(trouble).toEqual([]);
});

test('the lead bureau sees who owes what, the longest overdue first', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/collection`);
  const late = page.getByRole('table').first();
  await late.waitFor();
  expect((await late.getByRole('row').nth(1).innerText()).replaceAll(/\s+/g, ' ')).toContain(
    '逾期 361 天 陆河县 水利工程质量抽检合格率 2024 年三季度',
  );
  await page
    .getByRole('row', { name: /^海丰县/ })
    .getByText('剩 4 天')
    .first()
    .waitFor();
  await page.getByRole('link', { name: '2024 年三季度' }).click();
  await page
    .getByRole('row', { name: /^陆河县/ })
    .getByText('逾期 361 天')
    .first()
    .waitFor();
  expect(page.url()).toContain('period=2024-Q3');
});
