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

const openWall = async (search = ''): Promise<Page> => {
  const page = await openPage(browser, 'wall');
  await signInAs(page, product.address, '领导小组成员');
  await page.goto(`${product.address}/wall${search}`);
  await page.locator('.wall-focus h2').waitFor();
  return page;
};

const focus = (page: Page): Promise<string> => page.locator('.wall-focus h2').innerText();

test('the wall begins with the worst, goes on by itself, and a key holds it and turns it', async () => {
  const page = await openWall('?speed=10');
  const trouble = watchTrouble(page);
  // The two that are red come before the four that are amber.
  expect(await focus(page)).toBe('制造业产品质量合格率');
  await page.getByRole('heading', { name: /公路水运/ }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('已暂停').waitFor();
  expect(await focus(page)).toBe('制造业产品质量合格率');
  await page.getByText('陆丰市', { exact: true }).waitFor();
  // Nothing is smaller than can be read from five metres, nothing leaves the canvas.
  const small = await page.locator('.wall *').evaluateAll((elements) =>
    elements
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 24)
      .map((element) => element.textContent),
  );
  expect(small).toEqual([]);
  for (const language of ['zh', 'en']) {
    const cut = await page.locator('.wall *').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
        })
        .map((element) => element.getAttribute('class')),
    );
    expect([language, cut]).toEqual([language, []]);
    await keepPicture(page, `02-wall-${language}`);
    if (language === 'en') continue;
    await page.evaluate(() => localStorage.setItem('zhibiao.language', 'en'));
    await page.reload();
    await page.getByRole('heading', { name: /Manufactured products/ }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/overview/);
  expect(trouble).toEqual([]);
});

test('when the line is down the wall keeps its figures, says of when they are, and comes back by itself', async () => {
  const page = await openWall();
  await product.halt();
  await page.getByText(/连接中断，显示的是 \d\d:\d\d 的数据/).waitFor();
  expect(await page.locator('.wall.stale').count()).toBe(1);
  expect(await page.locator('.wall-cards li').count()).toBe(12);
  await product.resume();
  await page.locator('.wall:not(.stale)').waitFor();
  await page.getByText(/数据截至 2025-09-30，第 \d 版/).waitFor();
});
