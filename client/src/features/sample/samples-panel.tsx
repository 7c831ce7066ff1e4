import type { Indicator } from '@zhibiao/shared/programme';
import type { SampleView } from '@zhibiao/shared/sample';
import { decimals, thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { FailingTable } from './failing-table';
import { ParetoPanel } from './pareto-panel';
import { useSamples, type FigureChoice } from './use-samples';
import './samples.css';

/** The samples behind a figure: by county, by category, by what they failed, down to the failing ones. */
export const SamplesPanel = ({
  choice,
  category,
  mayReadSamples,
  indicator,
  catalogue,
}: {
  readonly choice: FigureChoice;
  /** The category whose failing samples are shown; undefined for none yet. */
  readonly category: string | undefined;
  /** Whether this reader may see single samples. */
  readonly mayReadSamples: boolean;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const { say, text } = useWords();
  const view = useSamples(choice).data;
  // Most figures are reported without their samples: then there is nothing to go down to.
  if (view === undefined || view.total === 0) return null;
  const unit = text(indicator.sampleUnit);
  const failures = view.total - view.passes;
  return (
    <section className="card samples" aria-label={say('samples.title')} data-panel="samples">
      <div className="hd">
        <h2>{say('samples.title')}</h2>
        <span className="sub">
          {say('samples.behind', { total: thousands(view.total), failures: thousands(failures), unit })}
        </span>
      </div>
      <div className="samples-grid">
        <div>
          {view.units.length > 1 && <UnitCounts view={view} catalogue={catalogue} />}
          <CategoryCounts
            view={view}
            shown={mayReadSamples ? category : undefined}
            mayOpen={mayReadSamples}
          />
        </div>
        <ParetoPanel pareto={view.pareto} />
      </div>
      {mayReadSamples ? (
        category !== undefined && <FailingTable choice={choice} category={category} catalogue={catalogue} />
      ) : (
        <p className="panel-note">{say('samples.notYours')}</p>
      )}
      <p className="panel-note">
        {say('samples.sources', {
          names: view.sources.map(({ fileName }) => fileName).join(say('samples.comma')),
        })}
      </p>
    </section>
  );
};

interface Count {
  readonly passes: number;
  readonly total: number;
}

const CountCells = ({ passes, total }: Count): ReactElement => (
  <>
    <td className="n">{thousands(total)}</td>
    <td className={`n${total > passes ? ' b' : ''}`}>{thousands(total - passes)}</td>
    <td className="n">{total === 0 ? '—' : decimals((passes / total) * 100, 1)}</td>
  </>
);

const CountHeads = ({ first }: { readonly first: string }): ReactElement => {
  const { say } = useWords();
  return (
    <tr>
      <th scope="col">{first}</th>
      <th scope="col" className="n">
        {say('samples.total')}
      </th>
      <th scope="col" className="n">
        {say('samples.failures')}
      </th>
      <th scope="col" className="n">
        {say('samples.rate')}
      </th>
    </tr>
  );
};

const UnitCounts = ({
  view,
  catalogue,
}: {
  readonly view: SampleView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <ScrollX label={say('samples.byUnit')}>
      <table className="table">
        <caption className="visually-hidden">{say('samples.byUnit')}</caption>
        <thead>
          <CountHeads first={say('samples.unit')} />
        </thead>
        <tbody>
          {view.units.map(({ unit, passes, total }) => (
            <tr key={unit}>
              <th scope="row">
                <SearchLink change={{ unit, category: undefined }}>
                  {unitName(words, catalogue, unit)}
                </SearchLink>
              </th>
              <CountCells passes={passes} total={total} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

const CategoryCounts = ({
  view,
  shown,
  mayOpen,
}: {
  readonly view: SampleView;
  readonly shown: string | undefined;
  readonly mayOpen: boolean;
}): ReactElement => {
  const { say } = useWords();
  return (
    <ScrollX label={say('samples.byCategory')}>
      <table className="table">
        <caption className="visually-hidden">{say('samples.byCategory')}</caption>
        <thead>
          <CountHeads first={say('samples.category')} />
        </thead>
        <tbody>
          {view.categories.map(({ category, passes, total }) => {
            const name = category === '' ? say('samples.noCategory') : category;
            return (
              <tr key={category}>
                <th scope="row">
                  {mayOpen && total > passes ? (
                    <SearchLink
                      change={{ category: category === '' ? '-' : category }}
                      current={shown === category}
                    >
                      {name}
                    </SearchLink>
                  ) : (
                    name
                  )}
                </th>
                <CountCells passes={passes} total={total} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
};
