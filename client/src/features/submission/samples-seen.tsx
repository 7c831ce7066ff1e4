import type { SamplesSeen } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';

/** What a list of samples came to: samples, not lines, and what of them is new beside the lists approved before. */
export const SamplesNote = ({ seen }: { readonly seen: SamplesSeen }): ReactElement => {
  const { say } = useWords();
  const counts: readonly (readonly [Parameters<typeof say>[0] & `check.samples${string}`, number])[] = [
    ['check.samplesAll', seen.samples],
    ['check.samplesFailing', seen.failing],
    ['check.samplesRetests', seen.retests],
    ['check.samplesNew', seen.new],
    ['check.samplesRevised', seen.revised],
    ['check.samplesSame', seen.same],
  ];
  return (
    <div className="samples-seen" data-samples={seen.samples}>
      <dl>
        {counts.map(([key, count]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd className="num">{thousands(count)}</dd>
          </div>
        ))}
      </dl>
      {seen.personal.length > 0 && (
        <p>{say('check.samplesPersonal', { columns: seen.personal.join(say('submissions.comma')) })}</p>
      )}
    </div>
  );
};
