import { mayDo } from '@zhibiao/shared/access';
import type { ReactElement } from 'react';
import { useSession } from '../features/access/use-session';
import { AuditFilter } from '../features/audit/audit-filter';
import { AuditTable } from '../features/audit/audit-table';
import { auditSearchOf, useAudit, useVerify, type AuditSearch } from '../features/audit/use-audit';
import { VerdictNote } from '../features/audit/verdict-note';
import { Answer, EmptyFace, ProblemFace } from '../ui/faces';
import { LightGlyph } from '../ui/glyph';
import { usePageSearch } from '../ui/search';
import { stringifySearch } from '../ui/search-keys';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import './audit.css';

/** 审计: who did what and when, whether the trail is whole, and a copy to take away. */
export const AuditPage = (): ReactElement => {
  const { say } = useWords();
  const session = useSession();
  useTitle(say('audit.title'));
  if (session == null) return <Waiting />;
  return mayDo('audit.read', session.actor.role) ? <Trail /> : <NotYours />;
};

const Trail = (): ReactElement => {
  const { say, language } = useWords();
  const search = auditSearchOf(usePageSearch());
  const asked = useAudit(search);
  const verify = useVerify();
  const keepDays = asked.data?.[0]?.keepDays;
  return (
    <>
      <div className="context">
        <h1>{say('audit.title')}</h1>
        {keepDays !== undefined && <span className="crumb">{say('audit.hint', { days: keepDays })}</span>}
        <span className="audit-acts">
          <button
            type="button"
            className="button"
            disabled={verify.isPending}
            data-action="verify"
            onClick={() => verify.mutate()}
          >
            {say(verify.isPending ? 'audit.verifying' : 'audit.verify')}
          </button>
          <a className="button" href={exportAddress(search, language)} download data-action="export">
            {say('audit.export')}
          </a>
        </span>
      </div>
      <main id="content" className="audit">
        {verify.data !== undefined && <VerdictNote verdict={verify.data} />}
        {verify.error !== null && <ProblemFace error={verify.error} onRetry={() => verify.mutate()} />}
        <section className="card" aria-label={say('audit.table')}>
          <AuditFilter search={search} onSearch={() => void asked.refetch()} />
          <Answer asked={asked} skeleton={<div className="sk" style={{ height: 420, margin: 16 }} />}>
            {(pages) => {
              const entries = pages.flatMap((page) => page.entries);
              return entries.length === 0 ? (
                <EmptyFace title={say('audit.none')}>
                  <span>{say('audit.noneHint')}</span>
                </EmptyFace>
              ) : (
                <AuditTable entries={entries} />
              );
            }}
          </Answer>
          <p className="audit-foot">
            {asked.older !== null && (
              <button
                type="button"
                className="link-button"
                disabled={asked.isWaiting}
                data-action="older"
                onClick={asked.older}
              >
                {say('audit.older')}
              </button>
            )}
            <span className="src">{say('audit.newer')}</span>
          </p>
        </section>
      </main>
    </>
  );
};

const exportAddress = (search: AuditSearch, language: string): string =>
  `/api/audit.csv${stringifySearch({ ...search, language })}`;

const NotYours = (): ReactElement => {
  const { say } = useWords();
  return (
    <>
      <div className="context">
        <h1>{say('audit.title')}</h1>
      </div>
      <main id="content" className="audit">
        <section className="card" data-refused="">
          <div className="face">
            <LightGlyph light="none" size={22} />
            <b>{say('audit.notYours')}</b>
            <span>{say('audit.notYoursHint')}</span>
          </div>
        </section>
      </main>
    </>
  );
};

const Waiting = (): ReactElement => {
  const { say } = useWords();
  return (
    <>
      <div className="context">
        <h1>{say('audit.title')}</h1>
      </div>
      <main id="content" className="audit">
        <div className="card" style={{ height: 420 }} />
      </main>
    </>
  );
};
