import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage, watchTrouble } from './open-browser';
import { signInAs } from './sign-in-as';
import { startProduct, type Product } from './start-product';

let product: Product;
let browser: Browser;
let county: Page;
let reviewer: Page;
let trouble: readonly string[];

const produce = '华侨区 农产品监测';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  [county, reviewer] = await Promise.all([openPage(browser), openPage(browser)]);
  trouble = watchTrouble(county);
  await signInAs(county, product.address, '华侨区 数据员');
  await signInAs(reviewer, product.address, '审核员');
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const drawerOf = (page: Page) => page.getByRole('complementary', { name: produce });
const stateIs = (page: Page, state: string): Promise<void> =>
  page.locator(`aside[data-state="${state}"]`).waitFor();

const opens = async (page: Page, view: string): Promise<void> => {
  await page.goto(`${product.address}/alerts?view=${view}`);
  await page.getByRole('link', { name: produce }).click();
  await drawerOf(page).waitFor();
};

/** Presses the button of an act, says what there is to say, and sends it. */
const does = async (page: Page, act: string, text: string, fill?: () => Promise<unknown>): Promise<void> => {
  await drawerOf(page).locator(`footer [data-act="${act}"]`).click();
  const form = page.locator(`form[data-act="${act}"]`);
  await form.locator('[name="text"]').fill(text);
  await fill?.();
  await form.locator('[type="submit"]').click();
  await form.waitFor({ state: 'detached' });
};

test('a relapse waits for the county, which signs for it, plans and hands in its evidence', async () => {
  await opens(county, 'mine');
  await stateIs(county, 'new');
  await expect(drawerOf(county).innerText()).resolves.toContain('再次触发预警');
  await does(county, 'sign', '');
  await stateIs(county, 'signed-for');
  await does(county, 'plan', '两家合作社用药不当。', async () => {
    await county.locator('[name="what-1"]').fill('统一供药并逐批快检');
    await county.locator('[name="by-1"]').fill('2025-11-10');
  });
  await stateIs(county, 'under-way');
  await does(county, 'hand-in', '快检 40 批。', async () => {
    await county.locator('[name="evidence"]').setInputFiles({
      name: '快检记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 快检记录'),
    });
    await county.locator('[name="total"]').fill('40');
    await county.locator('[name="passes"]').fill('40');
  });
  await opens(county, 'rectification');
  await stateIs(county, 'to-verify');
  await keepPicture(county, '06-rectification-county');
  // Nothing waits for the county any more, and it may not verify its own work.
  await expect(drawerOf(county).locator('footer button').count()).resolves.toBe(0);
});

test('the reviewer sends it back with a reason, and closes it once it is answered', async () => {
  await opens(reviewer, 'mine');
  const [file] = await Promise.all([
    reviewer.waitForEvent('download'),
    drawerOf(reviewer).getByRole('link', { name: '快检记录.pdf' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('快检记录.pdf');
  await drawerOf(reviewer).locator('footer [data-act="return"]').click();
  await reviewer.locator('form[data-act="return"] [type="submit"]').click();
  await reviewer.getByRole('alert').filter({ hasText: '请写明情况' }).waitFor();
  await reviewer.locator('form[data-act="return"] [name="text"]').fill('请附快检记录编号');
  await reviewer.locator('form[data-act="return"] [type="submit"]').click();
  await reviewer.locator('form[data-act="return"]').waitFor({ state: 'detached' });

  // The county's page hears of it by itself.
  await stateIs(county, 'under-way');
  await drawerOf(county).getByText('请附快检记录编号').waitFor();
  await does(county, 'hand-in', '快检记录 HQ-2025-101 至 140。');

  await opens(reviewer, 'rectification');
  await stateIs(reviewer, 'to-verify');
  await does(reviewer, 'close', '措施到位，四季度再看');
  await stateIs(reviewer, 'closed');
  await drawerOf(reviewer).getByText('系统复核：橙色预警').waitFor();
  await keepPicture(reviewer, '06-rectification-closed');
});

test('a leader reads the light of what is overdue, and the mark of what was late, in both languages', async () => {
  const leader = await openPage(browser);
  await signInAs(leader, product.address, '领导小组成员');
  await leader.goto(`${product.address}/alerts?view=rectification`);
  await leader.getByText('逾期 36 天').first().waitFor();
  await leader.getByText('逾期 3 天后办结').waitFor();
  await leader.getByRole('button', { name: 'English' }).click();
  await leader.getByText('36 days late').first().waitFor();
  await leader.getByText('Closed, 3 days late').waitFor();
  // The ledger of the year, and the same as a workbook.
  await leader.getByRole('link', { name: 'Ledger' }).click();
  await leader.locator('[data-table="lines"]').getByText('YJ-2025-004').waitFor();
  const [file] = await Promise.all([
    leader.waitForEvent('download'),
    leader.locator('[data-action="export"]').click(),
  ]);
  expect(file.suggestedFilename()).toBe('rectifications-2025.xlsx');
  await leader.close();
  expect(trouble).toEqual([]);
});
