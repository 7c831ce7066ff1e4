import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './open-browser';
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

const addresses = [
  '/overview',
  '/overview?view=list',
  '/indicators',
  '/indicators/manufacturing-pass-rate',
  '/compare',
  '/alerts',
  '/submissions',
  '/sign-in',
];

test('no page breaks a rule of WCAG 2.2 AA that a machine can check', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '市市场监管局 统计员');
  for (const address of addresses) {
    await page.goto(product.address + address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.locator('.sk').first().waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      address,
    ).toEqual([]);
  }
});
