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

/** 陆丰市's third quarter again, six batches passed on re-examination; one cell has a word in it, one its digits swapped. */
const quarter = [
  '指标,地区,期间,合格数,抽检数,合格率(%),备注',
  '制造业产品质量合格率,陆丰市,2025Q3,95,97批,97.9,复检合格 6 批',
  '制造业产品质量合格率,城区,2025Q3,46,66,97.0,',
].join('\r\n');

const choose = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

test('a statistician sends a quarter: error at a cell, fixed, a headline turns, stored, seen by everyone', async () => {
  const leader = await openPage(browser);
  await signInAs(leader, product.address, '领导小组成员');
  const card = leader.getByRole('article').filter({ hasText: '制造业产品质量合格率' });
  await card.getByText('未达标').waitFor();

  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/submissions`);
  await page.getByRole('heading', { level: 1, name: '数据报送' }).waitFor();
  await keepPicture(page, '05a-upload-choose');
  await choose(page, '2025年三季度更正.csv', quarter);

  // The error stands at the cell that the spreadsheet shows as E2.
  await page.locator('main[data-step=check]').waitFor();
  const cell = page.locator('[data-cell=E2]').first();
  await expect(cell.getAttribute('aria-invalid')).resolves.toBe('true');
  await page.getByText('还有 1 处错误须改正').waitFor();
  await keepPicture(page, '05b-upload-check');
  await cell.dblclick();
  await page.locator('[data-action=cell-text]').fill('97');
  await page.locator('[data-action=save-cell]').click();
  await page.getByText('没有错误，可以看变化').waitFor();

  // 46 of 66 fits neither its own rate nor the quarters before: the slip is offered, a click undoes it.
  const strange = page.locator('[data-issue="submission.rate-mismatch"]');
  await strange.getByText('须说明').waitFor();
  await keepPicture(page, '05f-upload-strange');
  await strange.getByRole('button', { name: 'D3 改为 64' }).click();
  await strange.waitFor({ state: 'detached' });

  await page.locator('[data-action=to-changes]').click();
  await page.getByText('与库里现有数据比').waitFor();
  // 880 of 934 becomes 886 of 934: above the target, so the headline turns.
  await page
    .getByText(/由未达标转为临界/)
    .first()
    .waitFor();
  await page.getByText('94.9').first().waitFor();
  await keepPicture(page, '05c-upload-changes');
  await page.getByRole('textbox', { name: /修订原因/ }).fill('陆丰市三季度 6 批复检合格，附复检报告。');
  await page.locator('[data-action=commit]').click();
  await page.getByText('已提交，等待审核').first().waitFor();
  await keepPicture(page, '05d-upload-receipt');

  // A second person looks at it, points at a cell and returns it.
  const reviewer = await openPage(browser);
  await signInAs(reviewer, product.address, '审核员');
  await reviewer.goto(`${product.address}/review`);
  // Another file has waited longer and is on the desk already.
  const waiting = reviewer.locator('li[data-submission]').filter({ hasText: '2025年三季度更正.csv' });
  await waiting.getByRole('link').click();
  await reviewer.getByRole('heading', { name: '2025年三季度更正.csv' }).waitFor();
  await reviewer.locator('[data-action=take]').click();
  await reviewer.locator('[data-action=return]').waitFor();
  await keepPicture(reviewer, '08a-review');
  await reviewer.locator('[data-action=point]').first().click();
  await reviewer.locator('textarea[name=opinion]').fill('请核对陆丰市的合格数');
  await reviewer.locator('[data-action=return]').click();
  await waiting.waitFor({ state: 'detached' });

  // The author reads why, sees the cell marked, corrects it and hands it in again.
  await page.goto(`${product.address}/submissions`);
  await page.getByRole('link', { name: '修改' }).first().click();
  await page.getByText('请核对陆丰市的合格数').first().waitFor();
  await page.locator('td.pointed').first().waitFor();
  await keepPicture(page, '05g-upload-returned');
  await page.locator('[data-cell=G2]').first().dblclick();
  await page.locator('[data-action=cell-text]').fill('复检合格 6 批，报告已附');
  await page.locator('[data-action=save-cell]').click();
  await page.locator('[data-cell=G2]').getByText('报告已附').first().waitFor();
  await page.locator('[data-action=to-changes]').click();
  await page.getByRole('textbox', { name: /修订原因/ }).fill('陆丰市三季度 6 批复检合格，附复检报告。');
  await page.locator('[data-action=commit]').click();
  await page.getByText('已提交，等待审核').first().waitFor();

  // Approved is not yet published: the leader's page stands as it did.
  await waiting.getByRole('link').click();
  await reviewer.getByRole('heading', { name: '2025年三季度更正.csv' }).waitFor();
  await reviewer.locator('[data-action=take]').click();
  await reviewer.locator('[data-action=approve]').click();
  await waiting.waitFor({ state: 'detached' });
  expect(await card.getByText('未达标').isVisible()).toBe(true);
  await reviewer.goto(`${product.address}/review?view=publish`);
  await reviewer.locator('[name=note]').fill('2025 年三季度更正');
  await reviewer.locator('[name=reason]').fill('陆丰市复检合格 6 批');
  await keepPicture(reviewer, '08c-publish');
  await reviewer.locator('[data-action=publish]').click();
  await reviewer.locator('[data-action=confirm-publish]').click();

  // The leader's page was open all the while and needs no reload.
  await card.getByText('临界').waitFor({ timeout: 5_000 });
  await card.getByText('886 / 934 批').waitFor();

  // What was published before is still there to be read.
  await leader.goto(`${product.address}/overview?asOf=5`);
  await leader.getByText('正在回看第 5 版').waitFor();
  await card.getByText('未达标').waitFor();
  await keepPicture(leader, '01c-overview-as-of');
  await leader.goto(`${product.address}/versions`);
  await leader.getByText('陆丰市复检合格 6 批').first().waitFor();
  await keepPicture(leader, '12-versions');

  // The same file again changes nothing.
  await page.goto(`${product.address}/submissions`);
  await choose(page, '2025年三季度更正.csv', quarter.replace('97批', '97').replace(',46,', ',64,'));
  await page.locator('main[data-step=check]').waitFor();
  await page.locator('[data-action=to-changes]').click();
  await page.getByText('0 处变化').first().waitFor();
  expect(trouble).toEqual([]);
});

test('a file that is no figures file is refused whole, with what to do', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/submissions`);
  await choose(page, '报表.csv', '指标,地区,期间,合格数\r\n食品抽检合格率,城区,2025Q3,10\r\n');
  await page.getByText('这个文件没有收下').waitFor();
  await page
    .getByText(/抽检数/)
    .first()
    .waitFor();
  await keepPicture(page, '05e-upload-refused');
});

test('a leader is told that sending figures is not theirs to do', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '领导小组成员');
  await page.goto(`${product.address}/submissions`);
  await page.getByText('没有报送数据的权限').waitFor();
});
