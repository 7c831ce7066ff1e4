import {
  latestEndedPeriod,
  periodContaining,
  previousPeriod,
  type PlainDate,
} from '@zhibiao/shared/calendar';
import type { Language } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';
import './choose-file.css';

/** Where the template of a period is fetched from, in the language of its reader. */
export const templateAddress = (period: string, language: Language): string =>
  `/api/templates/figures.xlsx?period=${encodeURIComponent(period)}&language=${language}`;

/** The periods a template is wanted for: the last four quarters that ended, then this year and the last. */
export const templatePeriods = (today: PlainDate, catalogue: Catalogue): readonly string[] => {
  const { yearStart } = catalogue.programme;
  const quarters: string[] = [];
  let quarter: string | null = latestEndedPeriod(today, 'quarter', yearStart);
  while (quarter !== null && quarters.length < 4) {
    quarters.push(quarter);
    quarter = previousPeriod(quarter);
  }
  const year = periodContaining(today, 'year', yearStart);
  return [...quarters, year, previousPeriod(year) ?? year];
};

/** The template for a chosen period, and what other tables can be read. */
export const TemplatePanel = ({
  today,
  catalogue,
}: {
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, period, language } = useWords();
  const periods = templatePeriods(today, catalogue);
  const [chosen, setChosen] = useState(periods[0] ?? '');
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('submissions.templates')}</h2>
      </div>
      <div className="template">
        <label>
          {say('submissions.templatePeriod')}
          <select
            value={chosen}
            data-action="template-period"
            onChange={(event) => setChosen(event.target.value)}
          >
            {periods.map((code) => (
              <option key={code} value={code}>
                {period(code)}
              </option>
            ))}
          </select>
        </label>
        <a href={templateAddress(chosen, language)} className="linked" data-action="template" download>
          {say('submissions.templateFile')}
        </a>
        <small>{say('submissions.templateHint')}</small>
        <h3>{say('submissions.readable')}</h3>
        <ul>
          <li>{say('submissions.readable1')}</li>
          <li>{say('submissions.readable2')}</li>
          <li>{say('submissions.readable3')}</li>
        </ul>
      </div>
    </section>
  );
};
