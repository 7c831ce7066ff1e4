import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/checks/find-chromium.mjs';

const output = fileURLToPath(new URL('output/', import.meta.url));

/** Sizes at which pages are looked at (screens.md 4). */
export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
} as const;

/** Headless Chromium, quiet about the network it does not have. */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium; the stories project should have been left out');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
};

/** A fresh person at a fresh machine: own cookies, own storage. */
export const openPage = async (browser: Browser, size: keyof typeof sizes = 'desk'): Promise<Page> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
};

/** Keeps what the person sees under `client/e2e/output`, for people to look at. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  await mkdir(output, { recursive: true });
  await page.screenshot({ path: `${output}${name}.png` });
};

/** What went wrong in the page while a story ran: script errors and failed requests, which no story may have. */
export const watchTrouble = (page: Page): string[] => {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // What is cut off because the person goes on to another page is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') trouble.push(`request: ${request.url()}`);
  });
  return trouble;
};
