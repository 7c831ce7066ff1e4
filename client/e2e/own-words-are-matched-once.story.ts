import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage, watchTrouble } from './open-browser';
import { signInAs } from './sign-in-as';
import { startProduct, type Product } from './start-product';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** A bureau's own report: failures in place of passes, a column and a place that only they call so, no period. */
const report = (title: string): string =>
  [
    `${title}食品安全监督抽检情况`,
    '县区,抽检批次数,问题批次,样品去向',
    '陆丰市,100,2,市质检所',
    '湾区新城,90,1,市质检所',
  ].join('\r\n');

const send = async (page: Page, name: string, text: string): Promise<void> => {
  await page.goto(`${product.address}/submissions`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
};

test('a report in its own words is matched once, and the next one of the same headings needs no matching', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await send(page, '监督抽检情况.csv', report(''));
  await page.locator('main[data-step=map]').waitFor();
  // What nobody can know is asked: the period of the whole sheet and the column, then the place.
  const period = page.locator('tr[data-question=subject]').filter({ hasText: '没有写是哪一期的数' });
  await period.locator('select').selectOption({ label: '2025 年三季度' });
  const column = page.locator('tr[data-question=heading]').filter({ hasText: '样品去向' });
  await expect(column.locator('select').inputValue()).resolves.toBe('ignored');
  await keepPicture(page, '05a-map');
  await page.locator('[data-action=map-confirm]').click();
  const place = page.locator('tr[data-question=name]').filter({ hasText: '湾区新城' });
  await place.locator('select').selectOption('red-bay');
  await period.waitFor({ state: 'detached' });
  await page.locator('[data-action=map-confirm]').click();
  await page.locator('main[data-step=check]').waitFor();
  await page.getByText('没有错误，可以看变化').waitFor();
  await page.locator('[data-action=to-changes]').click();
  await page.getByText('与库里现有数据比').waitFor();

  // The next report names its period; place and column are known by now, and the page says from when.
  await send(page, '监督抽检情况二季度.csv', report('2025年第二季度'));
  await page.locator('main[data-step=check]').waitFor();
  await page.getByText('没有错误，可以看变化').waitFor();
  await page.getByRole('link', { name: '对应' }).click();
  await page.getByText(/已沿用 2025-10-16 确认的对应关系/).waitFor();
  await keepPicture(page, '05a-map-remembered');
  await page.locator('[data-action=forget-layout]').click();
  await page.locator('tr[data-question=name]').filter({ hasText: '湾区新城' }).waitFor();
  expect(trouble).toEqual([]);
});
