import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, watchTrouble } from './open-browser';
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

test('the overview stands with eight requests, and asks for no figure a second time', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '领导小组成员');
  // Signing in leads to the overview without a new page; what it asks for then is another matter.
  await page.getByRole('heading', { name: /12 项指标/ }).waitFor();
  await page.locator('[_echarts_instance_] svg path').first().waitFor();
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(product.address)) requests.push(new URL(request.url()).pathname);
  });
  await page.goto(`${product.address}/overview`);
  await page.getByRole('heading', { name: /12 项指标/ }).waitFor();
  // Alive: drawn by the chart library, the last thing the page waits for.
  await page.locator('[_echarts_instance_] svg path').first().waitFor();
  expect(requests.filter((path) => path.startsWith('/trpc/'))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(8);
  await expect(page.locator('#first-view').count()).resolves.toBe(0);
  expect(trouble).toEqual([]);
});
