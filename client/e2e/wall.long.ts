import { expect, test } from 'vitest';
import { openBrowser, openPage } from './open-browser';
import { signInAs } from './sign-in-as';
import { startProduct } from './start-product';

/** Half an hour before the room, in half a minute. */
const speed = 60;
const halfHourMs = (30 * 60_000) / speed;

test('a wall turns for half an hour while the server goes and comes, without an error or growing memory', async () => {
  const [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const page = await openPage(browser, 'wall');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await signInAs(page, product.address, '领导小组成员');
  await page.goto(`${product.address}/wall?speed=${speed}`);
  await page.locator('.wall-focus h2').waitFor();
  const wire = await page.context().newCDPSession(page);
  /** Bytes the page holds once what nobody needs has been swept away. */
  const held = async (): Promise<number> => {
    await wire.send('HeapProfiler.collectGarbage');
    return (await wire.send('Runtime.getHeapUsage')).usedSize;
  };
  const names = new Set<string>();
  const watch = async (milliseconds: number): Promise<void> => {
    const until = Date.now() + milliseconds;
    while (Date.now() < until) {
      names.add(await page.locator('.wall-focus h2').innerText());
      await page.waitForTimeout(100);
    }
  };
  // One whole round first: every indicator has been before the room once.
  await watch(halfHourMs / 6);
  const before = await held();
  await watch(halfHourMs / 3);
  await product.halt();
  await page.locator('.wall.stale').waitFor();
  await watch(halfHourMs / 6);
  await product.resume();
  await page.locator('.wall:not(.stale)').waitFor();
  await watch(halfHourMs / 2);
  const after = await held();
  await browser.close();
  await product.stop();
  expect(names.size).toBe(12);
  expect(errors).toEqual([]);
  expect(after / before).toBeLessThan(1.1);
});
