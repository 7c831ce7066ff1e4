import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { mayDo, type Operation } from '@zhibiao/shared/access';
import { isActivity } from './caller';
import { readCookie } from './cookies';
import type { OpenSession } from '../features/access';

/**
 * Answers the heavy page queries from bytes that are kept ready for the present state of the data; whatever
 * it cannot answer goes the ordinary way.
 */
export interface ReadyAnswers {
  readonly serve: (request: IncomingMessage, response: ServerResponse, ordinaryWay: () => void) => void;
  /**
   * The same bytes as text, for a page that brings its first answers along. The caller has seen to the right;
   * undefined where the question has no ready answer.
   */
  readonly textOf: (path: string, input: unknown, session: OpenSession) => Promise<string> | undefined;
}

/** What ready answers rest on. */
export interface ReadySources {
  /** Changes whenever an answer could: newest publication and business day. */
  readonly version: () => string;
  readonly cookieName: string;
  readonly remembered: (token: string, active: boolean) => OpenSession | null;
  readonly ask: (path: string, input: unknown, session: OpenSession) => Promise<unknown>;
  readonly headers: Readonly<Record<string, string>>;
  readonly hostFits: (host: string | undefined) => boolean;
}

interface Answer {
  readonly etag: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/**
 * Page queries whose answer depends on the newest publication alone, never on who asks. With `asOf` they may: old
 * versions and the living ledger go the ordinary way (reliability.md F5).
 */
const ready = new Map<string, Operation>([
  ['evaluation.overview', 'dashboard.read'],
  ['evaluation.comparison', 'figures.read'],
  ['evaluation.indicator', 'figures.read'],
  ['programme.show', 'programme.read'],
]);

const most = 500;
const prefix = '/trpc/';
const plainInput = /^input=[^&]*$/;

const pack = (value: unknown): Answer => {
  const plain = Buffer.from(JSON.stringify({ result: { data: value } }));
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  return { etag, plain, packed: gzipSync(plain) };
};

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): void => {
  const shared = {
    ...headers,
    // Not kept by the browser either: after signing out no figure may be left in its cache (G16).
    'Cache-Control': 'private, no-store',
    ETag: answer.etag,
    Vary: 'Accept-Encoding, Cookie',
  };
  if (request.headers['if-none-match'] === answer.etag) {
    response.writeHead(304, shared).end();
    return;
  }
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = packed ? answer.packed : answer.plain;
  response.writeHead(200, {
    ...shared,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(body);
};

interface Question {
  readonly url: string;
  readonly path: string;
  readonly query: string;
  readonly session: OpenSession;
}

/** Reads a request as a question that may be answered from ready bytes; null for every other request. */
const questionOf = (request: IncomingMessage, sources: ReadySources): Question | null => {
  const { url } = request;
  if (request.method !== 'GET' || url === undefined || !url.startsWith(prefix)) return null;
  const mark = url.indexOf('?');
  const path = url.slice(prefix.length, mark < 0 ? undefined : mark);
  const operation = ready.get(path);
  if (operation === undefined || !sources.hostFits(request.headers.host)) return null;
  const query = mark < 0 ? '' : url.slice(mark + 1);
  // One question with one input; a batch, or anything else in the query, goes the ordinary way.
  if (query !== '' && !plainInput.test(query)) return null;
  const token = readCookie(request.headers.cookie, sources.cookieName);
  const session = token === undefined ? null : sources.remembered(token, isActivity(request));
  if (session === null || session.actor === null || !mayDo(operation, session.actor.role)) return null;
  return { url, path, query, session };
};

const inputOf = (query: string): unknown => {
  const text = new URLSearchParams(query).get('input');
  return text === null ? undefined : JSON.parse(text);
};

const choosesVersion = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, 'asOf');

/**
 * Keeps page answers as bytes per data version. A miss is asked once through the very procedure that tRPC
 * would call, so checks and refusals are the same; a refusal or fault is left to the ordinary way.
 */
export const readyAnswers = (sources: ReadySources): ReadyAnswers => {
  let version = '';
  let answers = new Map<string, Answer>();

  const prepare = async ({ url, path, query, session }: Question): Promise<Answer> => {
    const made = version;
    const input = inputOf(query);
    if (choosesVersion(input)) throw new Error('asks for a version');
    const answer = pack(await sources.ask(path, input, session));
    if (made === version && answers.size < most) answers.set(url, answer);
    return answer;
  };

  const renew = (): void => {
    const now = sources.version();
    if (now === version) return;
    version = now;
    answers = new Map();
  };

  return {
    serve: (request, response, ordinaryWay) => {
      const question = questionOf(request, sources);
      if (question === null) {
        ordinaryWay();
        return;
      }
      renew();
      const known = answers.get(question.url);
      if (known !== undefined) {
        send(request, response, known, sources.headers);
        return;
      }
      prepare(question).then(
        (answer) => send(request, response, answer, sources.headers),
        () => ordinaryWay(),
      );
    },
    textOf: (path, input, session) => {
      if (!ready.has(path)) return undefined;
      renew();
      const query = input === undefined ? '' : `input=${encodeURIComponent(JSON.stringify(input))}`;
      const url = `${prefix}${path}${query === '' ? '' : `?${query}`}`;
      const known = answers.get(url);
      const found = known === undefined ? prepare({ url, path, query, session }) : Promise.resolve(known);
      return found.then(({ plain }) => plain.toString());
    },
  };
};
