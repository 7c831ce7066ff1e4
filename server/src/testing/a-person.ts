import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { Refusal } from '@zhibiao/shared/result';
import type { FileReceipt } from '../features/submission/received-file';
import type { AppRouter } from '../router';
import { openEventStream, type EventStream } from './event-stream';
import type { Answer, HttpClient, Sent } from './http-client';
import { multipart } from './multipart';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** Path of a procedure, `evaluation.overview`. */
export type ProcedurePath = { [R in keyof Outputs]: `${R}.${keyof Outputs[R] & string}` }[keyof Outputs];

type At<T, P> = P extends `${infer R}.${infer N}`
  ? R extends keyof T
    ? N extends keyof T[R]
      ? T[R][N]
      : never
    : never
  : never;

/** What a call came to. `data` is null when it was declined, `refusal` when it was not. */
export interface Called<T> {
  readonly status: number;
  readonly data: T | null;
  readonly refusal: Refusal | null;
  readonly requestId: string | null;
  readonly answer: Answer;
}

/** Someone at a browser: every request carries their cookie and what a page of ours would send with it. */
export interface Person {
  readonly headers: Readonly<Record<string, string>>;
  readonly send: (sent: Sent) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  /** Asks, and answers the data; throws when the call was declined. */
  readonly query: <P extends ProcedurePath>(path: P, input?: At<Inputs, P>) => Promise<At<Outputs, P>>;
  readonly change: <P extends ProcedurePath>(path: P, input?: At<Inputs, P>) => Promise<At<Outputs, P>>;
  /** The same with any input, and declining is an answer. */
  readonly tryQuery: <P extends ProcedurePath>(path: P, input?: unknown) => Promise<Called<At<Outputs, P>>>;
  readonly tryChange: <P extends ProcedurePath>(path: P, input?: unknown) => Promise<Called<At<Outputs, P>>>;
  readonly upload: (name: string, bytes: Uint8Array | string) => Promise<Answer>;
  /** Uploads a file that is read, and answers its submission. */
  readonly submit: (name: string, bytes: Uint8Array | string) => Promise<FileReceipt>;
  readonly listen: () => Promise<EventStream>;
}

/** Someone who asks a server; `cookie` is empty for nobody in particular. */
export const aPerson = (client: HttpClient, port: number, cookie: string): Person => {
  const headers = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    'X-Requested-With': 'zhibiao',
    ...(cookie === '' ? {} : { Cookie: cookie }),
  };
  const send = (sent: Sent): Promise<Answer> =>
    client.send({ ...sent, headers: { ...headers, ...sent.headers } });
  const tryQuery: Person['tryQuery'] = async (path, input) =>
    calledOf(
      await send({
        method: 'GET',
        path: `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
      }),
    );
  const tryChange: Person['tryChange'] = async (path, input) =>
    calledOf(
      await send({
        method: 'POST',
        path: `/trpc/${path}`,
        headers: { 'Content-Type': 'application/json' },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      }),
    );
  const upload = (name: string, bytes: Uint8Array | string): Promise<Answer> => {
    const { contentType, body } = multipart([{ name: 'file', fileName: name, bytes }]);
    return send({ method: 'POST', path: '/api/uploads', headers: { 'Content-Type': contentType }, body });
  };
  return {
    headers,
    send,
    get: (path) => send({ method: 'GET', path }),
    tryQuery,
    tryChange,
    query: async (path, input) => dataOf(await tryQuery(path, input)),
    change: async (path, input) => dataOf(await tryChange(path, input)),
    upload,
    submit: async (name, bytes) => {
      const answer = await upload(name, bytes);
      if (answer.status !== 200) throw new Error(`upload of ${name}: ${answer.status} ${answer.text}`);
      // The one answer of the upload route with status 200.
      return answer.json() as FileReceipt;
    },
    listen: () => openEventStream(port, headers),
  };
};

interface Envelope<T> {
  readonly result?: { readonly data?: T };
  readonly error?: { readonly data: { readonly requestId: string | null; readonly refusal: Refusal | null } };
}

const calledOf = <T>(answer: Answer): Called<T> => {
  // The envelope of tRPC; a fault of our own routes is JSON as well and has neither part.
  const { result, error } = answer.json() as Envelope<T>;
  return {
    status: answer.status,
    data: result?.data ?? null,
    refusal: error?.data.refusal ?? null,
    requestId: error?.data.requestId ?? null,
    answer,
  };
};

const dataOf = <T>(called: Called<T>): T => {
  if (called.status !== 200) throw new Error(`declined: ${called.status} ${called.answer.text}`);
  // A procedure that answers null has no other data; T then contains null.
  return called.data as T;
};
