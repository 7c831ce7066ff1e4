import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** A window over the page: the rest waits, Escape closes it, the focus comes back. */
export const Dialog = ({
  title,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  /** For what holds a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactElement => {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className={wide ? 'dialog wide' : 'dialog'} aria-label={title} onCancel={onClose}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
};
