import { useState, type ReactElement, type ReactNode } from 'react';
import { useEntrance } from '../features/access/use-account';
import { BrandMark } from '../ui/brand-mark';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import { InsecureBanner } from './insecure-banner';
import '../ui/controls.css';
import '../ui/faces.css';
import '../ui/tag.css';
import './frame.css';
import './sign-in.css';

/** The pages before the door: what this is for on the left, what to do on the right. */
export const Entry = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactElement => {
  const { say, language, choose } = useWords();
  const entrance = useEntrance().data;
  useTitle(title);
  return (
    <>
      {entrance?.insecure === true && <InsecureBanner />}
      <main className="sign-in">
        <section className="left">
          <Art />
          <div className="brand">
            <BrandMark size={30} />
            {say('app.name')}
          </div>
          <p className="slogan">
            {say('signIn.slogan1')} <br />
            {say('signIn.slogan2')}
          </p>
          <p className="about">{say('signIn.about')}</p>
          <p className="note">{say(entrance?.mode === 'live' ? 'signIn.noteLive' : 'signIn.note')}</p>
        </section>
        <section className="right">
          <button
            type="button"
            className="link-button language"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
          >
            {say('top.otherLanguage')}
          </button>
          <h1>{title}</h1>
          <p className="hint">{hint ?? ''}</p>
          {children}
        </section>
      </main>
    </>
  );
};

/** The token behind `#` of the address, taken once and wiped off the address bar. */
export const useTokenOnce = (): string => {
  const [token] = useState(() => {
    const found = location.hash.slice(1);
    if (found !== '') history.replaceState(history.state, '', location.pathname);
    return found;
  });
  return token;
};

const Art = (): ReactElement => (
  <svg className="art" width={760} height={760} viewBox="0 0 760 760" aria-hidden="true">
    <path d="M60 430a320 320 0 1 1 640 0" fill="none" stroke="#1B416A" strokeWidth={64} />
    <path d="M497 133a320 320 0 0 1 203 297" fill="none" stroke="#1F5C6B" strokeWidth={64} />
    <path d="M475 188L519 76" stroke="#7CC0FF" strokeWidth={8} />
  </svg>
);
