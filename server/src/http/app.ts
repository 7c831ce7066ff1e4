import { createServer, type Server } from 'node:http';
import { constants } from 'node:zlib';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { isServedSecurely } from '../config';
import type { OpenSession } from '../features/access';
import { appRouter } from '../router';
import { RefusalError } from '../refusal-error';
import type { Services } from '../services';
import type { RequestContext } from '../trpc';
import { storageRefusal } from '../storage-refusal';
import { addressOf, browserOf, isActivity } from './caller';
import { readCookie, sessionCookieOf, writeSessionCookie } from './cookies';
import { fileRoutes } from './file-routes';
import { jsonBody, requestIdOf } from './json-body';
import { healthRoutes } from './health-routes';
import { machineRoutes } from './machine/machine-routes';
import { keepPatience, patience, watchBody, type Patience } from './patience';
import { readyAnswers, type ReadyAnswers } from './ready-answers';
import { firstViewFor } from './first-view';
import { askDirectly } from './ask-directly';
import { requestId } from './request-id';
import { pageHeaders, sameOriginOnly, securityHeaders, servesHost } from './security';
import { clientPages } from './client-pages';
import { faultLog } from './fault-log';

/** Bytes of JSON that one request may carry, and procedures that it may call (contract.md, limits). */
const mostJson = 1_000_000;
const mostCallsInBatch = 10;

/** A ninth smaller than the library's own choice in the same two milliseconds, for a page with its first answers. */
const packing = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } };

/** The application with its context: who asks is read from the session cookie, never from the input. */
const contextOf = async (
  services: Services,
  request: Request,
  response: Response,
): Promise<RequestContext> => {
  const cookie = sessionCookieOf(services.config);
  const token = readCookie(request.headers.cookie, cookie.name);
  const session = await services.sessions.find(token, isActivity(request));
  return {
    services,
    actor: session?.actor ?? null,
    duty: session?.duty ?? null,
    accountId: session?.accountId ?? null,
    session: session?.tokenHash ?? null,
    requestId: requestIdOf(response),
    address: addressOf(request, services.config.trustedProxies),
    browser: browserOf(request),
    setSession: (value) => response.setHeader('Set-Cookie', writeSessionCookie(value, cookie)),
  };
};

/**
 * Finds out who asks before tRPC does: a store that fails there is answered by the last resort, with the id of
 * the request, which tRPC would not know.
 */
const contextAhead =
  (services: Services): RequestHandler =>
  (request, response, next) => {
    contextOf(services, request, response).then((context) => {
      response.locals['context'] = context;
      next();
    }, next);
  };

// Only `contextAhead` writes it, and stands before.
const contextKept = ({ locals }: Response): RequestContext => locals['context'] as RequestContext;

/** Every route there is, in the order in which a request meets them. */
export const createApp = (
  services: Services,
  clientFolder: string,
  ready: ReadyAnswers = readyFor(services),
): Express => {
  const { config } = services;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(requestId());
  app.use(securityHeaders({ secure: isServedSecurely(config) }));
  app.use(machineRoutes(services));
  app.use(
    sameOriginOnly({
      baseUrl: config.baseUrl,
      loopbackOnly: config.mode === 'demonstration',
      // Whoever asks from elsewhere is not asked who they are: the cookie is not theirs to use.
      denied: (request, response, refusal) =>
        services.denials.record(
          {
            actor: null,
            address: request.socket.remoteAddress ?? '',
            requestId: requestIdOf(response),
          },
          { operation: refusal.operation, refusal },
        ),
    }),
  );
  app.use(healthRoutes(services));
  app.use(['/api', '/trpc'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(fileRoutes(services, (request, response) => contextOf(services, request, response)));
  app.use(compression(packing));
  app.use(
    '/trpc',
    jsonBody(mostJson),
    contextAhead(services),
    createExpressMiddleware({
      router: appRouter,
      createContext: ({ res }) => contextKept(res),
      maxBatchSize: mostCallsInBatch,
      onError: ({ error, ctx, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') faultLog(ctx?.requestId ?? '', path ?? 'trpc', error);
      },
    }),
  );
  app.use(
    clientPages(
      clientFolder,
      firstViewFor(ready, (request, response) => contextOf(services, request, response)),
    ),
  );
  app.use(lastResort);
  return app;
};

/** Status that a library gave to a request it could not take, 400 to 499; null for a fault. */
const requestFault = (error: unknown): number | null => {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
};

const lastResort: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const requestId = requestIdOf(response);
  const status = requestFault(error);
  if (status === null) faultLog(requestId, request.path, error);
  const refusal = error instanceof RefusalError ? error.refusal : storageRefusal(error);
  if (response.headersSent) next(error);
  else if (refusal === null) response.status(status ?? 500).json({ requestId });
  else response.status(503).json({ requestId, refusal });
};

/**
 * The listening part: ready answers first, then the application; slow and oversized headers are cut off
 * (reliability.md G15).
 */
export const createHttpServer = (
  services: Services,
  clientFolder: string,
  wait: Patience = patience,
): Server => {
  const ready = readyFor(services);
  const app = createApp(services, clientFolder, ready);
  const limits = { maxHeaderSize: 16_384, connectionsCheckingInterval: wait.check };
  const server = createServer(limits, (request, response) => {
    watchBody(request, response, wait);
    ready.serve(request, response, () => {
      app(request, response);
    });
  });
  keepPatience(server, wait);
  return server;
};

const readyFor = (services: Services): ReadyAnswers => {
  const { config, clock, sessions, events } = services;
  return readyAnswers({
    cookieName: sessionCookieOf(config).name,
    remembered: (token, active) => sessions.remembered(token, active),
    headers: pageHeaders({ secure: isServedSecurely(config) }),
    version: () => `${events.publication} ${clock.today()}`,
    hostFits: (host) => config.mode !== 'demonstration' || servesHost(host),
    ask: (path, input, session) => askDirectly(path, input, contextWithin(services, session)),
  });
};

/** The context of a question that the server puts to itself for whoever a session belongs to. */
const contextWithin = (services: Services, session: OpenSession): RequestContext => ({
  services,
  actor: session.actor,
  duty: session.duty,
  accountId: session.accountId,
  session: session.tokenHash,
  requestId: '',
  address: '',
  browser: '',
  setSession: () => undefined,
});
