import { mayDo } from '@zhibiao/shared/access';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { queryClient } from './api/query-client';
import { trpc } from './api/trpc';
import { sessionOptions } from './features/access/use-session';
import { alertOptions } from './features/alert/use-alerts';
import { overviewOptions } from './features/evaluation/use-views';
import { BrokenPage } from './pages/broken';
import { Frame } from './pages/frame';
import { NotFoundPage } from './pages/not-found';
import { OverviewPage } from './pages/overview';
import { ownPath } from './ui/own-path';
import { parseSearch, readPageSearch, stringifySearch } from './ui/search-keys';

/** Asks before the page is there; the page itself shows what went wrong. */
const ahead = (asking: Promise<unknown>): void => {
  asking.catch(() => undefined);
};

const root = createRootRoute({ notFoundComponent: NotFoundPage });

/** Everything behind the bars. What each page needs is asked for while its code is still on its way. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  validateSearch: readPageSearch,
  // Whoever looks at an old version stays in it from page to page, until they leave it.
  search: { middlewares: [retainSearchParams(['asOf'])] },
  loader: () => {
    // Administrators see no alerts: to ask for them would be one more denial in the audit.
    ahead(
      queryClient
        .query(sessionOptions())
        .then((session) =>
          session !== null && mayDo('alert.read', session.actor.role)
            ? queryClient.query(alertOptions())
            : undefined,
        ),
    );
    ahead(queryClient.query(trpc.programme.show.queryOptions()));
  },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview', replace: true });
  },
});

// The page everyone lands on comes with the first file; the others when they are visited.
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/overview',
  component: OverviewPage,
  loaderDeps: ({ search: { period, basis, asOf } }) => ({ period, basis, asOf }),
  loader: ({ deps }) => ahead(queryClient.query(overviewOptions(deps))),
});

const indicators = createRoute({
  getParentRoute: () => frame,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./pages/indicators'), 'IndicatorsPage'),
});

const indicator = createRoute({
  getParentRoute: () => frame,
  path: '/indicators/$code',
  component: lazyRouteComponent(() => import('./pages/indicator'), 'IndicatorPage'),
});

const compare = createRoute({
  getParentRoute: () => frame,
  path: '/compare',
  component: lazyRouteComponent(() => import('./pages/compare'), 'ComparePage'),
});

const submissions = createRoute({
  getParentRoute: () => frame,
  path: '/submissions',
  component: lazyRouteComponent(() => import('./pages/submissions'), 'SubmissionsPage'),
});

const collection = createRoute({
  getParentRoute: () => frame,
  path: '/collection',
  component: lazyRouteComponent(() => import('./pages/collection'), 'CollectionPage'),
});

const alerts = createRoute({
  getParentRoute: () => frame,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./pages/alerts'), 'AlertsPage'),
});

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit'), 'AuditPage'),
});

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account'), 'AccountPage'),
});

const admin = createRoute({
  getParentRoute: () => frame,
  path: '/admin',
  component: lazyRouteComponent(() => import('./pages/admin'), 'AdminPage'),
});

const link = createRoute({
  getParentRoute: () => root,
  path: '/link',
  component: lazyRouteComponent(() => import('./pages/link'), 'LinkPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./pages/set-up'), 'SetUpPage'),
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/review',
  component: lazyRouteComponent(() => import('./pages/review'), 'ReviewPage'),
});

const versions = createRoute({
  getParentRoute: () => frame,
  path: '/versions',
  component: lazyRouteComponent(() => import('./pages/versions'), 'VersionsPage'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('./pages/wall'), 'WallPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { from?: string | undefined } => {
    // Said even when it is nothing: what is left out here would come through as it was typed.
    return { from: ownPath(raw['from']) ?? undefined };
  },
  component: lazyRouteComponent(() => import('./pages/sign-in'), 'SignInPage'),
});

/** Every address of the client. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    frame.addChildren([
      overview,
      indicators,
      indicator,
      compare,
      submissions,
      collection,
      alerts,
      review,
      versions,
      account,
      admin,
      audit,
    ]),
    wall,
    signIn,
    link,
    setUp,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
