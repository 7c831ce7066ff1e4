import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router, type Request, type Response } from 'express';
import { packedAssets } from './packed-assets';

const yearMilliseconds = 31_536_000_000;

/** Pages of contract.md; everything else that is no file is not there. */
const pages = [
  '/',
  '/overview',
  '/wall',
  '/indicators',
  '/indicators/:code',
  '/compare',
  '/submissions',
  '/collection',
  '/alerts',
  '/review',
  '/versions',
  '/audit',
  '/admin',
  '/account',
  '/link',
  '/set-up',
  '/sign-in',
];

/** What is put into a page for whoever asks for it: a block of HTML, empty for those who are not signed in. */
export type FirstView = (request: Request, response: Response) => Promise<string>;

/** The built client: hashed assets for ever, pages always asked anew and, with figures in them, kept nowhere. */
export const clientPages = (folder: string, firstView: FirstView): Router => {
  const router = Router();
  const page = join(folder, 'index.html');
  let html: string | null = null;
  router.use('/assets', packedAssets(join(folder, 'assets')));
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: yearMilliseconds,
      index: false,
      redirect: false,
    }),
  );
  router.use(express.static(folder, { index: false, redirect: false, dotfiles: 'ignore', maxAge: 0 }));
  router.get(pages, async (request, response) => {
    html ??= await readFile(page, 'utf8');
    const view = await firstView(request, response);
    response
      .set('Cache-Control', view === '' ? 'no-cache' : 'private, no-store')
      .type('html')
      .send(html.replace('</body>', () => `${view}</body>`));
  });
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('404\n');
  });
  return router;
};
