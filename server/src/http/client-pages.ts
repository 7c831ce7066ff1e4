import { join } from 'node:path';
import express, { Router } from 'express';

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

/** The built client: hashed assets for ever, pages always asked anew. */
export const clientPages = (folder: string): Router => {
  const router = Router();
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
  router.get(pages, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('404\n');
  });
  return router;
};
