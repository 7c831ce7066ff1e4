import type { Indicator } from '@zhibiao/shared/programme';
import { clauseText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';

/** What is measured, which clause asks it, who answers for it, and what limits the reading. */
export const DefinitionPanel = ({
  indicator,
  catalogue,
}: {
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, text, language } = useWords();
  const { policy } = catalogue.programme;
  const target = catalogue.target(indicator.code);
  const names = [indicator.departments.lead, ...indicator.departments.others].map((code, index) => {
    const department = catalogue.department(code);
    const name = department === undefined ? code : text(department.name);
    return index === 0 ? say('definition.lead', { name }) : name;
  });
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('definition.title')}</h2>
      </div>
      <dl className="definition">
        <dt>{say('definition.meaning')}</dt>
        <dd>{text(indicator.definition)}</dd>
        {target !== undefined && (
          <>
            <dt>{say('definition.clause')}</dt>
            <dd>
              <blockquote lang="zh-CN">{target.clause.quote}</blockquote>
              <span className="src">
                {say('definition.source', {
                  title: text(policy.title),
                  ref: clauseText(target.clause.ref, language),
                  day: policy.issuedOn,
                })}
              </span>
            </dd>
          </>
        )}
        {indicator.scheme !== null && (
          <>
            <dt>{say('definition.scheme')}</dt>
            <dd>{text(indicator.scheme.name)}</dd>
          </>
        )}
        <dt>{say('definition.departments')}</dt>
        <dd>{names.join(say('definition.joiner'))}</dd>
        <dt>{say('definition.reporting')}</dt>
        <dd>
          {say(indicator.deadlineDays < 0 ? 'definition.deadlineBefore' : 'definition.deadline', {
            frequency: say(`frequency.${indicator.frequency}`),
            days: Math.abs(indicator.deadlineDays),
          })}
        </dd>
        {indicator.caution !== null && (
          <>
            <dt>{say('definition.caution')}</dt>
            <dd>{text(indicator.caution)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};
