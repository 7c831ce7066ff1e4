import { useState, type ReactElement } from 'react';
import { useWords } from '../../ui/words';
import { useEntrance } from './use-account';

/** A link that is shown once, with a button to copy it. The token stands behind `#`, which no server is sent. */
export const LinkOnce = ({ token }: { readonly token: string }): ReactElement => {
  const { say } = useWords();
  const address = useEntrance().data?.address ?? location.origin;
  const [copied, setCopied] = useState(false);
  const link = `${address}/link#${token}`;
  const copy = (): void => {
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="form">
      <output className="token" data-link>
        {link}
      </output>
      {/* Over plain HTTP browsers give pages no clipboard. */}
      {window.isSecureContext && (
        <div className="actions">
          <button type="button" className="button" onClick={copy}>
            {say(copied ? 'linkOnce.copied' : 'linkOnce.copy')}
          </button>
        </div>
      )}
    </div>
  );
};
