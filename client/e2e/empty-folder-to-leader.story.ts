import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choosePassword, fill, linkOn, press, signInLive } from './live-steps';
import { keepPicture, openBrowser, openPage, watchTrouble } from './open-browser';
import { startLiveProduct, type LiveProduct } from './start-live-product';

let product: LiveProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startLiveProduct(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const administrators = {
  sys: { name: 'chen', password: 'Oak7-lantern-drift' },
  sec: { name: 'lin', password: 'Elm5-harbour-quilt' },
};

/** Who works here, by the name they sign in with. The one with two roles hands in, and must not decide. */
const people = [
  { name: 'wu', zh: '吴统计', password: 'Pine4-meadow-frost', roles: ['statistician', 'reviewer'] },
  { name: 'huang', zh: '黄审核', password: 'Kj8-mountain-river', roles: ['reviewer'] },
  { name: 'li', zh: '李领导', password: 'Fir6-copper-orchard', roles: ['leader'] },
] as const;
const [wu, huang, li] = people;

const file = '2025年三季度制造业.csv';
const rows = [
  '指标,地区,期间,合格数,抽检数,合格率(%),备注',
  '制造业产品质量合格率,陆丰市,2025Q3,95,97批,97.9,',
  '制造业产品质量合格率,城区,2025Q3,64,66,97.0,',
].join('\r\n');

/** Signs in and, where somebody has two roles, chooses one. */
const enterAs = async (who: (typeof people)[number], role?: string): Promise<Page> => {
  const page = await openPage(browser);
  await signInLive(page, product.address, who);
  if (role !== undefined) await page.locator('[data-step=role]').getByRole('button', { name: role }).click();
  await page.waitForURL(/\/overview/);
  return page;
};

const handIn = async (page: Page): Promise<void> => {
  await page.locator('[data-action=to-changes]').click();
  await page.locator('[data-action=commit]').click();
  await page.getByText('已提交，等待审核').first().waitFor();
};

const listed = (page: Page) => page.locator('li[data-submission]').filter({ hasText: file });

/** A reviewer opens the file on the desk and takes it. */
const take = async (page: Page): Promise<void> => {
  await listed(page).getByRole('link').click();
  await page.getByRole('heading', { name: file }).waitFor();
  await page.locator('[data-action=take]').click();
};

test('from an empty folder to a figure before the leader, through the hands of five people', async () => {
  // Set-up: the one-time link makes two administrators, who share the power between them.
  const sysadmin = await openPage(browser);
  const trouble = watchTrouble(sysadmin);
  await sysadmin.goto(product.setUpLink);
  const { sys, sec } = administrators;
  await fill(sysadmin, {
    'sys-name': '陈系统',
    'sys-account': sys.name,
    'sys-password': sys.password,
    'sys-repeat': sys.password,
    'sec-name': '林安全',
    'sec-account': sec.name,
  });
  await press(sysadmin, '建立两个账号');
  await sysadmin.getByText('两个账号已建好').waitFor();
  const secadmin = await openPage(browser);
  await choosePassword(secadmin, await linkOn(sysadmin), sec.password);
  await secadmin.getByRole('heading', { level: 1, name: '用户与权限' }).waitFor();
  await signInLive(sysadmin, product.address, sys);
  await sysadmin.getByRole('heading', { level: 1, name: '用户与权限' }).waitFor();

  // One makes accounts and hands over links, the other grants roles.
  for (const { name, zh, password, roles } of people) {
    await press(sysadmin, '新建账号');
    await fill(sysadmin, { name: zh, account: name });
    await press(sysadmin, '新建');
    await sysadmin.getByText(`“${zh}”设置密码的链接`).waitFor();
    const link = await linkOn(sysadmin);
    await press(sysadmin, '已交给本人，关闭');
    await secadmin.reload();
    await secadmin.locator(`tr[data-account=${name}] [data-action=grant]`).click();
    for (const role of roles) await secadmin.locator(`input[name=role-${role}]`).check();
    await secadmin.locator('input[name=grant-password]').fill(sec.password);
    await secadmin.locator('[data-form=grant] button[type=submit]').click();
    await secadmin.locator('[data-form=grant]').waitFor({ state: 'detached' });
    const newcomer = await openPage(browser);
    await choosePassword(newcomer, link, password);
    await newcomer.getByRole('heading', { name: '请设置新密码' }).waitFor({ state: 'detached' });
    await newcomer.context().close();
  }

  // A program of the statistician's gets a token, seen once; it can be ended again.
  await secadmin.locator(`tr[data-account=${wu.name}] [data-action=tokens]`).click();
  await fill(secadmin, { 'token-label': '检测系统', 'token-password': sec.password });
  await press(secadmin, '制作令牌');
  await secadmin.locator('[data-new-token]').filter({ hasText: /^zb_/ }).waitFor();
  await keepPicture(secadmin, '09m-tokens-of-account');
  await press(secadmin, '撤销“检测系统”');
  await secadmin.locator('[data-token=revoked]').waitFor();
  await secadmin.keyboard.press('Escape');

  // The leader sees an empty overview; the statistician hands in the quarter.
  const leader = await enterAs(li);
  await leader.getByText('还没有数据入库').first().waitFor();
  const author = await enterAs(wu, '统计员');
  await author.goto(`${product.address}/submissions`);
  await author
    .locator('input[type=file]')
    .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(rows, 'utf8') });
  await author.locator('[data-cell=E2][aria-invalid=true]').first().dblclick();
  await author.locator('[data-action=cell-text]').fill('97');
  await author.locator('[data-action=save-cell]').click();
  await handIn(author);

  // The reviewer points at a cell and returns it; the author corrects it and hands it in again.
  const reviewer = await enterAs(huang);
  await reviewer.goto(`${product.address}/review`);
  await take(reviewer);
  await reviewer.locator('[data-action=point]').first().click();
  await reviewer.locator('textarea[name=opinion]').fill('请核对陆丰市的合格数');
  await reviewer.locator('[data-action=return]').click();
  await listed(reviewer).waitFor({ state: 'detached' });
  await author.goto(`${product.address}/submissions`);
  await author.getByRole('link', { name: '修改' }).first().click();
  await author.getByText('请核对陆丰市的合格数').first().waitFor();
  await author.locator('td.pointed').first().waitFor();
  await author.locator('[data-cell=D2]').first().dblclick();
  await author.locator('[data-action=cell-text]').fill('94');
  await author.locator('[data-action=save-cell]').click();
  // Read anew before the next cell: a correction is never laid over a reading that nobody saw.
  await author.locator('[data-action=save-cell]').waitFor({ state: 'detached' });
  await author.locator('[data-cell=F2]').first().dblclick();
  await author.locator('[data-action=cell-text]').fill('96.9');
  await author.locator('[data-action=save-cell]').click();
  await author.locator('[data-cell=F2]').getByText('96.9').first().waitFor();
  await handIn(author);

  // The same person in the other role is offered nothing to decide, and a direct call is declined.
  const both = await enterAs(wu, '审核员');
  await both.goto(`${product.address}/review`);
  await listed(both).getByRole('link').click();
  await both.getByRole('heading', { name: file }).waitFor();
  for (const act of ['take', 'approve', 'return'])
    expect(await both.locator(`[data-action=${act}]`).count(), act).toBe(0);
  await keepPicture(both, '08d-own-submission');
  const submission = await listed(both).getAttribute('data-submission');
  const status = await both.evaluate(
    async (id) =>
      (
        await fetch('/trpc/publication.take', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'zhibiao' },
          body: JSON.stringify({ submission: id }),
        })
      ).status,
    submission,
  );
  expect(status).toBe(403);

  // Another pair of eyes approves and publishes; the leader's open page shows it by itself.
  await take(reviewer);
  await reviewer.locator('[data-action=approve]').click();
  await listed(reviewer).waitFor({ state: 'detached' });
  await reviewer.goto(`${product.address}/review?view=publish`);
  await reviewer.locator('[name=note]').fill('2025 年三季度');
  await reviewer.locator('[data-action=publish]').click();
  await reviewer.locator('[data-action=confirm-publish]').click();
  const card = leader.getByRole('article').filter({ hasText: '制造业产品质量合格率' });
  await card.getByText('158 / 163 批').waitFor();
  await leader.getByText('第 1 版').first().waitFor();
  await keepPicture(leader, '01d-first-publication');
  expect(trouble).toEqual([]);
});
