import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../checks/find-chromium.mjs';
import { startProduct } from './product.mjs';
import { freePort, root, serve } from './served.mjs';

const slowness = 4;
const network = {
  offline: false,
  latency: 40,
  downloadThroughput: 10_000_000 / 8,
  uploadThroughput: 10_000_000 / 8,
};
const patienceMs = 60_000;

/**
 * The overview in a slow browser on a slow line, beside a bare page with one gauge. Null where no browser is.
 * @param {{ folder: string, rounds: number }} options
 */
export const measureFirstPage = async ({ folder, rounds }) => {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const { chromium } = await import('playwright-core');
  const dataFolder = join(folder, 'data-page');
  mkdirSync(dataFolder, { recursive: true });
  const product = await startProduct({ dataFolder });
  const overview = await product.ask('evaluation.overview', { basis: 'cumulative' });
  // A card that still awaits its figure has nothing to point at.
  const gauges = overview.cards.filter((/** @type {any} */ card) => card.assessment.figure !== null).length;
  const bare = await serve([join(root, 'scripts/bench/static-express.mjs'), await buildBarePage(folder)], {
    port: await freePort(),
    path: '/healthz',
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  /** @type {Record<'cold' | 'warm' | 'bare', Seen[]>} */
  const seen = { cold: [], warm: [], bare: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const [name = '', value = ''] = product.cookie.split('=');
      await context.addCookies([{ name, value, url: product.url }]);
      for (const kind of /** @type {const} */ (['cold', 'warm']))
        seen[kind].push(await visit(context, `${product.url}/overview`, gauges));
      await context.close();
      const plain = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      seen.bare.push(await visit(plain, bare.url, 1));
      await plain.close();
    }
  } finally {
    await browser.close();
    await Promise.all([product.stop(), bare.stop()]);
  }
  return { gauges, seen };
};

/**
 * What a visit cost: milliseconds until every gauge was to be seen and until every one was alive (drawn by the
 * chart library), bytes over the wire, requests.
 * @typedef {{ visibleMs: number, aliveMs: number, bytes: number, requests: number }} Seen
 */

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 * @param {number} gauges how many there are to wait for
 * @returns {Promise<Seen>}
 */
const visit = async (context, url, gauges) => {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  wire.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests += 1;
  });
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  // The event stream stays open: its bytes come without an end.
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', network);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.addInitScript(watchGauges, gauges);
  await page.goto(url, { waitUntil: 'commit' });
  const found = await page
    .waitForFunction(() => /** @type {any} */ (window).benchSeen?.aliveMs !== undefined, null, {
      timeout: patienceMs,
      polling: 100,
    })
    .then(
      () => page.evaluate(() => /** @type {any} */ (window).benchSeen),
      async () => {
        throw new Error(
          `not every gauge of ${gauges} was drawn at ${url}: ${(await page.textContent('body'))?.slice(0, 300)}`,
        );
      },
    );
  // What still comes after the gauges belongs to the first page as well.
  await page.waitForTimeout(1_000);
  await page.close();
  return { ...found, bytes, requests };
};

/**
 * Runs in the page, before anything of it: looks once a frame. A gauge is visible when it holds a picture,
 * alive when the chart library has drawn it.
 * @param {number} gauges
 */
const watchGauges = (gauges) => {
  /** @type {{ visibleMs?: number, aliveMs?: number }} */
  const seen = {};
  /** @type {any} */ (window).benchSeen = seen;
  const look = () => {
    const all = [...document.querySelectorAll('.gauge, [data-gauge]')];
    const visible = all.filter((gauge) => gauge.querySelector('svg path, canvas') !== null).length;
    const alive = all.filter(
      (gauge) => gauge.querySelector('[_echarts_instance_] :is(svg path, canvas)') !== null,
    ).length;
    if (visible >= gauges) seen.visibleMs ??= performance.now();
    if (alive >= gauges) seen.aliveMs ??= performance.now();
    if (seen.aliveMs === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** A page with one gauge and nothing else, as small as the chart library allows. @param {string} folder */
const buildBarePage = async (folder) => {
  const { build } = await import('vite');
  const source = join(folder, 'bare-page');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>one gauge</title>
<div class="gauge"><div id="chart" style="width:240px;height:180px"></div></div><script type="module" src="./main.js"></script>`,
  );
  writeFileSync(
    join(source, 'main.js'),
    `import { GaugeChart } from 'echarts/charts';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
use([GaugeChart, SVGRenderer]);
init(document.getElementById('chart')).setOption({
  animation: false,
  series: [{ type: 'gauge', min: 90, max: 100, data: [{ value: 98.4 }] }],
});`,
  );
  const echarts = (/** @type {string} */ file) => join(root, 'node_modules/echarts', file);
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    resolve: {
      alias: [{ find: /^echarts\/(core|charts|renderers)$/, replacement: echarts('$1.js') }],
    },
    build: { outDir: join(source, 'dist'), emptyOutDir: true, modulePreload: false },
  });
  return join(source, 'dist');
};
