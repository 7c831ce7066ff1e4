import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartTexts, hostileProgramme, hostileTexts } from './hostile-programme';
import { keepPicture, openBrowser, openPage } from './open-browser';
import { startProduct, type Product } from './start-product';

let browser: Browser;
let plain: Product;
let hostile: Product;

beforeAll(async () => {
  const programme = await hostileProgramme();
  [browser, plain, hostile] = await Promise.all([
    openBrowser(),
    startProduct(),
    startProduct({ ZHIBIAO_PROGRAMME: programme }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([plain.stop(), hostile.stop()]);
});

/** Every address that the server serves a page at, read from the server itself. */
const served = [
  ...(
    /const pages = \[([\s\S]*?)\];/.exec(
      readFileSync(fileURLToPath(new URL('../../server/src/http/client-pages.ts', import.meta.url)), 'utf8'),
    )?.[1] ?? ''
  ).matchAll(/'(\/[^']*)'/g),
].map(([, path]) => path ?? '');

/** The addresses walked: each page, and those that show more when asked. */
const addresses = [
  ...new Set(served.map((path) => path.replace(':code', 'manufacturing-pass-rate').replace(/:\w+/, '1'))),
  '/overview?view=list',
  '/overview?period=2025-Q2&basis=single',
  '/indicators/food-pass-rate?unit=441581&view=table',
  '/compare?indicator=food-pass-rate',
  '/no/such/page',
];

/** Signs in by the same call as the page; the page itself is walked like the others. */
const signIn = async (page: Page, { address }: Product, id: string): Promise<void> => {
  await page.goto(`${address}/healthz`);
  const status = await page.evaluate(async (who) => {
    const answer = await fetch('/trpc/access.signIn', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'zhibiao' },
      body: JSON.stringify({ id: who }),
    });
    return answer.status;
  }, id);
  expect(status).toBe(200);
};

/** Everything that must never happen in a page: dialogs, breaches of the policy, anything that ran. */
const trap = async (page: Page): Promise<string[]> => {
  const caught: string[] = [];
  page.on('dialog', (dialog) => {
    caught.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) caught.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => caught.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(https?:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url()))
      caught.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('caught', (what: string) => caught.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // The one function that the line above puts into every page.
      (window as unknown as { caught: (what: string) => void }).caught(
        `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return caught;
};

/** What of a hostile text has become more than text in the page as it stands. */
const grown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    ...('ran' in window ? ['something ran'] : []),
    ...[
      ...document.querySelectorAll(
        'img, iframe, object, embed, script:not([src]), style:not([data-vite-dev-id]), base, a[href^="javascript:"]',
      ),
    ].map((element) => element.outerHTML.slice(0, 100)),
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
  ]);

const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').or(page.getByRole('main')).or(page.locator('pre')).first().waitFor();
  await page.locator('.sk').first().waitFor({ state: 'detached' });
};

/** Reads every point of every chart with the arrow keys and hovers over it; answers what the tooltips say. */
const readCharts = async (page: Page): Promise<string> => {
  const said: string[] = [];
  for (const plot of await page.locator('.plot').all()) {
    await plot.locator('svg').first().waitFor();
    await plot.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(key);
      said.push(await plot.innerText());
    }
    await plot.hover();
    said.push(await plot.innerText());
  }
  return said.join('\n');
};

/** Submits a file by the calls that the page makes, so that its notes come to stand on other pages. */
const submit = async (page: Page, text: string): Promise<number> => {
  const { submission: id, status } = await page.evaluate(async (sheet) => {
    const mark = { 'X-Requested-With': 'zhibiao' };
    const form = new FormData();
    form.append('file', new File([sheet], '<b>x</b>.csv'));
    const sent = await fetch('/api/uploads', { method: 'POST', headers: mark, body: form });
    const { submission } = (await sent.json()) as { submission: number };
    const input = encodeURIComponent(JSON.stringify({ submission }));
    const shown = await fetch(`/trpc/submission.preview?input=${input}`);
    const { result } = (await shown.json()) as { result: { data: { ledgerPosition: number } } };
    const { ledgerPosition } = result.data;
    const said = '<img src=x onerror=ran=1>';
    const stored = await fetch('/trpc/submission.submit', {
      method: 'POST',
      headers: { ...mark, 'Content-Type': 'application/json' },
      body: JSON.stringify({ submission, ledgerPosition, reason: said, explanation: said }),
    });
    return { submission, status: `${stored.status} ${await stored.text()}` };
  }, text);
  expect(status).toMatch(/^200 /);
  return id;
};

/** Approves and publishes it, as the reviewer whose page this is. */
const publish = async (page: Page, submission: number): Promise<void> => {
  const answers = await page.evaluate(async (id) => {
    const said = '<img src=x onerror=ran=1>';
    const change = async (path: string, input: unknown) => {
      const answer = await fetch(`/trpc/publication.${path}`, {
        method: 'POST',
        headers: { 'X-Requested-With': 'zhibiao', 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      return `${answer.status} ${await answer.text()}`;
    };
    const input = encodeURIComponent(JSON.stringify({ submission: id }));
    const shown = await fetch(`/trpc/publication.review?input=${input}`);
    const { result } = (await shown.json()) as {
      result: { data: { preview: { ledgerPosition: number } } };
    };
    const { ledgerPosition } = result.data.preview;
    const approved = await change('approve', { submission: id, ledgerPosition, opinion: said });
    const ahead = await fetch('/trpc/publication.preview');
    const { result: effects } = (await ahead.json()) as { result: { data: { position: number } } };
    const { position } = effects.data;
    return [approved, await change('publish', { note: said, reason: said, position })];
  }, submission);
  for (const answer of answers) expect(answer).toMatch(/^200 /);
};

describe('G5 the policy of the pages is never broken', () => {
  test.each(['demo-reviewer'])('G5 %s walks all pages with their charts: no violation', async (id) => {
    const page = await openPage(browser);
    const caught = await trap(page);
    await signIn(page, plain, id);
    for (const address of addresses) {
      await page.goto(plain.address + address);
      await settle(page);
      await readCharts(page);
      expect([address, caught]).toEqual([address, []]);
    }
    await page.context().close();
  });

  test('G5 the trap catches what it should', async () => {
    const page = await openPage(browser);
    const caught = await trap(page);
    await page.goto(`${plain.address}/sign-in`);
    await settle(page);
    await page.evaluate(() => {
      const image = document.createElement('div');
      image.innerHTML = '<img src=x onerror=ran=1>';
      document.body.append(image);
    });
    await expect.poll(() => caught.length).toBeGreaterThan(0);
    expect(await grown(page)).not.toEqual([]);
    await page.context().close();
  });
});

describe('G6 hostile names, notes and files are shown as they stand', () => {
  const note = hostileTexts.join(' ');
  const sheet = [
    '指标,地区,期间,合格数,抽检数,合格率(%),备注',
    ...hostileTexts.map(
      (text) =>
        `"${`食品抽检${text}`.replaceAll('"', '""')}",陆丰市,2025Q3,90,100,90,"${note.replaceAll('"', '""')}"`,
    ),
    `food-pass-rate,441581,2025Q3,520,531,97.9,"${note.replaceAll('"', '""')}"`,
  ].join('\r\n');

  test.each(['demo-statistician', 'demo-sysadmin'])('G6 %s visits every page', async (id) => {
    const page = await openPage(browser);
    const caught = await trap(page);
    await signIn(page, hostile, id);
    let shown = '';
    for (const address of addresses) {
      await page.goto(hostile.address + address);
      await settle(page);
      shown += `${await page.title()}\n${await page.locator('body').innerText()}\n${await readCharts(page)}\n`;
      shown += (await page.locator('svg text').allTextContents()).join('\n');
      expect([address, caught, await grown(page)]).toEqual([address, [], []]);
    }
    if (id === 'demo-statistician') {
      await keepPicture(page, '90-hostile');
      for (const text of [...hostileTexts, ...chartTexts]) expect(shown).toContain(text);
    }
    await page.context().close();
  });

  test('G6 a file whose name, cells and notes are hostile: preview, history, and the page of the figure', async () => {
    const page = await openPage(browser);
    const caught = await trap(page);
    await signIn(page, hostile, 'demo-statistician');
    await page.goto(`${hostile.address}/submissions`);
    await settle(page);
    const file = { name: `${hostileTexts[0]}.csv`, mimeType: 'text/csv', buffer: Buffer.from(sheet) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('main[data-step=check]').waitFor();
    // Each refused name stands in the list of what is to be mended, and in its cell.
    for (const text of hostileTexts.slice(0, 3)) await page.getByText(text).first().waitFor();
    expect([caught, await grown(page)]).toEqual([[], []]);
    await keepPicture(page, '91-hostile-file');
    const submission = await submit(
      page,
      sheet
        .split('\r\n')
        .filter((_, row, rows) => row === 0 || row === rows.length - 1)
        .join('\r\n'),
    );
    const desk = await openPage(browser);
    const seen = await trap(desk);
    await signIn(desk, hostile, 'demo-reviewer');
    await desk.goto(`${hostile.address}/review`);
    await settle(desk);
    await desk.getByRole('heading', { level: 1 }).first().waitFor();
    await keepPicture(desk, '92-hostile-review');
    expect([seen, await grown(desk)]).toEqual([[], []]);
    await desk.evaluate(async (id) => {
      await fetch('/trpc/publication.take', {
        method: 'POST',
        headers: { 'X-Requested-With': 'zhibiao', 'Content-Type': 'application/json' },
        body: JSON.stringify({ submission: id }),
      });
    }, submission);
    await publish(desk, submission);
    await desk.goto(`${hostile.address}/versions`);
    await settle(desk);
    expect([seen, await grown(desk)]).toEqual([[], []]);
    await desk.context().close();
    for (const address of [
      '/submissions',
      '/indicators/food-pass-rate?unit=441581&period=2025-Q3&basis=single',
    ]) {
      await page.goto(hostile.address + address);
      await settle(page);
      expect([address, caught, await grown(page)]).toEqual([address, [], []]);
    }
    await page.context().close();
  });
});

describe('G12 signing in leads nowhere else', () => {
  test('G12 whatever `from` says, one lands on a page of ours', async () => {
    for (const from of ['/\\evil.example', 'javascript:alert(1)']) {
      const page = await openPage(browser);
      const caught = await trap(page);
      await page.goto(`${plain.address}/sign-in?from=${from}`);
      await page.getByRole('button', { name: '领导小组成员' }).first().click();
      await page.waitForURL(`${plain.address}/overview`);
      await page.getByRole('article').first().waitFor();
      expect([from, caught]).toEqual([from, []]);
      await page.context().close();
    }
  });
});

describe('G16 after signing out nothing of the figures is left in the browser', () => {
  test('G16 no storage, no cache, and nothing behind the back button', async () => {
    const page = await openPage(browser);
    await signIn(page, plain, 'demo-leader');
    for (const address of ['/overview', '/compare', '/indicators/manufacturing-pass-rate']) {
      await page.goto(plain.address + address);
      await settle(page);
    }
    await page.getByText('94.2').first().waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/\/sign-in/);
    await settle(page);
    const left = await page.evaluate(async () => ({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: 'caches' in window ? (await caches.keys()).length : 0,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect(JSON.stringify([left.local, left.session])).not.toMatch(/94\.2|rate|assessment|indicator/);
    expect([left.databases, left.caches, left.workers]).toEqual([0, 0, 0]);
    // What the browser kept of the answers themselves.
    const kept = await page.evaluate(async () => {
      const input = encodeURIComponent(JSON.stringify({ basis: 'cumulative' }));
      return Promise.all(
        ['/trpc/programme.show', `/trpc/evaluation.overview?input=${input}`].map((path) =>
          fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      );
    });
    for (const status of kept) expect([0, 401, 504]).toContain(status);
    for (let back = 0; back < 3; back += 1) {
      await page.goBack();
      await page.getByRole('button', { name: '领导小组成员' }).or(page.locator('pre')).first().waitFor();
      expect(await page.locator('body').innerText()).not.toContain('94.2');
    }
    await page.context().close();
  });
});

describe('G16 a page that the browser kept whole', () => {
  test('G16 is asked for anew when it is brought back, and shows nothing to whoever has signed out', async () => {
    const page = await openPage(browser);
    await signIn(page, plain, 'demo-leader');
    await page.goto(`${plain.address}/overview`);
    await page.getByText('94.2').first().waitFor();
    const other = await page.context().newPage();
    await other.goto(`${plain.address}/healthz`);
    await other.evaluate(() =>
      fetch('/trpc/access.signOut', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'zhibiao' },
      }),
    );
    // What the browser says when it takes a page out of its memory; a headless one keeps none.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.waitForURL(/\/sign-in/);
    await settle(page);
    expect(await page.locator('body').innerText()).not.toContain('94.2');
    await page.context().close();
  });
});

describe('G1 pages of others change nothing', () => {
  let evil: Server;
  let port = 0;
  beforeAll(async () => {
    evil = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>evil</title><body></body>');
    });
    evil.listen(0, '127.0.0.1');
    await once(evil, 'listening');
    const address = evil.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => evil.close());

  // Another port of this machine is the same site; the other name of it is another site.
  test.each(['127.0.0.1', 'localhost'])('G1 forms, beacons and fetches of %s', async (host) => {
    const page = await openPage(browser);
    await signIn(page, plain, 'demo-statistician');
    const history = (): Promise<string> =>
      page.evaluate(async () => (await fetch('/trpc/submission.history?input=%7B%7D')).text());
    const before = await history();
    const victim = page.context();
    const other = await victim.newPage();
    await other.goto(`http://${host}:${port}/`);
    const statuses: number[] = [];
    victim.on('response', (response) => {
      if (response.url().startsWith(plain.address)) statuses.push(response.status());
    });
    await other.evaluate(async (target) => {
      const body = JSON.stringify({ submission: 1 });
      const form = new FormData();
      form.append('file', new File(['指标,地区'], 'a.csv'));
      const paths = ['/trpc/access.signOut', '/trpc/submission.discard', '/api/uploads'];
      const ways = [
        { body: form },
        { body, headers: { 'Content-Type': 'text/plain' } },
        { body: new URLSearchParams({ submission: '1' }) },
        { body, headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'zhibiao' } },
      ];
      for (const path of paths) {
        for (const way of ways) {
          for (const mode of ['no-cors', 'cors'] as const) {
            await fetch(target + path, { method: 'POST', credentials: 'include', mode, ...way }).catch(
              () => null,
            );
          }
        }
        navigator.sendBeacon(target + path, body);
        navigator.sendBeacon(target + path, form);
        for (const type of ['multipart/form-data', 'text/plain', 'application/x-www-form-urlencoded']) {
          const frame = document.createElement('iframe');
          frame.name = `f${Math.random()}`;
          const post = document.createElement('form');
          Object.assign(post, { method: 'post', enctype: type, action: target + path, target: frame.name });
          post.innerHTML = '<input name="submission" value="1">';
          document.body.append(frame, post);
          post.submit();
        }
      }
    }, plain.address);
    await expect.poll(() => statuses.length).toBeGreaterThan(8);
    for (const status of statuses) expect([403, 405, 415]).toContain(status);
    expect(await history()).toBe(before);
    expect(before).toContain('"result"');
    await victim.close();
  });
});
