import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { probabilityText, thousands } from '@zhibiao/shared/wording';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { Catalogue } from '../../../api/use-catalogue';
import { Gauge } from '../../../charts/gauge';
import { wallGauge } from '../../../charts/gauge-scene';
import { darkPalette } from '../../../charts/palette';
import { LightGlyph } from '../../../ui/glyph';
import { useWords } from '../../../ui/words';
import {
  countsText,
  gapSentence,
  lightWord,
  referenceName,
  gapWord,
  valueUnit,
  valueWithUnit,
} from '../assessment-words';
import { reasonText, targetName } from '../judgement-words';
import { gaugeReading, referenceLeg } from '../readings';
import { WallCourse } from './wall-course';
import { WallRanking } from './wall-ranking';

/** The indicator before the room: its gauge, the gap in one sentence, what the year still bears, and by county. */
export const WallFocus = ({
  card,
  indicator,
  catalogue,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment, targetText } = card;
  const { light } = assessment;
  return (
    <section className="wall-focus" aria-label={text(indicator.name)}>
      <header>
        <h2>{text(indicator.name)}</h2>
        <span className={`badge ${light}`}>
          <LightGlyph light={light} size={32} />
          {lightWord(words, assessment)}
        </span>
      </header>
      <FocusGauge card={card} indicator={indicator} />
      <p className={`gap ${light}`}>
        {assessment.figure === null && card.dueOn !== null
          ? say('awaited.by', { day: card.dueOn })
          : gapSentence(words, indicator, assessment, targetText)}
      </p>
      <Keys card={card} indicator={indicator} catalogue={catalogue} />
      {indicator.reportedBy === 'lower-units' ? (
        <WallRanking indicator={indicator} catalogue={catalogue} />
      ) : (
        <WallCourse card={card} indicator={indicator} />
      )}
    </section>
  );
};

const FocusGauge = ({
  card: { assessment, targetText },
  indicator,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const label = targetText === null ? '' : say('gauge.target', { target: targetText });
  const reading = useMemo(
    () => gaugeReading(assessment, indicator, { text: targetText, label }),
    [assessment, indicator, targetText, label],
  );
  const name = text(indicator.name);
  const target = targetName(words, indicator, assessment, targetText);
  const light = lightWord(words, assessment);
  const { rateText } = assessment;
  return (
    <div className="gauge-place">
      <Gauge
        reading={reading}
        size={wallGauge}
        colours={darkPalette}
        description={
          rateText === null
            ? say('gauge.descriptionEmpty', { name, target, light })
            : say('gauge.description', {
                name,
                target,
                light,
                value: valueWithUnit(words, indicator, rateText),
              })
        }
      />
      <div className="number">
        {rateText === null ? (
          <b className="absent">{say('value.none')}</b>
        ) : (
          <b className={rateText.length > 5 ? 'long' : ''}>
            {rateText}
            <i>{valueUnit(words, indicator)}</i>
          </b>
        )}
        <span>
          {countsText(words, indicator, assessment.figure) ?? reasonText(words, indicator, assessment)}
        </span>
      </div>
    </div>
  );
};

/** What the year still bears, how likely the target is, and the reference: those of the three that there are. */
const Keys = ({
  card: { assessment },
  indicator,
  catalogue,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, text } = words;
  const { budget, outlook } = assessment;
  const reference = referenceLeg(assessment);
  const keys: ReactNode[] = [];
  if (budget !== null && budget.allowed !== null && budget.allowed > 0)
    keys.push(
      <Key key="budget" name={say('indicator.budget')} value={thousands(budget.remaining ?? 0)}>
        {say('wall.allowed', { allowed: thousands(budget.allowed), unit: text(indicator.sampleUnit) })}
      </Key>,
    );
  if (outlook !== null)
    keys.push(
      <Key key="outlook" name={say('indicator.outlook')} value={probabilityText(outlook.probability)}>
        {say(`outlook.${outlook.word}`)}
      </Key>,
    );
  if (reference !== undefined && reference.against !== null)
    keys.push(
      <Key
        key="reference"
        name={
          <>
            <i className="diamond" />
            {say('reference.average', { name: referenceName(words, catalogue, reference.reference?.unit) })}
          </>
        }
        value={valueWithUnit(words, indicator, reference.against)}
      >
        {reference.by === null ? '' : gapWord(words, reference.by)}
      </Key>,
    );
  if (keys.length === 0 && assessment.figure === null) return null;
  if (keys.length === 0) return <p className="keys only">{reasonText(words, indicator, assessment)}</p>;
  return <dl className="keys">{keys}</dl>;
};

const Key = ({
  name,
  value,
  children,
}: {
  readonly name: ReactNode;
  readonly value: string;
  readonly children: ReactNode;
}): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>
      <b>{value}</b> {children}
    </dd>
  </div>
);
