import type { Page } from 'playwright-core';

/** Signs in as a person of the demonstration, by the button a person would press. */
export const signInAs = async (page: Page, address: string, name: string): Promise<void> => {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL(/\/(overview|compare|submissions|audit|admin)/);
};
