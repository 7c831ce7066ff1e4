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

const pages = [
  ['overview', '/overview'],
  ['indicators', '/indicators'],
  ['indicator', '/indicators/food-pass-rate'],
  ['compare', '/compare'],
  ['alerts', '/alerts'],
  ['submissions', '/submissions'],
] as const;

/** Words of one alphabet that a reader of the other language sees; quotations and what people typed are theirs. */
const foreignWords = async (page: Page, pattern: RegExp): Promise<readonly string[]> => {
  const text = await page.evaluate(() => {
    const reader = document.documentElement.lang.slice(0, 2);
    const quoted = [...document.querySelectorAll<HTMLElement>('body [lang]')].filter(
      (element) => !element.lang.startsWith(reader),
    );
    const typed = document.querySelectorAll<HTMLElement>('tr[data-submission]');
    const hidden = [...quoted, ...typed];
    for (const element of hidden) element.style.display = 'none';
    const seen = document.body.innerText;
    for (const element of hidden) element.style.display = '';
    return seen;
  });
  return [...new Set(text.match(pattern) ?? [])];
};

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
};

test('every page speaks Chinese throughout, with full-width punctuation', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '统计员');
  for (const [name, path] of pages) {
    await page.goto(product.address + path);
    await settled(page);
    // File types and names of programs are no foreign words.
    const english = await foreignWords(page, /[A-Za-z]{3,}/g);
    const known = new Set([
      'English',
      'xlsx',
      'csv',
      'CSV',
      'UTF',
      'GB18030',
      'Excel',
      'WPS',
      'Wilson',
      'Ctrl',
    ]);
    expect(
      english.filter((word) => !known.has(word)),
      name,
    ).toEqual([]);
    const halfWidth = await foreignWords(page, /[\u4e00-\u9fff][,:;!?]/g);
    expect(halfWidth, name).toEqual([]);
  }
  expect(trouble).toEqual([]);
});

test('every page speaks English throughout after one press', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '统计员');
  await page.getByRole('button', { name: 'English' }).click();
  for (const [name, path] of pages) {
    await page.goto(product.address + path);
    await settled(page);
    const chinese = await foreignWords(page, /[\u4e00-\u9fff]+/g);
    expect(chinese, name).toEqual([]);
    await keepPicture(page, `en-${name}`);
  }
  expect(trouble).toEqual([]);
});
