import { Link } from '@tanstack/react-router';
import type { Assessment, ComparisonRow, ComparisonView } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { denseText, matrixSentence } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightGlyph, ReferenceMark } from '../../ui/glyph';
import { shortIndicatorName, unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import type { PageSearch } from '../../ui/search-keys';
import { useWords, type Words } from '../../ui/words';
import { referenceName, targetSign, valueWithUnit } from './assessment-words';
import { HowLink, HowOf } from './how-link';
import { reasonText } from './judgement-words';
import './matrix.css';

/** Counties × indicators: a glyph and a number in every cell, the reference and the whole first. */
export const Matrix = ({
  view,
  catalogue,
  own,
}: {
  readonly view: ComparisonView;
  readonly catalogue: Catalogue;
  /** The reader's own unit, marked; null for those who have none. */
  readonly own: string | null;
}): ReactElement => {
  const words = useWords();
  const { say, text, language } = words;
  return (
    <section className="card">
      <div className="hd" style={{ paddingBottom: 4 }}>
        <h2>{say('compare.matrix', { count: catalogue.parts.length })}</h2>
        <span className="sub">{say('compare.matrixHint')}</span>
        {view.matrix.cells.length > 0 && (
          <span className="end">
            <HowLink code="matrix" />
          </span>
        )}
      </div>
      <ScrollX label={say('compare.matrix', { count: catalogue.parts.length })}>
        <table className="matrix">
          <caption className="visually-hidden">
            {say('compare.matrix', { count: catalogue.parts.length })}
          </caption>
          <colgroup>
            <col className="name" />
            <col className="reference" />
            <col className="reference" />
            {catalogue.parts.map((unit) => (
              <col key={unit.code} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                {say('list.indicator')} <span className="t3 src">{say('compare.indicatorTarget')}</span>
              </th>
              <th scope="col">
                <ReferenceMark size={10} /> {referenceName(words, catalogue)}
              </th>
              <th scope="col">{catalogue.whole !== undefined && text(catalogue.whole.shortName)}</th>
              {catalogue.parts.map((unit) => (
                <th key={unit.code} scope="col" className={unit.code === own ? 'own' : ''}>
                  {text(unit.shortName)}
                  {unit.code === own && <small>{say('compare.own')}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => {
              const indicator = catalogue.indicator(row.indicator);
              return indicator === undefined ? null : (
                <Row
                  key={row.indicator}
                  row={row}
                  indicator={indicator}
                  catalogue={catalogue}
                  chosen={row.indicator === view.ranked.indicator}
                />
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      <MatrixLegend words={words} />
      {view.matrix.cells.length > 0 && (
        <p className="panel-note">
          {matrixSentence(view.matrix, {
            language,
            nameOf: (unit) => unitName(words, catalogue, unit),
            indicatorOf: (code) => shortIndicatorName(words, catalogue, code),
          })}
        </p>
      )}
    </section>
  );
};

const Row = ({
  row,
  indicator,
  catalogue,
  chosen,
}: {
  readonly row: ComparisonRow;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly chosen: boolean;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  return (
    <tr className={chosen ? 'on' : ''}>
      <th scope="row" aria-label={text(indicator.name)}>
        <SearchLink
          change={{ indicator: row.indicator }}
          current={chosen}
          label={say('compare.choose', { indicator: text(indicator.name) })}
        >
          <span>{text(indicator.shortName)}</span>
          <small>{targetSign(words, catalogue.target(row.indicator), row.targetText)}</small>
        </SearchLink>
      </th>
      <td className="t2">{row.reference?.text ?? say('value.none')}</td>
      <td className="t2">
        <HowOf indicator={row.indicator}>
          <CellValue assessment={row.whole} indicator={indicator} />
        </HowOf>
      </td>
      {row.cells.map((cell) => (
        <td key={cell.unit} className={`cell ${cell.light}`}>
          <Link
            to="/indicators/$code"
            params={{ code: row.indicator }}
            search={({ period, basis }: PageSearch) => ({ period, basis, unit: cell.unit })}
            aria-label={cellLabel(words, catalogue, indicator, cell)}
          >
            <CellValue assessment={cell} indicator={indicator} />
          </Link>
        </td>
      ))}
    </tr>
  );
};

const CellValue = ({
  assessment,
  indicator,
}: {
  readonly assessment: Assessment;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <span className="value" title={reasonText(words, indicator, assessment)}>
      <LightGlyph light={assessment.light} size={13} />
      <b>{assessment.rateText === null ? say('value.none') : denseText(assessment.rateText)}</b>
    </span>
  );
};

const cellLabel = (words: Words, catalogue: Catalogue, indicator: Indicator, cell: Assessment): string => {
  const unit = catalogue.unit(cell.unit);
  return words.say('compare.cell', {
    unit: unit === undefined ? cell.unit : words.text(unit.name),
    indicator: words.text(indicator.name),
    value: cell.rateText === null ? words.say('value.none') : valueWithUnit(words, indicator, cell.rateText),
    reason: reasonText(words, indicator, cell),
  });
};

/** What each sign says of samples and of full counts alike. */
const legend = [
  ['met', 'reason.met'],
  ['risk', 'legend.shortByChance'],
  ['miss', 'legend.surelyShort'],
  ['none', 'reason.too-few-samples'],
] as const;

const MatrixLegend = ({ words: { say } }: { readonly words: Words }): ReactElement => (
  <div className="matrix-legend">
    {legend.map(([light, meaning]) => (
      <span key={light}>
        <LightGlyph light={light} size={13} />
        {say(meaning)}
      </span>
    ))}
    <span className="rule t3">{say('compare.sampleRule')}</span>
  </div>
);
