import type { Assessment, HowCode } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import {
  caseWords,
  decimals,
  intervalText,
  pointsText,
  probabilityText,
  thousands,
} from '@zhibiao/shared/wording';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ReferenceMark, TargetMark } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import {
  countsText,
  differenceUnit,
  gapSentence,
  referenceName,
  valueUnit,
  valueWithUnit,
} from './assessment-words';
import { HowLink } from './how-link';
import { evidenceLine, excessLine, missingName, reasonText, targetName } from './judgement-words';
import { mainLeg, referenceLeg } from './readings';
import './kpi-band.css';

/** The key figures of an assessment: value, target, reference, why this light, and what the year still bears. */
export const KpiBand = ({
  assessment,
  targetText,
  indicator,
  catalogue,
}: {
  readonly assessment: Assessment;
  readonly targetText: string | null;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { budget, outlook } = assessment;
  const evidence = evidenceLine(words, indicator, assessment);
  return (
    <section
      className={`card kpi${budget !== null || outlook !== null ? ' many' : ''}`}
      aria-label={say('indicator.kpi')}
    >
      <ValueCell assessment={assessment} indicator={indicator} />
      <TargetCell assessment={assessment} targetText={targetText} indicator={indicator} />
      <ReferenceCell assessment={assessment} indicator={indicator} catalogue={catalogue} />
      <Cell name={say('indicator.judgement')}>
        <span className={`value words t-${assessment.light}`}>
          <HowLink code="light">{reasonText(words, indicator, assessment)}</HowLink>
        </span>
        {evidence !== null && <span className="note">{evidence}</span>}
        {assessment.derivation !== null && assessment.complete && assessment.evidence === null && (
          <span className="note">{say(`indicator.derived.${assessment.derivation}`)}</span>
        )}
        {!assessment.complete && assessment.missing.length > 0 && (
          <span className="note">
            {say('indicator.incomplete', {
              missing: assessment.missing
                .map((code) => missingName(words, catalogue, indicator, code))
                .join(say('definition.joiner')),
            })}
          </span>
        )}
      </Cell>
      {budget !== null && budget.allowed !== null && (
        <Cell name={say('indicator.budget')}>
          <span className="value">
            <HowLink code="budget">{thousands(budget.remaining ?? 0)}</HowLink>
            <small>
              / {thousands(budget.allowed)} {text(indicator.sampleUnit)}
            </small>
          </span>
          {budget.remainingSamples !== null && budget.requiredRate !== null && (
            <span className="note">
              {budget.requiredRate > 1
                ? say('indicator.budgetLost', {
                    rest: thousands(budget.remainingSamples),
                    unit: text(indicator.sampleUnit),
                    passWord: caseWords(indicator).passWord ?? say('light.met'),
                  })
                : say('indicator.budgetNeed', {
                    rest: thousands(budget.remainingSamples),
                    unit: text(indicator.sampleUnit),
                    rate: decimals(budget.requiredRate * 100, 1),
                  })}
            </span>
          )}
        </Cell>
      )}
      {outlook !== null && (
        <Cell name={say('indicator.outlook')}>
          <span className="value">
            <HowLink code="outlook">{probabilityText(outlook.probability)}</HowLink>
            <small>{say(`outlook.${outlook.word}`)}</small>
          </span>
          {outlook.tentative && <span className="note">{say('outlook.tentative')}</span>}
        </Cell>
      )}
    </section>
  );
};

const Cell = ({
  name,
  children,
}: {
  readonly name: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <div>
    <span className="key">{name}</span>
    {children}
  </div>
);

const ValueCell = ({
  assessment,
  indicator,
}: {
  readonly assessment: Assessment;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const counts = countsText(words, indicator, assessment.figure);
  const interval =
    assessment.interval95 === null
      ? null
      : say('indicator.interval', { interval: intervalText(assessment.interval95) });
  return (
    <Cell name={words.period(assessment.period, assessment.basis)}>
      {assessment.rateText === null ? (
        <span className="value big absent">{say('value.none')}</span>
      ) : (
        <span className={`value big t-${assessment.light}`}>
          <HowLink code={assessment.figure?.kind === 'counts' ? 'rate' : 'given'}>
            {assessment.rateText}
            <i>{valueUnit(words, indicator)}</i>
          </HowLink>
        </span>
      )}
      {counts !== null && <span className="note">{counts}</span>}
      {interval !== null && (
        <span className="note">
          <HowLink code={assessment.figure?.kind === 'counts' ? 'interval' : 'interval-weighted'}>
            {interval}
          </HowLink>
        </span>
      )}
    </Cell>
  );
};

const TargetCell = ({
  assessment,
  targetText,
  indicator,
}: {
  readonly assessment: Assessment;
  readonly targetText: string | null;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const by = mainLeg(assessment)?.by ?? null;
  const target = targetName(words, indicator, assessment, targetText);
  const excess = excessLine(words, indicator, assessment);
  return (
    <Cell
      name={
        <>
          <TargetMark /> {say('indicator.target', { target })}
        </>
      }
    >
      <Difference
        by={by}
        light={assessment.light}
        unit={differenceUnit(words, indicator)}
        code={legCodes[mainLeg(assessment)?.comparator ?? 'value']}
      />
      <span className="note">
        {by === null
          ? // The heading has said the target already; what is awaited has not been said.
            targetText !== null && assessment.figure !== null
            ? ''
            : gapSentence(words, indicator, assessment, targetText)
          : (excess ?? (by >= 0 ? say('indicator.targetMet') : ''))}
      </span>
    </Cell>
  );
};

const ReferenceCell = ({
  assessment,
  indicator,
  catalogue,
}: {
  readonly assessment: Assessment;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say } = words;
  const leg = referenceLeg(assessment);
  if (leg === undefined) return null;
  const name = referenceName(words, catalogue, leg.reference?.unit);
  const value =
    leg.against === null ? say('indicator.awaitedReference') : valueWithUnit(words, indicator, leg.against);
  const average = say('reference.average', { name });
  const provisional = leg.reference?.provisional === true ? say('reference.provisional') : '';
  return (
    <Cell
      name={
        <>
          <ReferenceMark /> {say('indicator.reference', { name: average, value })}
          {provisional}
        </>
      }
    >
      <Difference by={leg.by} light={null} unit={differenceUnit(words, indicator)} code="province" />
      {leg.verdict !== 'no-data' && (
        <span className="note">
          {say(leg.verdict === 'met' ? 'indicator.notBelow' : 'indicator.isBelow', { name: average })}
        </span>
      )}
    </Cell>
  );
};

/** The step that compares with each kind of target. */
const legCodes = {
  value: 'at-least',
  all: 'all',
  coverage: 'coverage',
  province: 'province',
  rising: 'rising',
} as const;

const Difference = ({
  by,
  light,
  unit,
  code,
}: {
  readonly by: number | null;
  readonly light: Assessment['light'] | null;
  readonly unit: string;
  readonly code: HowCode;
}): ReactElement => {
  const { say } = useWords();
  if (by === null) return <span className="value t-none">{say('value.none')}</span>;
  return (
    <span className={`value${light === null ? '' : ` t-${light}`}`}>
      <HowLink code={code}>
        {by === 0 ? say('gap.even') : say(by > 0 ? 'gap.over' : 'gap.short', { by: pointsText(by) })}
      </HowLink>
      {by !== 0 && <small>{unit}</small>}
    </span>
  );
};
