import { Link, Outlet } from '@tanstack/react-router';
import { mayDo, type Operation } from '@zhibiao/shared/access';
import { useEffect, useState, type ReactElement } from 'react';
import { useCatalogue } from '../api/use-catalogue';
import { useSession, useSignOut, type Session } from '../features/access/use-session';
import { useAlerts } from '../features/alert/use-alerts';
import { BrandMark } from '../ui/brand-mark';
import { LightGlyph } from '../ui/glyph';
import { useWords } from '../ui/words';
import { InsecureBanner } from './insecure-banner';
import { TabIcon, type TabName } from './tab-icon';
import { useStanding } from './use-standing';
import '../ui/faces.css';
import './frame.css';

/** The bars around every page: where one is, who one is, and whether the line to the server stands. */
export const Frame = (): ReactElement | null => {
  const { say } = useWords();
  const { session, lostSince } = useStanding();
  if (session === null) return null;
  return (
    <div className="page">
      <a className="skip" href="#content">
        {say('app.skip')}
      </a>
      {session?.insecure === true && <InsecureBanner />}
      <TopBar />
      <LostLine since={lostSince} />
      <Outlet />
      <Tabs />
    </div>
  );
};

const TopBar = (): ReactElement => {
  const { say, text, language, choose } = useWords();
  const session = useSession();
  const title = useCatalogue()?.programme.title;
  const signOut = useSignOut();
  const name = session == null ? '' : text(session.actor.name);
  const submits = maySubmit(session);
  // While it is not known who reads, the bar stands as it does for most.
  const may = (operation: Operation): boolean =>
    session == null
      ? operation === 'figures.read' || operation === 'alert.read'
      : mayDo(operation, session.actor.role);
  return (
    <header className="top">
      <Link to="/overview" className="brand">
        <BrandMark />
        <span>{title === undefined ? say('app.name') : text(title)}</span>
      </Link>
      <nav aria-label={say('nav.label')}>
        <Link to="/overview">{say('nav.overview')}</Link>
        {may('figures.read') && <Link to="/indicators">{say('nav.indicators')}</Link>}
        {may('figures.read') && <Link to="/compare">{say('nav.compare')}</Link>}
        {may('alert.read') && (
          <Link to="/alerts">
            {say('nav.alerts')}
            {session != null && <AlertCount />}
          </Link>
        )}
        {(may('account.create') || may('account.grant')) && <Link to="/admin">{say('nav.admin')}</Link>}
        {submits && <Link to="/submissions">{say('nav.submissions')}</Link>}
        {seesProgress(session) && <Link to="/collection">{say('nav.collection')}</Link>}
        {mayAudit(session) && <Link to="/audit">{say('nav.audit')}</Link>}
        {may('review.decide') && <Link to="/review">{say('nav.review')}</Link>}
        {may('publication.read') && <Link to="/versions">{say('nav.versions')}</Link>}
      </nav>
      <div className="right">
        {session?.mode === 'demonstration' && (
          <span className="demonstration" title={say('top.demonstrationHint')}>
            <span className="long">{say('top.demonstration')}</span>
            <span className="short">{say('top.demonstrationShort')}</span>
          </span>
        )}
        <button
          type="button"
          className="plain"
          aria-label={say('top.otherLanguage')}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          <span className="long">{say('top.otherLanguage')}</span>
          <span className="short" aria-hidden="true">
            {say('top.otherLanguageShort')}
          </span>
        </button>
        {name !== '' && (
          <>
            <Link to="/account" className={`who ${session?.mode ?? ''}`} title={say('top.account')}>
              <span className="avatar" aria-hidden="true">
                {name.slice(0, 1)}
              </span>
              <span className="name">{name}</span>
            </Link>
            <button type="button" className="plain" onClick={() => signOut.mutate()}>
              {say('top.signOut')}
            </button>
          </>
        )}
      </div>
    </header>
  );
};

/** Asks only for those who may know: a refused question would stand in the audit trail. */
const AlertCount = (): ReactElement | null => {
  const session = useSession();
  return session != null && mayDo('alert.read', session.actor.role) ? <OpenAlerts /> : null;
};

const OpenAlerts = (): ReactElement | null => {
  const count = useAlerts().data?.open.length ?? 0;
  return count === 0 ? null : <span className="count">{count}</span>;
};

/** Whether the reader has anything to do with submissions; unknown readers are shown no way there. */
const maySubmit = (session: Session | null | undefined): boolean =>
  session != null && mayDo('submission.history', session.actor.role);

/** Who looks after others' figures as well as their own; a county finds its own tasks where it submits. */
const seesProgress = (session: Session | null | undefined): boolean =>
  session != null && session.actor.unit === null && mayDo('collection.read', session.actor.role);

/** Whether the reader may read the audit trail; others are shown no way there. */
const mayAudit = (session: Session | null | undefined): boolean =>
  session != null && mayDo('audit.read', session.actor.role);

/** What a reader must be allowed for a tab to lead anywhere. */
const tabNeeds: Readonly<Record<TabName, readonly Operation[]>> = {
  overview: ['dashboard.read'],
  compare: ['figures.read'],
  alerts: ['alert.read'],
  submissions: ['submission.history'],
  review: ['review.decide'],
  audit: ['audit.read'],
  admin: ['account.create', 'account.grant'],
};

/** What is shown while it is not known who reads. */
const usualTabs: readonly TabName[] = ['overview', 'compare', 'alerts'];
const tabs: readonly TabName[] = [...usualTabs, 'submissions', 'review', 'audit', 'admin'];

const Tabs = (): ReactElement => {
  const { say } = useWords();
  const role = useSession()?.actor.role;
  const shown = tabs.filter((tab) =>
    role === undefined ? usualTabs.includes(tab) : tabNeeds[tab].some((operation) => mayDo(operation, role)),
  );
  const words: Record<TabName, string> = {
    overview: say('nav.overview'),
    compare: say('nav.compareShort'),
    alerts: say('nav.alerts'),
    submissions: say('nav.submissionsShort'),
    review: say('nav.reviewShort'),
    audit: say('nav.audit'),
    admin: say('nav.adminShort'),
  };
  return (
    <nav className="tabs" aria-label={say('nav.label')}>
      {shown.map((tab) => (
        <Link key={tab} to={`/${tab}`}>
          <TabIcon name={tab} />
          {words[tab]}
          {tab === 'alerts' && role !== undefined && <AlertCount />}
        </Link>
      ))}
    </nav>
  );
};

/** Says that the figures may be old once the line has been down for a few seconds. */
const LostLine = ({ since }: { readonly since: number | null }): ReactElement | null => {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (since === null) return undefined;
    const timer = setTimeout(() => setShown(true), 3_000);
    return () => clearTimeout(timer);
  }, [since]);
  if (!shown || since === null) return null;
  const time = new Date(since).toTimeString().slice(0, 5);
  return (
    <div className="lost banner risk" role="status">
      <LightGlyph light="risk" />
      <span>{say('face.lost', { time })}</span>
    </div>
  );
};
