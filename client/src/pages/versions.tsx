import { Link } from '@tanstack/react-router';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { ChangesTable } from '../features/publication/changes-table';
import {
  useChanges,
  useComparedVersions,
  useVersions,
  type VersionChanges,
  type Versions,
} from '../features/publication/use-publication';
import { Answer, EmptyFace } from '../ui/faces';
import { ScrollX } from '../ui/scroll-x';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import '../ui/tag.css';
import './versions.css';

/** 版本与更正: every version, what each changed, and any two beside each other. */
export const VersionsPage = (): ReactElement => {
  const { say } = useWords();
  const catalogue = useCatalogue();
  useTitle(say('versions.title'));
  return (
    <>
      <div className="context">
        <h1>{say('versions.title')}</h1>
      </div>
      <main id="content" className="versions">
        <Answer asked={useVersions()} skeleton={<div className="card" style={{ height: 420 }} />}>
          {(list) =>
            catalogue === undefined ? (
              <div className="card" style={{ height: 420 }} />
            ) : list.length === 0 ? (
              <section className="card">
                <EmptyFace title={say('versions.empty')}>
                  <span>{say('versions.emptyHint')}</span>
                </EmptyFace>
              </section>
            ) : (
              <Shown list={list} catalogue={catalogue} />
            )
          }
        </Answer>
      </main>
    </>
  );
};

const Shown = ({
  list,
  catalogue,
}: {
  readonly list: Versions;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const newest = list[0]?.number ?? 1;
  const [to, setTo] = useState(newest);
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const choice = (value: number, name: 'from' | 'to', choose: (number: number) => void): ReactElement => (
    <label>
      {say(name === 'from' ? 'versions.from' : 'versions.to')}
      <select name={name} value={value} onChange={(event) => choose(Number(event.target.value))}>
        {list.map(({ number }) => (
          <option key={number} value={number}>
            {say('version.published', { number })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <VersionTable
        list={list}
        onChoose={(number) => {
          setTo(number);
          setFrom(Math.max(1, number - 1));
        }}
      />
      <section className="card compared" data-from={from} data-to={to}>
        <div className="hd">
          <h2>{say('versions.compare')}</h2>
          <span className="choices">
            {choice(from, 'from', setFrom)}
            {choice(to, 'to', setTo)}
          </span>
        </div>
        {from === to ? (
          <First number={to} catalogue={catalogue} />
        ) : (
          <Compared from={from} to={to} catalogue={catalogue} />
        )}
      </section>
    </>
  );
};

const VersionTable = ({
  list,
  onChoose,
}: {
  readonly list: Versions;
  readonly onChoose: (number: number) => void;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <section className="card" aria-label={say('versions.list')}>
      <div className="hd">
        <h2>{say('versions.list')}</h2>
      </div>
      <ScrollX label={say('versions.list')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('versions.number')}</th>
              <th scope="col">{say('versions.publishedAt')}</th>
              <th scope="col">{say('versions.note')}</th>
              <th scope="col">{say('versions.reason')}</th>
              <th scope="col">{say('versions.by')}</th>
              <th scope="col" aria-label={say('versions.see')} />
            </tr>
          </thead>
          <tbody>
            {list.map((version) => (
              <tr key={version.number} data-version={version.number}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => onChoose(version.number)}>
                    {say('version.published', { number: version.number })}
                  </button>{' '}
                  {version.reason !== '' && <span className="tag">{say('versions.correction')}</span>}
                </th>
                <td>{momentText(version.publishedAt)}</td>
                <td className="why">{version.note}</td>
                <td className="why">{version.reason === '' ? say('value.none') : version.reason}</td>
                <td>{text(version.by.name)}</td>
                <td>
                  <Link to="/overview" search={{ asOf: String(version.number) }} className="linked">
                    {say('versions.see')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};

interface Choice {
  readonly catalogue: Catalogue;
}

const First = ({ number, catalogue }: Choice & { readonly number: number }): ReactElement => (
  <Answer asked={useChanges(number)} skeleton={<div className="sk" style={{ height: 200, margin: 16 }} />}>
    {(changes) => <Changes changes={changes} catalogue={catalogue} />}
  </Answer>
);

const Compared = ({
  from,
  to,
  catalogue,
}: Choice & { readonly from: number; readonly to: number }): ReactElement => (
  <Answer
    asked={useComparedVersions(from, to)}
    skeleton={<div className="sk" style={{ height: 200, margin: 16 }} />}
  >
    {(changes) => <Changes changes={changes} catalogue={catalogue} />}
  </Answer>
);

const Changes = ({ changes, catalogue }: Choice & { readonly changes: VersionChanges }): ReactElement => {
  const { say } = useWords();
  const [only, setOnly] = useState(false);
  const { from, to, total, corrections } = changes;
  const listed = only ? changes.changes.filter(({ kind }) => kind !== 'added') : changes.changes;
  return (
    <div className="compared-body">
      <p>
        <b>
          {from === null
            ? say('versions.firstChanges')
            : say('versions.changes', { from: from.number, to: to.number })}
        </b>{' '}
        <span className="sub">
          {say('versions.summary', { corrected: corrections, added: total - corrections })}
        </span>
      </p>
      <div className="seg" role="group" aria-label={say('versions.list')}>
        <button
          type="button"
          className={only ? '' : 'on'}
          aria-pressed={!only}
          onClick={() => setOnly(false)}
        >
          {say('versions.all')}
        </button>
        <button type="button" className={only ? 'on' : ''} aria-pressed={only} onClick={() => setOnly(true)}>
          {say('versions.onlyCorrections')}
        </button>
      </div>
      {listed.length === 0 ? (
        <EmptyFace title={say(only && total > 0 ? 'versions.noCorrections' : 'versions.none')} />
      ) : (
        <ChangesTable changes={listed} total={only ? listed.length : total} catalogue={catalogue} />
      )}
    </div>
  );
};
