// Child program of the bench: node static-express.mjs FILE. Bare express that answers one ready JSON text at
// /answer, and, given a folder, its files packed with gzip: what any page on express costs at least.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const fromServer = createRequire(new URL('../../server/package.json', import.meta.url));
const express = fromServer('express');
const compression = fromServer('compression');
const [path = ''] = process.argv.slice(2);

const app = express();
/** @typedef {{ send: (text: string) => void, type: (type: string) => Answer }} Answer */
app.get('/healthz', (/** @type {unknown} */ _request, /** @type {Answer} */ response) => response.send('ok'));
if (statSync(path).isDirectory()) app.use(compression(), express.static(path));
else {
  const answer = readFileSync(path, 'utf8');
  app.get('/answer', (/** @type {unknown} */ _request, /** @type {Answer} */ response) =>
    response.type('json').send(answer),
  );
}
app.listen(Number(process.env['PORT']), '127.0.0.1');
