import type { Browser } from 'playwright-core';
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

test('a county sees how it stands beside the others, and that small samples are not punished', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '海丰县 数据员');
  await page.goto(`${product.address}/compare`);
  const matrix = page.getByRole('table').first();
  await matrix.waitFor();
  const headings = await matrix.getByRole('columnheader').allInnerTexts();
  expect(headings.join(' ')).toMatch(/城区[\s\S]*海丰县[\s\S]*陆丰市[\s\S]*陆河县[\s\S]*红海湾[\s\S]*华侨区/);
  // 陆丰市 is significantly below; 华侨区 lies below too, but within noise.
  const manufacturing = matrix.getByRole('row').filter({ hasText: '制造业产品' });
  await expect(manufacturing.innerText()).resolves.toMatch(/90\.6/);
  await expect(page.getByText('显著低于目标').first().isVisible()).resolves.toBe(true);
  // The picture is taken once the charts themselves are there, which come after the words.
  for (const title of ['排名与区间', '漏斗图']) {
    await page.getByRole('region', { name: title }).first().locator('svg, canvas').first().waitFor();
  }
  await page.getByText('格抽检数据一起看').waitFor();
  await keepPicture(page, '04-compare');
  expect(trouble).toEqual([]);
});

test('a county sees only its own alerts', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '陆丰市 数据员');
  await page.goto(`${product.address}/alerts`);
  await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
  await page.getByText('陆丰市').first().waitFor();
  await expect(page.getByRole('main').innerText()).resolves.not.toContain('红海湾');
  await keepPicture(page, '06-alerts-county');
});
