import type { Browser } from 'playwright-core';
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

test('three clicks lead from the gauge of an indicator to the failing batches of a county', async () => {
  const page = await openPage(browser);
  const trouble = watchTrouble(page);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/overview`);
  let clicks = 0;
  const click = async (target: ReturnType<typeof page.getByRole>): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const gauge = page.getByRole('article').filter({ hasText: '农产品质量安全例行监测合格率' });
  await click(gauge.getByRole('link').first());
  const samples = page.getByRole('region', { name: '样品明细' });
  await samples.getByText(/不合格项目共 \d+ 项次，前 \d+ 项/).waitFor();
  await click(samples.getByRole('link', { name: '陆丰市' }));
  await samples.getByText('有明细的 560 批中，不合格 9 批').waitFor();
  await click(samples.getByRole('link', { name: '蔬菜' }));
  const failing = samples.getByRole('table', { name: '不合格样品：蔬菜' });
  await failing.waitFor();
  expect(clicks).toBe(3);
  const first = await failing.getByRole('row').nth(1).innerText();
  expect(first).toMatch(/NJ2025Q\d441581\d{4}\s+陆丰市\s+2025-\d\d-\d\d[\s\S]*噻虫胺|毒死蜱|克百威/);
  await keepPicture(page, '11-failing-batches');

  // The chart has its table, and the address carries the way down.
  await samples.getByRole('button', { name: '看数据表' }).click();
  await samples.getByRole('table', { name: '不合格项目' }).waitFor();
  await page.reload();
  await page.getByRole('table', { name: '不合格样品：蔬菜' }).waitFor();
  expect(trouble).toEqual([]);
});

test('a list of samples is read while its bar moves, and a leader sees no single sample', async () => {
  const page = await openPage(browser);
  await signInAs(page, product.address, '市市场监管局 统计员');
  await page.goto(`${product.address}/submissions`);
  const rows = Array.from(
    { length: 60_000 },
    (_, place) =>
      `XBJ24${place},食品抽检合格率,海丰县,2021-08-12,蔬菜制品,${place % 50 === 0 ? '不合格' : '合格'}`,
  );
  const text = ['抽样编号,指标,地区,抽样日期,食品大类,检验结论', ...rows].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '食品明细.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('[data-step="reading"] progress').waitFor();
  await page.locator('[data-step="check"]').first().waitFor();

  const leader = await openPage(browser);
  await signInAs(leader, product.address, '领导小组成员');
  await leader.goto(`${product.address}/indicators/agri-pass-rate?category=蔬菜`);
  await leader.getByText('单个样品只向报送单位和审核人开放').waitFor();
  await expect(leader.getByText(/NJ2025Q/).count()).resolves.toBe(0);
});
