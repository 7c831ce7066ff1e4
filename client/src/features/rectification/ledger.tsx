import type { LedgerLine } from '@zhibiao/shared/rectification';
import { alertLevelText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { ownerName } from './rectification-words';
import type { LedgerView } from './use-rectifications';
import './ledger.css';

/** 台账: the rectifications of a year, what they add up to, and both as a workbook. */
export const Ledger = ({
  view,
  unit,
  catalogue,
}: {
  readonly view: LedgerView;
  /** Only those of a unit; undefined for all. */
  readonly unit: string | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, language } = useWords();
  const asked = new URLSearchParams({
    year: String(view.year),
    language,
    ...(unit === undefined ? {} : { unit }),
  });
  return (
    <div className="ledger" data-year={view.year}>
      <section className="card">
        <div className="hd">
          <h2>{say('ledger.sums')}</h2>
          <Choices view={view} unit={unit} catalogue={catalogue} />
          <a
            className="button end"
            data-action="export"
            href={`/api/rectifications.xlsx?${asked.toString()}`}
            download
          >
            {say('ledger.export')}
          </a>
        </div>
        <Sums view={view} catalogue={catalogue} />
      </section>
      <section className="card">
        <div className="hd">
          <h2>{say('ledger.lines')}</h2>
        </div>
        {view.lines.length === 0 ? (
          <EmptyFace title={say('ledger.none')}>{null}</EmptyFace>
        ) : (
          <Lines lines={view.lines} catalogue={catalogue} />
        )}
      </section>
    </div>
  );
};

const useUnitName = (catalogue: Catalogue): ((code: string) => string) => {
  const { text } = useWords();
  return (code) => {
    const unit = catalogue.unit(code);
    return unit === undefined ? code : text(unit.name);
  };
};

const Choices = ({
  view,
  unit,
  catalogue,
}: {
  readonly view: LedgerView;
  readonly unit: string | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const nameOf = useUnitName(catalogue);
  return (
    <>
      <nav className="seg" aria-label={say('ledger.year')}>
        {view.years.map((year) => (
          <SearchLink key={year} change={{ period: String(year) }} current={year === view.year}>
            {year}
          </SearchLink>
        ))}
      </nav>
      {(view.units.length > 1 || unit !== undefined) && (
        <nav className="seg" aria-label={say('ledger.unit')}>
          <SearchLink change={{ unit: undefined }} current={unit === undefined}>
            {say('ledger.allUnits')}
          </SearchLink>
          {view.units.map((code) => (
            <SearchLink key={code} change={{ unit: code }} current={code === unit}>
              {nameOf(code)}
            </SearchLink>
          ))}
        </nav>
      )}
    </>
  );
};

const sumColumns = [
  'ledger.opened',
  'ledger.closed',
  'ledger.inTime',
  'ledger.openLate',
  'ledger.median',
  'ledger.relapses',
] as const;

const Sums = ({
  view,
  catalogue,
}: {
  readonly view: LedgerView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const nameOf = useUnitName(catalogue);
  // Of one unit the sum of all says the same.
  const sums = view.sums.length === 2 ? view.sums.slice(1) : view.sums;
  return (
    <ScrollX label={say('ledger.sums')}>
      <table className="table" data-table="sums">
        <caption className="visually-hidden">{say('ledger.sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ledger.unit')}</th>
            {sumColumns.map((key) => (
              <th key={key} scope="col" className="num">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.map(({ unit, opened, closed, closedInTime, openLate, medianDays, relapses }) => (
            <tr key={unit ?? ''} className={unit === null ? 'whole' : ''}>
              <th scope="row">{unit === null ? say('ledger.whole') : nameOf(unit)}</th>
              {[opened, closed, closedInTime, openLate, medianDays ?? '—', relapses].map((count, place) => (
                <td key={sumColumns[place]} className="num">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

const Lines = ({
  lines,
  catalogue,
}: {
  readonly lines: readonly LedgerLine[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text, language } = words;
  const nameOf = useUnitName(catalogue);
  const indicatorName = (code: string): string => {
    const indicator = catalogue.indicator(code);
    return indicator === undefined ? code : text(indicator.shortName);
  };
  return (
    <ScrollX label={say('ledger.lines')}>
      <table className="table" data-table="lines">
        <caption className="visually-hidden">{say('ledger.lines')}</caption>
        <thead>
          <tr>
            {(
              [
                'ledger.number',
                'ledger.indicator',
                'ledger.unit',
                'ledger.level',
                'ledger.owner',
                'ledger.state',
                'ledger.openedOn',
                'ledger.signedOn',
                'ledger.handedInOn',
                'ledger.closedOn',
              ] as const
            ).map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
            {(['ledger.days', 'ledger.lateBy', 'ledger.relapses'] as const).map((key) => (
              <th key={key} scope="col" className="num">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <SearchLink
                  change={{
                    view: 'rectification',
                    rectification: line.id,
                    period: undefined,
                    unit: undefined,
                  }}
                >
                  {`YJ-${line.year}-${String(line.number).padStart(3, '0')}`}
                </SearchLink>
              </th>
              <td>{indicatorName(line.indicator)}</td>
              <td>{nameOf(line.unit)}</td>
              <td>{alertLevelText(line.level, language)}</td>
              <td>{ownerName(words, catalogue, line.owner)}</td>
              <td>{say(`rectification.state.${line.state}`)}</td>
              <td>{line.openedOn}</td>
              <td>{line.signedOn ?? '—'}</td>
              <td>{line.handedInOn ?? '—'}</td>
              <td>{line.closedOn ?? '—'}</td>
              <td className="num">{line.rounds[line.rounds.length - 1] ?? '—'}</td>
              <td className={`num ${line.lateBy > 0 ? 't-miss' : ''}`}>{line.lateBy}</td>
              <td className="num">{line.relapses}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};
