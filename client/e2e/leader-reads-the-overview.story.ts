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

test('a leader reads which targets are met, which are in danger, and whom to ask', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '领导小组成员');
  await page
    .getByRole('heading', { name: /12 项指标：4 项达标，4 项临界，2 项未达标，2 项待数据/ })
    .waitFor();
  await expect(page.getByText('演示数据').first().isVisible()).resolves.toBe(true);

  const manufacturing = page.getByRole('article').filter({ hasText: '制造业产品质量合格率' });
  await expect(manufacturing.innerText()).resolves.toMatch(/未达标[\s\S]*94\.2[\s\S]*880 \/ 934 批/);
  await expect(manufacturing.innerText()).resolves.toContain('低于目标 0.6 个百分点，多 6 批不合格');
  // Every indicator that has a figure has its gauge drawn.
  await page.getByRole('article').first().locator('svg path').first().waitFor();
  const drawn = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.filter((card) => card.querySelector('svg path') !== null).length);
  expect(drawn).toBeGreaterThanOrEqual(7);
  await keepPicture(page, '01-overview');

  await page.getByRole('link', { name: '列表' }).click();
  await page.getByRole('table').first().waitFor();
  await keepPicture(page, '01b-overview-list');
  await page.goBack();
  await page.getByRole('article').first().waitFor();

  await manufacturing.getByRole('link').first().click();
  await page.waitForURL(/\/indicators\/manufacturing-pass-rate/);
  await page.getByRole('heading', { level: 1, name: '制造业产品质量合格率' }).waitFor();
  await page.getByText('一（二）').first().waitFor();
  await keepPicture(page, '03-indicator');
  expect(trouble).toEqual([]);
});

test('every change opens its computation, on the overview and in the rows of past quarters', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '领导小组成员');
  const works = page.getByRole('article').filter({ hasText: '一次验收合格率' });
  await works.getByRole('link', { name: '−2.2' }).click();
  await page.getByText('45 ÷ 46 − 45 ÷ 45 = 97.8261% − 100.0000% = −2.1739 个百分点').waitFor();
  const spring = page.getByRole('row').filter({ hasText: '2025 年二季度' });
  await spring.getByRole('link', { name: '93.8' }).click();
  await page.waitForURL(/period=2025-Q2&basis=single#how$|basis=single&period=2025-Q2#how$/);
  await page.getByText('15 ÷ 16 = 93.7500%，显示为 93.8%').waitFor();
  await spring.getByRole('link', { name: '−6.3' }).first().click();
  const asked = page.locator('.asked');
  await asked.filter({ hasText: '环比（与 2025 年一季度相比）' }).waitFor();
  await expect(asked.count()).resolves.toBe(1);
});

test('an earlier quarter is one step back, and the address says which', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '领导小组成员');
  await page.getByRole('article').first().waitFor();
  await page.getByRole('link', { name: '上一期' }).click();
  await page.waitForURL(/period=2025-Q2/);
  await page.getByText('数据截至 2025-06-30').waitFor();
  await page.goto(`${product.address}/overview?period=1999-Q1`);
  await page.getByText('不是可选的报告期').waitFor();
});

test('on a phone the worst comes first and everything fits the width', async () => {
  const page = await openPage(browser, 'phone');
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '领导小组成员');
  // The card in full is the one that the sentence above it names.
  await page.getByText('最需关注：公路水运工程质量一次验收合格率').waitFor();
  await page.getByRole('main').getByRole('heading', { name: '公路水运工程质量一次验收合格率' }).waitFor();
  await expect(page.getByRole('link', { name: '97.8%' }).count()).resolves.toBe(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await keepPicture(page, '09-mobile');
  expect(trouble).toEqual([]);
});
