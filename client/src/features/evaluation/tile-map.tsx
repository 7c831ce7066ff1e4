import { Link } from '@tanstack/react-router';
import type { Assessment, Light } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { caseWords, denseText, thousands } from '@zhibiao/shared/wording';
import { useMemo, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { lightColour, palette } from '../../charts/palette';
import { tileLayout } from '../../charts/tile-layout';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { valueWithUnit } from './assessment-words';
import { reasonText } from './judgement-words';
import './tile-map.css';

const tints: Record<Light, string> = { met: '#EAF6F1', risk: '#FFF3DC', miss: '#FAD9D5', none: '#EEF1F4' };

/** The parts as equal hexagons roughly where they lie; a schematic, and it says so. */
export const TileMap = ({
  indicator,
  assessments,
  catalogue,
}: {
  readonly indicator: Indicator;
  readonly assessments: readonly Assessment[];
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, text } = words;
  const drawn = useMemo(
    () =>
      assessments.flatMap((assessment) => {
        const unit = catalogue.unit(assessment.unit);
        return unit === undefined || unit.tile === null ? [] : [{ assessment, unit, tile: unit.tile }];
      }),
    [assessments, catalogue],
  );
  const layout = useMemo(
    () =>
      tileLayout(
        drawn.map(({ tile }) => tile),
        57,
      ),
    [drawn],
  );
  if (drawn.length === 0) return null;
  return (
    <section className="card tile-map">
      <div className="hd">
        <h2>{text(indicator.name)}</h2>
        <span className="end">{say('compare.map')}</span>
      </div>
      <div className="stage">
        <span className="note">
          {say('compare.mapCounts', {
            failureWord: text(indicator.failureWord),
            verb: caseWords(indicator).heading,
          })}
        </span>
        <span className="north">
          <svg width={10} height={16} aria-hidden="true">
            <path d="M5 15V1M1 6l4-5 4 5" fill="none" stroke={palette.ink3} strokeWidth={1.3} />
          </svg>
          {say('compare.north')}
        </span>
        <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
          {drawn.map(({ assessment, unit }, index) => {
            const hexagon = layout.hexagons[index];
            if (hexagon === undefined) return null;
            const { x, y, points } = hexagon;
            const { figure, light } = assessment;
            const value =
              assessment.rateText === null
                ? say('value.none')
                : valueWithUnit(words, indicator, assessment.rateText);
            return (
              <Link
                key={unit.code}
                to="/indicators/$code"
                params={{ code: indicator.code }}
                search={(previous) => ({ period: previous.period, basis: previous.basis, unit: unit.code })}
                aria-label={say('compare.cell', {
                  unit: text(unit.name),
                  indicator: text(indicator.name),
                  value,
                  reason: reasonText(words, indicator, assessment),
                })}
              >
                <polygon
                  points={points}
                  fill={tints[light]}
                  stroke={lightColour(light)}
                  strokeWidth={light === 'miss' ? 2.5 : 1.2}
                />
                <text x={x} y={y - 18} fontSize={13} fontWeight={700} textAnchor="middle" fill={palette.ink}>
                  {text(unit.shortName)}
                </text>
                <g transform={`translate(${x - 36} ${y - 8})`}>
                  <LightGlyph light={light} size={16} />
                </g>
                <text
                  x={x + 9}
                  y={y + 7}
                  fontSize={20}
                  fontWeight={700}
                  textAnchor="middle"
                  fill={palette.ink}
                >
                  {assessment.rateText === null ? say('value.none') : denseText(assessment.rateText)}
                </text>
                {figure?.kind === 'counts' && (
                  <text x={x} y={y + 28} fontSize={12} textAnchor="middle" fill={palette.ink2}>
                    {say('value.failures', {
                      failures: thousands(figure.total - figure.passes),
                      total: thousands(figure.total),
                      unit: text(indicator.sampleUnit),
                    })}
                  </text>
                )}
              </Link>
            );
          })}
        </svg>
      </div>
    </section>
  );
};
