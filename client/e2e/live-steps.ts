import type { Page } from 'playwright-core';

/** Fills fields by their names. */
export const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
};

/** Presses the first button of this name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Signs in by name and password. */
export const signInLive = async (
  page: Page,
  address: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<void> => {
  await page.goto(`${address}/sign-in`);
  await fill(page, { username: name, password });
  await press(page, '登录');
};

/** Opens a one-time link and chooses a password behind it. */
export const choosePassword = async (page: Page, link: string, password: string): Promise<void> => {
  await page.goto(link);
  await press(page, '继续');
  await page.getByRole('heading', { name: '请设置新密码' }).waitFor();
  await fill(page, { next: password, repeat: password });
  await press(page, '保存新密码');
};

/** The one-time link that a page shows to be handed over. */
export const linkOn = async (page: Page): Promise<string> =>
  (await page.locator('[data-link]').textContent())?.trim() ?? '';
