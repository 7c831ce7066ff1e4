import type { RankedUnit } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../api/use-catalogue';
import { axisRange } from '../../../charts/axis-range';
import { darkPalette, lightColour } from '../../../charts/palette';
import { LightGlyph } from '../../../ui/glyph';
import { unitName } from '../../../ui/names';
import { usePageSearch } from '../../../ui/search';
import { useWords } from '../../../ui/words';
import { valueUnit } from '../assessment-words';
import { isScore, onScale } from '../readings';
import { useComparison } from '../use-views';

/** Rows that fit; of more units the lowest are shown, for those are spoken of. */
const most = 6;
const width = 470;

/** The parts of the whole by their value, each with its 95 % interval and the target through all. */
export const WallRanking = ({
  indicator,
  catalogue,
}: {
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const { period, basis, asOf } = usePageSearch();
  const { data } = useComparison({ period, basis, asOf, indicator: indicator.code });
  // Another indicator's counties stay away, however near they are.
  const ranked = data?.ranked.indicator === indicator.code ? data.ranked : undefined;
  const units = ranked?.units.filter(({ assessment }) => assessment.value !== null) ?? [];
  const shown = units.slice(-most);
  const target = ranked?.targetText == null ? null : Number(ranked.targetText);
  return (
    <div className="wall-ranking">
      <div className="head">
        <span>
          {say('wall.ranking')}
          {units.length > most && say('wall.lowest', { count: most, of: units.length })}
        </span>
        {target !== null && (
          <span className="target-key">
            {say('gauge.target', { target: `${ranked?.targetText}${valueUnit(words, indicator)}` })}
          </span>
        )}
      </div>
      {ranked !== undefined && shown.length === 0 && <p className="empty">{say('wall.noUnits')}</p>}
      <ol>
        {shown.map((unit) => (
          <Row
            key={unit.assessment.unit}
            unit={unit}
            name={unitName(words, catalogue, unit.assessment.unit)}
            place={placeOn(shown, indicator, target)}
            indicator={indicator}
            target={target}
          />
        ))}
      </ol>
    </div>
  );
};

const Row = ({
  unit: { assessment },
  name,
  place,
  indicator,
  target,
}: {
  readonly unit: RankedUnit;
  readonly name: string;
  readonly place: (value: number) => number;
  readonly indicator: Indicator;
  readonly target: number | null;
}): ReactElement => {
  const words = useWords();
  const { text } = words;
  const { interval95, value, light, rateText, figure } = assessment;
  return (
    <li>
      <span className="unit">{name}</span>
      <span className="line" aria-hidden="true">
        {target !== null && <i className="target" style={{ left: place(target) }} />}
        {interval95 !== null && (
          <i
            className="interval"
            style={{
              left: place(onScale(interval95.lower, indicator)),
              right: width - place(onScale(interval95.upper, indicator)),
              background: lightColour(light, darkPalette),
            }}
          />
        )}
        {value !== null && (
          <span className={`dot ${light}`} style={{ left: place(onScale(value, indicator)) }}>
            <LightGlyph light={light} size={26} />
          </span>
        )}
      </span>
      <b>
        {rateText}
        {valueUnit(words, indicator)}
      </b>
      <span className="total">
        {figure?.kind === 'counts' ? `${thousands(figure.total)} ${text(indicator.sampleUnit)}` : ''}
      </span>
    </li>
  );
};

/** Where a value lies across the row, in pixels. */
const placeOn = (
  units: readonly RankedUnit[],
  indicator: Indicator,
  target: number | null,
): ((value: number) => number) => {
  const values = units.flatMap(({ assessment: { value, interval95 } }) =>
    [value, interval95?.lower ?? null, interval95?.upper ?? null].flatMap((one) =>
      one === null ? [] : [onScale(one, indicator)],
    ),
  );
  const { min, max } = axisRange(
    target === null ? values : [...values, target],
    isScore(indicator) ? null : 100,
    7,
    indicator.scale,
  );
  return (value) => ((value - min) / (max - min)) * width;
};
