import type { AuditVerdict } from '@zhibiao/shared/access';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords, type Words } from '../../ui/words';
import './audit.css';

/** What verifying came to, in a sentence. */
export const VerdictNote = ({ verdict }: { readonly verdict: AuditVerdict }): ReactElement => {
  const words = useWords();
  const light = verdict.kind === 'whole' ? 'met' : verdict.kind === 'broken' ? 'miss' : 'risk';
  return (
    <p className={`audit-verdict ${light}`} role="status" data-verdict={verdict.kind}>
      <LightGlyph light={light} />
      {sentenceOf(words, verdict)}
    </p>
  );
};

const sentenceOf = ({ say }: Words, verdict: AuditVerdict): string => {
  switch (verdict.kind) {
    case 'whole':
      return say('audit.whole', { entries: thousands(verdict.entries), heads: thousands(verdict.heads) });
    case 'heads-missing':
      return say('audit.headsMissing', { entries: thousands(verdict.entries) });
    case 'broken': {
      const { kind, sequence, until } = verdict.found;
      if (kind === 'rebuilt') return say('audit.rebuilt', { from: `${sequence}`, until: `${until}` });
      return say(`audit.${kind}`, { sequence: `${sequence}` });
    }
  }
};
