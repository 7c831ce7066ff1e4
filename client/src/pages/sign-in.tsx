import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { RoleList } from '../features/access/role-list';
import { BrandMark } from '../ui/brand-mark';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/tag.css';
import './frame.css';
import './sign-in.css';

/** 登录: what this is for on the left, who one may be on the right. */
export const SignInPage = (): ReactElement => {
  const { say, language, choose } = useWords();
  const { history } = useRouter();
  const { from } = useSearch({ from: '/sign-in' });
  useTitle(say('top.signIn'));
  return (
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
        <p className="note">{say('signIn.note')}</p>
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
        <h1>{say('signIn.title')}</h1>
        <p className="hint">{say('signIn.hint')}</p>
        <RoleList onSignedIn={() => history.replace(from ?? '/overview')} />
      </section>
    </main>
  );
};

const Art = (): ReactElement => (
  <svg className="art" width={760} height={760} viewBox="0 0 760 760" aria-hidden="true">
    <path d="M60 430a320 320 0 1 1 640 0" fill="none" stroke="#1B416A" strokeWidth={64} />
    <path d="M497 133a320 320 0 0 1 203 297" fill="none" stroke="#1F5C6B" strokeWidth={64} />
    <path d="M475 188L519 76" stroke="#7CC0FF" strokeWidth={8} />
  </svg>
);
