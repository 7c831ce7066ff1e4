import type { Pareto } from '@zhibiao/shared/sample';
import { thousands } from '@zhibiao/shared/wording';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { paretoHeight, paretoOption, paretoSeries, type ParetoChart } from '../../charts/pareto-option';
import { Plot } from '../../charts/plot';
import { ScrollX } from '../../ui/scroll-x';
import { useWords, type Words } from '../../ui/words';

/** What failing samples failed, the most frequent first: the few items that make most of the findings. */
export const ParetoPanel = ({ pareto }: { readonly pareto: Pareto }): ReactElement => {
  const words = useWords();
  const { say } = words;
  const [table, setTable] = useState(false);
  const toggle = useCallback(() => setTable((shown) => !shown), []);
  const chart = useMemo(() => chartOf(pareto, words), [pareto, words]);
  const option = useMemo(() => paretoOption(chart), [chart]);
  const sentence = paretoSentence(pareto, words);
  return (
    <div className="pareto">
      <div className="pareto-head">
        <h3>{say('samples.pareto')}</h3>
        {pareto.findings > 0 && (
          <button type="button" className="link-button" aria-pressed={table} onClick={toggle}>
            {say(table ? 'view.chart' : 'view.table')}
          </button>
        )}
      </div>
      <p className="finding">{sentence}</p>
      {pareto.findings > 0 &&
        (table ? (
          <ParetoTable pareto={pareto} />
        ) : (
          <Plot
            option={option}
            height={paretoHeight(chart.bars.length)}
            series={paretoSeries}
            readings={chart.readings}
            vertical
            onTable={toggle}
            description={sentence}
          />
        ))}
      {pareto.rest.items > 0 && (
        <p className="panel-note">
          {say('samples.rest', { items: pareto.rest.items, failures: thousands(pareto.rest.failures) })}
        </p>
      )}
    </div>
  );
};

const percentOf = (share: number): number => Math.round(share * 100);

const nameOf = (item: string | null, { say }: Words): string => item ?? say('samples.noItem');

const chartOf = (pareto: Pareto, words: Words): ParetoChart => ({
  bars: pareto.bars.map(({ item, failures, cumulative }, place) => ({
    name: nameOf(item, words),
    failures,
    label: words.say('samples.bar', { failures: thousands(failures), percent: percentOf(cumulative) }),
    isVital: place < pareto.vitalFew,
  })),
  readings: pareto.bars.map(({ item, failures, cumulative }) => ({
    title: nameOf(item, words),
    rows: [
      [words.say('samples.findings'), thousands(failures)],
      [words.say('samples.cumulative'), `${percentOf(cumulative)}%`],
    ],
  })),
});

const paretoSentence = ({ bars, findings, vitalFew }: Pareto, words: Words): string => {
  const last = bars[vitalFew - 1];
  if (last === undefined) return words.say('samples.noFindings');
  return words.say('samples.finding', {
    findings: thousands(findings),
    few: vitalFew,
    names: bars
      .slice(0, Math.min(3, vitalFew))
      .map(({ item }) => nameOf(item, words))
      .join(words.say('samples.comma')),
    more: vitalFew > 3 ? words.say('samples.andMore') : '',
    percent: percentOf(last.cumulative),
  });
};

const ParetoTable = ({ pareto }: { readonly pareto: Pareto }): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <ScrollX label={say('samples.pareto')}>
      <table className="table">
        <caption className="visually-hidden">{say('samples.pareto')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('samples.item')}</th>
            <th scope="col" className="n">
              {say('samples.findings')}
            </th>
            <th scope="col" className="n">
              {say('samples.cumulative')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pareto.bars.map(({ item, failures, cumulative }) => (
            <tr key={item ?? ''}>
              <th scope="row">{nameOf(item, words)}</th>
              <td className="n">{thousands(failures)}</td>
              <td className="n">{`${percentOf(cumulative)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};
