import { readFile } from 'node:fs/promises';
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

/** What the export button gives, as text. */
const exported = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action=export]').click(),
  ]);
  return readFile(await download.path(), 'utf8');
};

test('an auditor searches the trail, proves it whole and takes a copy away, in both languages', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '审计员');
  await page.goto(`${product.address}/audit`);
  const rows = page.locator('main table tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();

  // By what was done: every publication of the demonstration, and nothing else.
  await page.locator('select[name=event]').selectOption('publication.publish');
  await page.getByRole('button', { name: '查询' }).click();
  await page.waitForURL(/event=publication\.publish/);
  await rows.filter({ hasText: '登录' }).first().waitFor({ state: 'detached' });
  await rows.filter({ hasText: 'publication:1' }).waitFor();
  expect(await rows.count()).toBe(5);
  expect(all).toBeGreaterThan(5);
  await keepPicture(page, '13-audit');
  const chinese = await exported(page);
  expect(chinese.split('\r\n').filter((line) => line.includes('publication:'))).toHaveLength(5);
  expect(chinese).toContain('审核员');

  // By whom: the author who was asked for a correction.
  await page.locator('select[name=event]').selectOption('');
  await page.locator('input[name=person]').fill('农业农村局');
  await page.getByRole('button', { name: '查询' }).click();
  await page.waitForURL(/person=/);
  await rows.filter({ hasText: '提交审核' }).first().waitFor();
  await rows.filter({ hasText: 'publication:' }).first().waitFor({ state: 'detached' });
  expect(await rows.filter({ hasText: '审核员' }).count()).toBe(0);

  await page.locator('[data-action=verify]').click();
  await page.getByText(/^核验通过：共 \d+ 条记录首尾相连/).waitFor();

  // In English the page, the search and the copy speak English; what people are called is data.
  await page.goto(`${product.address}/audit?event=publication.publish`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await rows.filter({ hasText: 'Published' }).first().waitFor();
  expect(await rows.count()).toBe(5);
  await keepPicture(page, 'en-audit');
  const english = await exported(page);
  expect(english.split('\r\n').filter((line) => line.includes('publication:'))).toHaveLength(5);
  expect(english).not.toMatch(/审核员/);
  expect(trouble).toEqual([]);
});

test('nobody else reads it: an administrator is told so, and the copy is refused', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '领导小组成员');
  await page.goto(`${product.address}/audit`);
  await page.getByText('审计记录只对审计员开放').waitFor();
  expect((await page.request.get(`${product.address}/api/audit.csv`)).status()).toBe(403);
});
