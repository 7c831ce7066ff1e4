import type { Decomposition } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { decimals, decompositionSentence, mixWords, type MixWords } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { HowLink } from './how-link';

/** Whether the whole moved because its parts did, or because other parts weigh more. */
export const MixPanel = ({
  reading,
  indicator,
  catalogue,
}: {
  readonly reading: Decomposition;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, language } = words;
  const nameOf = (unit: string): string => unitName(words, catalogue, unit);
  const { effects } = reading;
  return (
    <section className="card mix" aria-label={say('mix.title')}>
      <div className="hd">
        <h2>{say('mix.title')}</h2>
        <span className="sub">{say('mix.hint')}</span>
        {effects !== null && (
          <span className="end">
            <HowLink code="mix" />
          </span>
        )}
      </div>
      <p className="finding">{decompositionSentence(reading, indicator, { language, nameOf })}</p>
      <MixTable reading={reading} indicator={indicator} catalogue={catalogue} />
      <p className="panel-note">{say('mix.effectHint', mixWords(indicator, language))}</p>
    </section>
  );
};

/** The two effects as a sum, and every part. */
export const MixTable = ({
  reading,
  indicator,
  catalogue,
}: {
  readonly reading: Decomposition;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, language } = words;
  const nameOf = (unit: string): string => unitName(words, catalogue, unit);
  const { difference, effects } = reading;
  const digits = digitsThatAdd(reading);
  return (
    <>
      {difference !== null && effects !== null && (
        <dl className="mix-sum">
          <div>
            <dt>{say('mix.total')}</dt>
            <dd>{change(difference, digits)}</dd>
          </div>
          <span aria-hidden="true">=</span>
          <div>
            <dt>{say('mix.rate')}</dt>
            <dd>{change(effects.rate, digits)}</dd>
          </div>
          <span aria-hidden="true">+</span>
          <div>
            <dt>{say('mix.mix', mixWords(indicator, language))}</dt>
            <dd>{change(effects.mix, digits)}</dd>
          </div>
        </dl>
      )}
      <PartsTable reading={reading} of={mixWords(indicator, language)} nameOf={nameOf} />
    </>
  );
};

/** Two decimals, or three where two would print a sum that does not add up. */
const digitsThatAdd = ({ difference, effects }: Decomposition): number => {
  const [all, rate, mix] = [difference, effects?.rate, effects?.mix].map((share) =>
    Math.round(10_000 * (share ?? 0)),
  );
  return all === (rate ?? 0) + (mix ?? 0) ? 2 : 3;
};

/** A change in percentage points with its sign. */
const change = (share: number, digits = 2): string => {
  const text = decimals(100 * share, digits);
  return Number(text) > 0 ? `+${text}` : text;
};

const PartsTable = ({
  reading,
  of,
  nameOf,
}: {
  readonly reading: Decomposition;
  readonly of: MixWords;
  readonly nameOf: (unit: string) => string;
}): ReactElement => {
  const { say } = useWords();
  const headings = [
    say('mix.before'),
    say('mix.after'),
    say('mix.change'),
    say('mix.shareBefore', of),
    say('mix.shareAfter', of),
    say('mix.effect'),
  ];
  const none = <span className="t3">{say('value.none')}</span>;
  const percent = (share: number | null): string | ReactElement =>
    share === null ? none : decimals(100 * share, 1);
  return (
    <ScrollX label={say('mix.title')}>
      <table className="table">
        <caption className="visually-hidden">{say('mix.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('compare.unit')}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="n">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.parts.map(({ unit, before, after, shareBefore, shareAfter, rateEffect }) => (
            <tr key={unit}>
              <th scope="row">{nameOf(unit)}</th>
              <td className="n">{percent(before)}</td>
              <td className="n b">{percent(after)}</td>
              <td className="n">{before === null || after === null ? none : change(after - before)}</td>
              <td className="n">{percent(shareBefore)}</td>
              <td className="n">{percent(shareAfter)}</td>
              <td className="n">{rateEffect === null ? none : change(rateEffect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};
