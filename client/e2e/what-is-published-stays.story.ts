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

const fileName = '2025年二季度食品更正.csv';
/** 城区's second quarter, five batches passed on re-examination. */
const correction = [
  '指标,地区,期间,合格数,抽检数,合格率(%),备注',
  '食品抽检合格率,城区,2025Q2,378,380,,复检合格',
].join('\r\n');

/** Submits the correction by the page; its author stays on the receipt. */
const submit = async (page: Page): Promise<void> => {
  await page.goto(`${product.address}/submissions`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(correction, 'utf8') });
  await page.locator('main[data-step=check]').waitFor();
  await page.locator('[data-action=to-changes]').click();
  await page.getByRole('textbox', { name: /修订原因/ }).fill('城区二季度复检合格，附复检报告。');
  const explain = page.locator('textarea[name=explanation]');
  if (await explain.isVisible()) await explain.fill('复检报告已逐批核对');
  await page.locator('[data-action=commit]').click();
  await page.getByText('已提交，等待审核').first().waitFor();
};

/** A change as the page itself would ask for it, with its cookies: the status and the refusal of the answer. */
const callFrom = (page: Page, path: string, input: object): Promise<string> =>
  page.evaluate(
    async ([at, body]) => {
      const answer = await fetch(`/trpc/${at}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'zhibiao' },
        body,
      });
      return `${answer.status} ${await answer.text()}`;
    },
    [path, JSON.stringify(input)] as const,
  );

test('the author of a submission cannot approve it: not by the page, not by a call from its session', async () => {
  const author = await openPage(browser);
  await signInAs(author, product.address, '市市场监管局 统计员');
  await submit(author);
  await author.goto(`${product.address}/review`);
  await author.getByText('你的角色不能办理这件事').waitFor();
  for (const act of ['take', 'approve', 'return', 'publish']) {
    expect(await author.locator(`[data-action=${act}]`).count(), act).toBe(0);
  }
  const reviewer = await openPage(browser);
  await signInAs(reviewer, product.address, '审核员');
  await reviewer.goto(`${product.address}/review`);
  const listed = reviewer.locator('li[data-submission]').filter({ hasText: fileName });
  await listed.waitFor();
  const id = await listed.getAttribute('data-submission');
  const submission: unknown = /^\d+$/.test(id ?? '') ? Number(id) : id;
  const calls = [
    ['publication.take', { submission }],
    ['publication.approve', { submission, ledgerPosition: 1, opinion: '' }],
    ['publication.return', { submission, reason: '退回', cells: [] }],
    ['publication.publish', { note: '更正', reason: '复检', position: 1 }],
  ] as const;
  for (const [path, input] of calls) {
    const said = await callFrom(author, path, input);
    expect(said, path).toMatch(/^403 /);
    expect(said, path).toContain('access.not-allowed');
  }
  // Nothing has moved: it still waits.
  await reviewer.reload();
  await expect(listed.getAttribute('data-state')).resolves.toBe('submitted');
});

/** The pages that carry figures, with the addresses of the state that was published last. */
const figurePages = [
  '/overview',
  '/overview?view=list',
  '/compare?indicator=food-pass-rate',
  '/indicators/food-pass-rate',
  '/indicators/food-pass-rate?unit=441502&basis=single',
  '/indicators/manufacturing-pass-rate',
  '/alerts',
];

/** Every number on the page, each with the text it stands in. */
const figuresOn = async (page: Page, address: string): Promise<readonly string[]> => {
  await page.goto(product.address + address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.sk').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  const text = await page.locator('main').innerText();
  return text.split('\n').filter((line) => /\d/.test(line));
};

test('a correction makes a next version, marked and logged; what was published stays readable, figure by figure', async () => {
  const leader = await openPage(browser);
  const trouble = watchTrouble(leader);
  await signInAs(leader, product.address, '领导小组成员');
  const published = new Map<string, readonly string[]>();
  for (const address of figurePages) published.set(address, await figuresOn(leader, address));

  const reviewer = await openPage(browser);
  await signInAs(reviewer, product.address, '审核员');
  await reviewer.goto(`${product.address}/review`);
  await reviewer.locator('li[data-submission]').filter({ hasText: fileName }).getByRole('link').click();
  await reviewer.locator('[data-action=take]').click();
  await reviewer.locator('[data-action=approve]').click();
  await reviewer.locator('li[data-submission]').filter({ hasText: fileName }).waitFor({ state: 'detached' });
  await reviewer.goto(`${product.address}/review?view=publish`);
  await reviewer.locator('[name=note]').fill('2025 年二季度更正');
  // A correction without a reason is refused, and says so.
  await reviewer.locator('[data-action=publish]').click();
  await reviewer.locator('[data-action=confirm-publish]').click();
  await reviewer.locator('[data-problem]').waitFor();
  await reviewer.locator('[name=reason]').fill('城区复检合格');
  await reviewer.locator('[data-action=publish]').click();
  await reviewer.locator('[data-action=confirm-publish]').click();
  await reviewer
    .getByText(/已发布第 6 版|第 6 版/)
    .first()
    .waitFor();

  // The mark on the chart, in its reading and in the table behind it, in both languages.
  await leader.goto(`${product.address}/indicators/food-pass-rate?unit=441502`);
  await leader.getByText('发布后更正过').waitFor();
  await keepPicture(leader, '03b-indicator-corrected');
  const row = leader.locator('[data-corrected="6"]').first();
  await expect(row.innerText()).resolves.toMatch(/^更正于 2025-10-16，原 .+ → .+，原因：城区复检合格$/);
  await leader.getByRole('button', { name: 'English' }).click();
  await expect(row.innerText()).resolves.toMatch(/^corrected 2025-10-16: .+ → .+, because 城区复检合格$/);
  await leader.getByRole('button', { name: '中文' }).click();

  // The change log everyone can read: version, reason, old and new.
  await leader.goto(`${product.address}/versions`);
  const version = leader.locator('tr[data-version="6"]');
  await version.getByText('城区复检合格').waitFor();
  const change = leader.locator('tr[data-change=corrected]').filter({ hasText: '城区' });
  await change.getByText('378 / 380').waitFor();

  // What was published is what is seen as of it: every figure of every page.
  for (const address of figurePages) {
    const asOf = `${address}${address.includes('?') ? '&' : '?'}asOf=5`;
    expect(await figuresOn(leader, asOf), address).toEqual(published.get(address));
  }
  expect(await figuresOn(leader, '/indicators/food-pass-rate?asOf=6')).not.toEqual(
    published.get('/indicators/food-pass-rate'),
  );
  expect(trouble).toEqual([]);
});
