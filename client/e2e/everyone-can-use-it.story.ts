import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

/** Who walks where: pages of figures, and the pages of those who review, audit and administer. */
const walks = [
  [
    '市市场监管局 统计员',
    [
      '/overview',
      '/overview?view=list',
      '/indicators',
      '/indicators/manufacturing-pass-rate',
      '/compare',
      '/alerts',
      '/submissions',
      '/collection',
      '/versions',
      '/sign-in',
    ],
  ],
  ['审核员', ['/review', '/review?view=publish', '/review?view=returned', '/account']],
  ['审计员', ['/audit']],
  ['安全管理员', ['/admin']],
] as const;

const look = async (page: Page, address: string): Promise<void> => {
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
};

test.each(walks)(
  'no page that the %s sees breaks a rule of WCAG 2.2 AA that a machine can check',
  async (who, seen) => {
    const page = await openPage(browser);
    await signInAs(page, product.address, who);
    for (const address of seen) await look(page, address);
  },
);

test('nor do the pages of review, versions, audit and accounts in English', async () => {
  for (const [who, seen] of [
    ['审核员', ['/review', '/versions']],
    ['审计员', ['/audit']],
    ['安全管理员', ['/admin', '/account']],
  ] as const) {
    const page = await openPage(browser);
    await signInAs(page, product.address, who);
    await page.getByRole('button', { name: 'English' }).click();
    for (const address of seen) await look(page, address);
    await page.context().close();
  }
});
