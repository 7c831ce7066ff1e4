import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Refusal } from '@zhibiao/shared/result';

/** Header that every script of ours sends with a change; a foreign form cannot. */
export const requestMark = { name: 'x-requested-with', value: 'zhibiao' } as const;

const yearSeconds = 31_536_000;

/**
 * Security headers for every answer. No inline script anywhere; inline styles are what the chart library
 * writes on its elements. HTTPS is the proxy's business, so nothing upgrades requests here; `secure` says
 * that there is one.
 */
export const securityHeaders = ({ secure }: { readonly secure: boolean }): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: yearSeconds } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });

const readMethods = new Set(['GET', 'HEAD']);
const changeMethods = new Set(['POST']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostName = (host: string): string => host.replace(/:\d+$/, '');

/** Whether a demonstration answers to this name: loopback only, whatever a foreign name resolves to. */
export const servesHost = (host: string | undefined): boolean =>
  host !== undefined && loopbackNames.has(hostName(host));

/** What every ready answer carries of the security headers: those that mean something for data. */
export const pageHeaders = ({ secure }: { readonly secure: boolean }): Readonly<Record<string, string>> => ({
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  ...(secure ? { 'Strict-Transport-Security': `max-age=${yearSeconds}; includeSubDomains` } : {}),
});

/** What the door at the front needs to know. */
export interface SameOriginOptions {
  readonly baseUrl: string | null;
  readonly loopbackOnly: boolean;
  /** Told of each request that is turned away, before it is answered. */
  readonly denied: (
    request: Request,
    response: Response,
    refusal: Refusal & { readonly operation: string },
  ) => Promise<void>;
}

/**
 * Lets a change through only from our own pages: the browser says by `Sec-Fetch-Site` or by `Origin` that it comes from
 * there, neither says otherwise, and our mark is with it (reliability.md G1, G2). Browsers that we support send both,
 * over plain HTTP on an intranet the origin alone; whoever sends neither is no browser. Methods we do not serve are
 * refused before anything reads the body.
 */
export const sameOriginOnly =
  (options: SameOriginOptions): RequestHandler =>
  (request, response, next) => {
    const refuse = (status: number, operation: 'host' | 'cross-site'): void => {
      const refusal = { code: 'access.not-allowed', operation } as const;
      const answer = (): unknown => response.status(status).json({ refusal });
      options.denied(request, response, refusal).then(answer, answer);
    };
    const host = request.headers.host ?? '';
    // A foreign name that resolves to this machine would otherwise count as our origin (DNS rebinding).
    if (options.loopbackOnly && !servesHost(host)) {
      refuse(421, 'host');
      return;
    }
    if (readMethods.has(request.method)) {
      next();
      return;
    }
    if (!changeMethods.has(request.method)) {
      response.status(405).set('Allow', 'GET, HEAD, POST').end();
      return;
    }
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const own = options.baseUrl === null ? [`http://${host}`, `https://${host}`] : [options.baseUrl];
    const originFits = origin === undefined || own.includes(origin);
    const siteFits = site === undefined || site === 'same-origin';
    const marked = request.headers[requestMark.name] === requestMark.value;
    const said = origin !== undefined || site !== undefined;
    if (said && originFits && siteFits && marked) next();
    else refuse(403, 'cross-site');
  };
