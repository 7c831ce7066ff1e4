import { useNavigate } from '@tanstack/react-router';
import type { OverviewView } from '@zhibiao/shared/evaluation';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import type { Session } from '../features/access/use-session';
import { WallAlert } from '../features/alert/wall-alert';
import { useOverview } from '../features/evaluation/use-views';
import { useRotation } from '../features/evaluation/wall/use-rotation';
import { WallCards } from '../features/evaluation/wall/wall-cards';
import { WallFocus } from '../features/evaluation/wall/wall-focus';
import { pageWith, wallTurns } from '../features/evaluation/wall/wall-turns';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import { useStanding } from './use-standing';
import './wall.css';

const canvas = { width: 1920, height: 1080 } as const;
const seats = 12;

/** 大屏: one indicator at a time before the room, all of them beside it, nothing to click. */
export const WallPage = (): ReactElement | null => {
  const { say } = useWords();
  const { session, lostSince } = useStanding();
  const asked = useOverview(usePageSearch());
  const catalogue = useCatalogue();
  const scale = useScale();
  useTitle(say('wall.title'));
  if (session === null) return null;
  return (
    <div className={`wall${lostSince === null ? '' : ' stale'}`}>
      <div className="canvas" style={{ ...canvas, transform: `scale(${scale})` }}>
        {asked.data === undefined || catalogue === undefined || session === undefined ? (
          <p className="waiting" role="status">
            {say('wall.waiting')}
          </p>
        ) : (
          <Stage view={asked.data} catalogue={catalogue} session={session} lostSince={lostSince} />
        )}
      </div>
    </div>
  );
};

const Stage = ({
  view,
  catalogue,
  session,
  lostSince,
}: {
  readonly view: OverviewView;
  readonly catalogue: Catalogue;
  readonly session: Session;
  readonly lostSince: number | null;
}): ReactElement => {
  const { say } = useWords();
  const navigate = useNavigate();
  const cards = useMemo(() => [...view.cards, ...view.coverage], [view]);
  const turns = useMemo(() => wallTurns(cards), [cards]);
  const onLeave = useCallback(() => {
    // A display on the wall has nowhere else to go.
    if (session.actor.role !== 'wall') void navigate({ to: '/overview' });
  }, [navigate, session]);
  const { at, paused } = useRotation(turns, usePageSearch().speed ?? 1, onLeave);
  const shown = turns[at]?.indicator;
  const place = cards.findIndex(({ assessment }) => assessment.indicator === shown);
  const card = cards[place];
  const indicator = shown === undefined ? undefined : catalogue.indicator(shown);
  return (
    <>
      <Head view={view} catalogue={catalogue} session={session} lostSince={lostSince} />
      <main id="content" className="wall-main">
        {card === undefined || indicator === undefined ? (
          <section className="wall-focus" />
        ) : (
          <WallFocus card={card} indicator={indicator} catalogue={catalogue} />
        )}
        <WallCards cards={pageWith(cards, place, seats)} shown={shown} catalogue={catalogue} />
      </main>
      <footer className="wall-foot">
        <WallAlert catalogue={catalogue} indicator={shown} />
        <span className="turns">
          {paused && <b>{say('wall.paused')}</b>}
          {paused && <span className="hint">{say('wall.keys')}</span>}
          <span>{say('wall.turn', { at: at + 1, of: turns.length })}</span>
          {!paused && (
            <span className="steps" aria-hidden="true">
              {turns.map(({ indicator: code }, step) => (
                <i key={code} className={step === at ? 'now' : ''} />
              ))}
            </span>
          )}
        </span>
      </footer>
    </>
  );
};

const Head = ({
  view: { stamp },
  catalogue,
  session,
  lostSince,
}: {
  readonly view: OverviewView;
  readonly catalogue: Catalogue;
  readonly session: Session;
  readonly lostSince: number | null;
}): ReactElement => {
  const { say, text, period, language } = useWords();
  const now = useMinute();
  const { shown } = stamp;
  return (
    <header className="wall-head">
      <h1>{text(catalogue.programme.title)}</h1>
      <span className="period">{period(stamp.period, stamp.basis)}</span>
      {session.mode === 'demonstration' && <span className="demo">{say('top.demonstration')}</span>}
      <div className="times">
        <span>{`${session.today} ${weekdayText(session.today, language)} ${clockText(now)}`}</span>
        {lostSince === null ? (
          <span>
            {shown?.kind === 'publication'
              ? say('wall.through', { day: stamp.dataThrough, number: shown.number })
              : say('stamp.through', { day: stamp.dataThrough })}
          </span>
        ) : (
          <span className="lost" role="status">
            {say('wall.lost', { time: clockText(new Date(lostSince)) })}
          </span>
        )}
      </div>
    </header>
  );
};

/** The browser's time, anew with each minute. */
const useMinute = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (now.getTime() % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
};

/** How much the canvas shrinks or grows to fit the screen without being cut. */
const useScale = (): number => {
  const [scale, setScale] = useState(fit);
  useEffect(() => {
    const onResize = (): void => setScale(fit());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return scale;
};

const fit = (): number => Math.min(innerWidth / canvas.width, innerHeight / canvas.height);

/** Hours and minutes as every wall clock shows them, `10:24`. */
const clockText = (at: Date): string => at.toTimeString().slice(0, 5);

/** The name of a day's weekday, a word of the browser's own. */
const weekdayText = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
