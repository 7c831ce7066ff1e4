import { AxeBuilder } from '@axe-core/playwright';
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

const passwords = { sys: 'Oak7-lantern-drift', sec: 'Elm5-harbour-quilt', reviewer: 'Kj8-mountain-river' };

/** Keeps a picture of a page that breaks no rule of WCAG 2.2 AA that a machine can check. */
const look = async (page: Page, name: string): Promise<void> => {
  await keepPicture(page, name);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    name,
  ).toEqual([]);
};

test('an empty instance: set-up, a reviewer is made, granted a role, chooses a password, and lands', async () => {
  const sysadmin = await openPage(browser);
  const trouble = watchTrouble(sysadmin);
  await sysadmin.goto(product.setUpLink);
  await sysadmin.getByRole('heading', { name: '首次设置' }).waitFor();
  // The token leaves the address bar at once.
  expect(new URL(sysadmin.url()).hash).toBe('');
  await sysadmin.getByText('没有使用 HTTPS').waitFor();
  await fill(sysadmin, {
    'sys-name': '陈系统',
    'sys-account': 'chen',
    'sys-password': passwords.sys,
    'sys-repeat': passwords.sys,
    'sec-name': '林安全',
    'sec-account': 'lin',
  });
  await look(sysadmin, '09a-set-up');
  await press(sysadmin, '建立两个账号');
  await sysadmin.getByText('两个账号已建好').waitFor();
  await look(sysadmin, '09b-set-up-done');
  const secLink = await linkOn(sysadmin);
  await press(sysadmin, '去登录');
  await sysadmin.getByRole('heading', { name: '登录' }).waitFor();
  await look(sysadmin, '08b-login');

  const secadmin = await openPage(browser);
  await choosePassword(secadmin, secLink, passwords.sec);
  await secadmin.getByRole('heading', { level: 1, name: '用户与权限' }).waitFor();

  // The system administrator makes an account and hands over its link.
  await fill(sysadmin, { username: 'chen', password: passwords.sys });
  await press(sysadmin, '登录');
  await sysadmin.getByRole('heading', { level: 1, name: '用户与权限' }).waitFor();
  await press(sysadmin, '新建账号');
  await fill(sysadmin, { name: '黄审核', account: 'huang' });
  await press(sysadmin, '新建');
  await sysadmin.getByText('“黄审核”设置密码的链接').waitFor();
  await look(sysadmin, '09c-link-once');
  const reviewerLink = await linkOn(sysadmin);
  await press(sysadmin, '已交给本人，关闭');
  await sysadmin.locator('tr[data-account=huang]').getByText('还没有角色').waitFor();
  await look(sysadmin, '09d-accounts');

  // The security administrator grants the role, with the own password again.
  await secadmin.reload();
  await secadmin.locator('tr[data-account=huang] [data-action=grant]').click();
  await secadmin.locator('input[name=role-reviewer]').check();
  await secadmin.locator('input[name=grant-password]').fill(passwords.sec);
  await look(secadmin, '09e-grant');
  await secadmin.locator('[data-form=grant] button[type=submit]').click();
  await secadmin.locator('tr[data-account=huang]').getByText('审核员').waitFor();
  await look(secadmin, '09f-accounts-security');

  // For a program of theirs the security administrator makes a token, shown once, and ends it again.
  await secadmin.locator('tr[data-account=huang] [data-action=tokens]').click();
  await fill(secadmin, { 'token-label': '检测系统', 'token-password': passwords.sec });
  await press(secadmin, '制作令牌');
  // A reviewer sends no figures, so no program may do so for them.
  await secadmin.getByRole('dialog').getByRole('alert').waitFor();
  await look(secadmin, '09l-tokens-refused');
  await secadmin.keyboard.press('Escape');

  // The reviewer must choose a password before anything else, and lands on the overview.
  const reviewer = await openPage(browser);
  await reviewer.goto(reviewerLink);
  await look(reviewer, '09g-link');
  await press(reviewer, '继续');
  await reviewer.getByRole('heading', { name: '请设置新密码' }).waitFor();
  await reviewer.goto(`${product.address}/overview`);
  await reviewer.getByRole('heading', { name: '请设置新密码' }).waitFor();
  await fill(reviewer, { next: 'Shanwei@2025', repeat: 'Shanwei@2025' });
  await press(reviewer, '保存新密码');
  await reviewer.getByText(/容易被猜到/).waitFor();
  await look(reviewer, '09h-must-change');
  await fill(reviewer, { next: passwords.reviewer, repeat: passwords.reviewer });
  await press(reviewer, '保存新密码');
  await reviewer.waitForURL(/\/overview/);
  await reviewer.getByText('黄审核').first().waitFor();
  await look(reviewer, '09i-landed');
  await reviewer.goto(`${product.address}/account`);
  await reviewer.getByText('本机').waitFor();
  await reviewer.locator('[data-panel=factor] button').first().click();
  await fill(reviewer, { 'factor-password': passwords.reviewer });
  await reviewer.locator('[data-form=begin-factor] button[type=submit]').click();
  await reviewer.getByRole('img', { name: '动态验证码的二维码' }).waitFor();
  await look(reviewer, '09j-account');

  // The link is used up, and a wrong password says how many tries are left.
  const stranger = await openPage(browser, 'phone');
  await stranger.goto(reviewerLink);
  await press(stranger, '继续');
  await stranger.getByText(/已经用过或已过期/).waitFor();
  await signInLive(stranger, product.address, { name: 'huang', password: 'wrong' });
  await stranger.getByText('还可以再试 4 次').waitFor();
  await look(stranger, '09k-phone-wrong');
  await stranger.goto(product.setUpLink);
  await fill(stranger, {
    'sys-name': '某人',
    'sys-account': 'x1',
    'sys-password': passwords.sys,
    'sys-repeat': passwords.sys,
    'sec-name': '另一人',
    'sec-account': 'x2',
  });
  await press(stranger, '建立两个账号');
  await stranger.getByText(/已经用过或已过期/).waitFor();
  expect(trouble).toEqual([]);
});
