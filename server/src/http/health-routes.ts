import { Router } from 'express';
import type { Services } from '../services';

const isLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** Up, usable, and a few numbers for whoever watches the machine; no version, no path (authz-matrix). */
export const healthRoutes = (services: Services): Router => {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', (_request, response) => {
    services.stores.observations.position().then(
      () => response.type('text/plain').send('ok\n'),
      () => response.status(503).type('text/plain').send('store not usable\n'),
    );
  });
  router.get('/metrics', (request, response) => {
    if (!isLoopback(request.socket.remoteAddress)) {
      response.status(404).end();
      return;
    }
    const { rss, heapUsed } = process.memoryUsage();
    response
      .type('text/plain; version=0.0.4')
      .send(
        [
          '# TYPE zhibiao_resident_bytes gauge',
          `zhibiao_resident_bytes ${rss}`,
          '# TYPE zhibiao_heap_used_bytes gauge',
          `zhibiao_heap_used_bytes ${heapUsed}`,
          '# TYPE zhibiao_ledger_position gauge',
          `zhibiao_ledger_position ${services.events.position}`,
          '# TYPE zhibiao_open_streams gauge',
          `zhibiao_open_streams ${services.events.count}`,
          '',
        ].join('\n'),
      );
  });
  return router;
};
