import { useNavigate } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import type { PlainDate } from '@zhibiao/shared/calendar';
import { isWithReviewer } from '@zhibiao/shared/publication';
import type { FileRefusal } from '@zhibiao/shared/submission';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { problemOf } from '../api/problem';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { OwnTasks } from '../features/collection/own-tasks';
import { ChangesStep } from '../features/submission/changes-step';
import type { Handed } from '../features/submission/consequence';
import { CheckStep } from '../features/submission/check-step';
import { ChooseFile } from '../features/submission/choose-file';
import { nothingExplained, type Explained } from '../features/submission/explained';
import { FileRefused } from '../features/submission/file-refused';
import { editsKey, forgetEdits } from '../features/submission/kept-edits';
import { HistoryTable } from '../features/submission/history-table';
import { asksFirst } from '../features/submission/map-questions';
import { ReadingStep } from '../features/submission/reading-step';
import { ReceiptPanel } from '../features/submission/receipt-panel';
import { ReturnedNote } from '../features/submission/returned-note';
import { StepBar, type Step } from '../features/submission/step-bar';
import { StepLink } from '../features/submission/step-link';
import { TemplatePanel, templateAddress, templatePeriods } from '../features/submission/template-panel';
import { useHistory, usePreview, useReading, useUpload } from '../features/submission/use-submission';
import { Answer, EmptyFace } from '../ui/faces';
import { LightGlyph } from '../ui/glyph';
import { usePageSearch } from '../ui/search';
import type { PageSearch } from '../ui/search-keys';
import { useTitle } from '../ui/use-title';
import { ProblemLine } from '../ui/problem-line';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import '../ui/tag.css';
import './submissions.css';

/** Only sheets of their own layout need it. */
const MapStep = lazy(() =>
  import('../features/submission/map-step').then((module) => ({ default: module.MapStep })),
);

/** Reading notices takes the names of the whole programme: fetched beside the page. */
const SentencePanel = lazy(() =>
  import('../features/submission/sentence-panel').then((module) => ({ default: module.SentencePanel })),
);

/** 数据报送: a file from choosing it to the ledger. The submission and the step stand in the address. */
export const SubmissionsPage = (): ReactElement => {
  const { say } = useWords();
  const session = useSession();
  const catalogue = useCatalogue();
  const { submission, view } = usePageSearch();
  useTitle(say('submissions.title'));
  if (session === null || session === undefined || catalogue === undefined) {
    return (
      <Page step={null} template={null}>
        <Skeleton />
      </Page>
    );
  }
  const { role } = session.actor;
  if (!mayDo('submission.upload', role)) {
    return (
      <Page step={null} template={null}>
        <ReadOnly history={mayDo('submission.history', role)} />
      </Page>
    );
  }
  return (
    <Walk
      key={submission ?? 0}
      submission={submission}
      view={view}
      today={session.today}
      catalogue={catalogue}
    />
  );
};

const Walk = ({
  submission,
  view,
  today,
  catalogue,
}: {
  readonly submission: string | undefined;
  /** Which step the address asks for: `map`, `rows`, `changes`; otherwise the first that has something to say. */
  readonly view: string | undefined;
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
}): ReactElement =>
  submission === undefined ? (
    <Page step="file" template={templatePeriods(today, catalogue)[0] ?? null}>
      <Choose today={today} catalogue={catalogue} />
    </Page>
  ) : (
    <Submission submission={submission} view={view} today={today} catalogue={catalogue} />
  );

const Submission = ({
  submission,
  view,
  today,
  catalogue,
}: {
  readonly submission: string;
  /** Which step the address asks for: `map`, `rows`, `changes`; otherwise the first that has something to say. */
  readonly view: string | undefined;
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, refusal } = useWords();
  const owner = useSession()?.actor.id ?? '';
  const history = useHistory().data;
  const summary = history?.find(({ id }) => id === submission);
  const start = useStart();
  const [reason, setReason] = useState('');
  const [explained, setExplained] = useState<Explained>(nothingExplained);
  const [receipt, setReceipt] = useState<Handed | null>(null);
  const isSettled =
    receipt !== null ||
    (summary !== undefined && (isWithReviewer(summary.state) || summary.state === 'approved'));
  const asked = usePreview(submission, history !== undefined && !isSettled);
  const template = templatePeriods(today, catalogue)[0] ?? null;
  const problem = problemOf(asked.error);
  // A draft without a preview is a list that is being read.
  const isUnread =
    asked.data === undefined &&
    summary?.state === 'draft' &&
    problem.kind === 'refusal' &&
    problem.refusal.code === 'submission.not-draft';
  const reading = useReading(submission, isUnread).data;
  if (isSettled) {
    return (
      <Page step="done" template={template} fileName={summary?.fileName}>
        <ReceiptPanel receipt={receipt} summary={summary} onWithdrawn={() => setReceipt(null)} />
        <HistoryTable own />
      </Page>
    );
  }
  if (isUnread) {
    return (
      <Page step="file" template={template} fileName={summary.fileName}>
        {reading?.state === 'reading' ? (
          <ReadingStep
            submission={submission}
            fileName={summary.fileName}
            reading={reading}
            onDiscarded={start}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  }
  if (
    asked.data === undefined &&
    problem.kind === 'refusal' &&
    problem.refusal.code.startsWith('submission.')
  ) {
    return (
      <Page step="file" template={template}>
        <section className="card" data-gone={problem.refusal.code}>
          <EmptyFace title={say('submissions.gone')}>
            <span>{refusal(problem.refusal)}</span>
            <StepLink change={{ submission: undefined, view: undefined }} action="another">
              {say('submissions.again')}
            </StepLink>
          </EmptyFace>
        </section>
        <HistoryTable own />
      </Page>
    );
  }
  if (asked.data?.fileRefusal != null) {
    const { fileName, fileRefusal } = asked.data;
    return (
      <Page step="file" template={template}>
        <Choose today={today} catalogue={catalogue} earlier={{ fileName, refusal: fileRefusal }} />
      </Page>
    );
  }
  const step =
    view === 'changes' && asked.data?.errorsTotal === 0
      ? 'changes'
      : view === 'map' || (view === undefined && asksFirst(asked.data?.layout))
        ? 'map'
        : 'check';
  return (
    <Page step={step} template={template} fileName={asked.data?.fileName ?? summary?.fileName}>
      <Answer asked={asked} skeleton={<Skeleton />}>
        {(preview) =>
          step === 'changes' ? (
            <ChangesStep
              view={preview}
              catalogue={catalogue}
              reason={reason}
              onReason={setReason}
              explained={explained}
              onExplained={setExplained}
              onCompareAgain={() => void asked.refetch()}
              onCommitted={setReceipt}
              onDiscarded={start}
            />
          ) : step === 'map' ? (
            <Suspense fallback={<div className="card sk-card" />}>
              <MapStep view={preview} today={today} catalogue={catalogue} />
            </Suspense>
          ) : (
            <>
              <ReturnedNote returned={preview.returned} />
              <CheckStep
                view={preview}
                owner={owner}
                onDiscarded={() => {
                  forgetEdits(localStorage, editsKey(owner, submission));
                  start();
                }}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
};

/** Choosing a file; what is due and the template stand beside it, earlier submissions under it. */
const Choose = ({
  today,
  catalogue,
  earlier,
}: {
  readonly today: PlainDate;
  readonly catalogue: Catalogue;
  /** The file of the address, which was refused as a whole. */
  readonly earlier?: { readonly fileName: string; readonly refusal: FileRefusal };
}): ReactElement => {
  const [sent, setSent] = useState(0);
  const upload = useUpload(setSent);
  const navigate = useNavigate();
  const send = (file: File): void => {
    if (upload.isPending) return;
    setSent(0);
    upload.mutate(file, {
      onSuccess: ({ submission }) => {
        if (submission === null) return;
        void navigate({
          to: '.',
          search: (previous: PageSearch) => ({ ...previous, submission, view: undefined }),
        });
      },
    });
  };
  const unsent = upload.data?.submission === null ? upload.data.fileRefusal : null;
  const refused = unsent === null ? earlier : { fileName: upload.variables?.name ?? '', refusal: unsent };
  return (
    <div className="choose">
      <div className="column">
        {refused !== undefined && <FileRefused fileName={refused.fileName} refusal={refused.refusal} />}
        <ProblemLine error={upload.error} />
        <OwnTasks catalogue={catalogue} templateAddress={templateAddress} />
        <ChooseFile reading={upload.isPending ? upload.variables.name : null} sent={sent} onFile={send} />
        <Suspense fallback={<div className="card sk-card" />}>
          <SentencePanel today={today} catalogue={catalogue} busy={upload.isPending} onFile={send} />
        </Suspense>
        <HistoryTable own />
      </div>
      <aside className="column">
        <TemplatePanel today={today} catalogue={catalogue} />
      </aside>
    </div>
  );
};

/** For those who do not submit: what they may see, and whom to ask. */
const ReadOnly = ({ history }: { readonly history: boolean }): ReactElement => {
  const { say } = useWords();
  if (history) {
    return (
      <>
        <p className="history-only">{say('submissions.historyOnly')}</p>
        <HistoryTable own={false} />
      </>
    );
  }
  return (
    <section className="card" data-refused="">
      <div className="face">
        <LightGlyph light="none" size={22} />
        <b>{say('submissions.notYours')}</b>
        <span className="ask">{say('submissions.notYoursHint')}</span>
      </div>
    </section>
  );
};

const Page = ({
  step,
  template,
  fileName,
  children,
}: {
  /** Null where nobody submits. */
  readonly step: Step | null;
  /** The period of the template that is offered; null offers none. */
  readonly template: string | null;
  readonly fileName?: string | undefined;
  readonly children: React.ReactNode;
}): ReactElement => {
  const { say, language } = useWords();
  return (
    <>
      <div className={`context submission-bar${fileName === undefined ? '' : ' has-file'}`}>
        <h1>{say('submissions.title')}</h1>
        {fileName !== undefined && <span className="tag blue file-tag">{fileName}</span>}
        {step !== null && <StepBar step={step} />}
        {template !== null && (
          <a className="button" href={templateAddress(template, language)} download data-action="template">
            {say('submissions.template')}
          </a>
        )}
      </div>
      <main id="content" className="submissions" data-step={step ?? 'none'}>
        {children}
      </main>
    </>
  );
};

const Skeleton = (): ReactElement => (
  <div className="choose">
    <div className="card sk-card" />
    <div className="card sk-card" />
  </div>
);

/** Back to choosing a file. */
const useStart = (): (() => void) => {
  const navigate = useNavigate();
  return () =>
    void navigate({
      to: '.',
      search: (previous: PageSearch) => ({ ...previous, submission: undefined, view: undefined }),
    });
};
