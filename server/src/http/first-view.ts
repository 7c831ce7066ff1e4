import { mayDo, type Actor, type Operation } from '@zhibiao/shared/access';
import type { Request, Response } from 'express';
import type { RequestContext } from '../trpc';
import { askDirectly } from './ask-directly';
import type { FirstView } from './client-pages';
import { faultLog } from './fault-log';
import type { ReadyAnswers } from './ready-answers';

/** A question that a page asks as soon as it runs, with the right it takes. */
interface FirstQuestion {
  readonly path: string;
  readonly input: unknown;
  readonly operation: Operation;
}

const session: FirstQuestion = { path: 'access.session', input: undefined, operation: 'session.read' };

/** What the bars around every page show. */
const ofEveryPage: readonly FirstQuestion[] = [
  { path: 'programme.show', input: undefined, operation: 'programme.read' },
  { path: 'alert.list', input: {}, operation: 'alert.read' },
];

const ofOverview: readonly FirstQuestion[] = [
  { path: 'evaluation.overview', input: { basis: 'cumulative' }, operation: 'dashboard.read' },
  { path: 'publication.list', input: undefined, operation: 'publication.read' },
];

/**
 * What a page will ask first, as far as its reader may: nothing here is refused, so nothing is noted as a denial. A
 * page with a choice in its address (a period, an old version) asks for itself.
 */
const firstQuestions = (request: Pick<Request, 'path' | 'url'>, actor: Actor): readonly FirstQuestion[] => {
  const plain = !request.url.includes('?');
  const isOverview = request.path === '/' || request.path === '/overview';
  const asked = plain ? [...ofEveryPage, ...(isOverview ? ofOverview : [])] : [];
  return [session, ...asked.filter(({ operation }) => mayDo(operation, actor.role))];
};

/** One answer as the page finds it: `answer` is what the procedure would have answered over the wire. */
interface FirstAnswer {
  readonly question: FirstQuestion;
  readonly answer: string;
}

/**
 * The answers as a data block for the page: never a script, for it is never run. `<` is written as an escape, so that
 * no text in it can end the block (reliability.md G).
 */
const firstViewBlock = (answers: readonly FirstAnswer[]): string => {
  if (answers.length === 0) return '';
  const entries = answers.map(
    ({ question: { path, input }, answer }) =>
      `{"path":${JSON.stringify(path)},${input === undefined ? '' : `"input":${JSON.stringify(input)},`}"answer":${answer}}`,
  );
  return `<script type="application/json" id="first-view">[${entries.join(',').replaceAll('<', '\\u003c')}]</script>`;
};

/**
 * Puts into a page what it will ask first, so that its figures need no second way over the wire. Each answer comes
 * from the procedure itself, for the session of the request; one that cannot be given is left out, and the page asks
 * for it and says why there is none.
 */
export const firstViewFor =
  (
    ready: ReadyAnswers,
    contextOf: (request: Request, response: Response) => Promise<RequestContext>,
  ): FirstView =>
  async (request, response) => {
    try {
      const context = await contextOf(request, response);
      const { actor, accountId, duty, session: tokenHash } = context;
      if (actor === null || accountId === null || tokenHash === null) return '';
      const answered = await Promise.all(
        firstQuestions(request, actor).map(async (question): Promise<readonly FirstAnswer[]> => {
          const { path, input } = question;
          try {
            const answer =
              (await ready.textOf(path, input, { tokenHash, accountId, actor, duty })) ??
              JSON.stringify({ result: { data: await askDirectly(path, input, context) } });
            return [{ question, answer }];
          } catch {
            return [];
          }
        }),
      );
      return firstViewBlock(answered.flat());
    } catch (error) {
      // A store that fails here fails for the page's own questions too, and the page can say so.
      faultLog('', request.path, error);
      return '';
    }
  };
