import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem';
import { words } from '../words/words';
import { ProblemNote } from './problem-note';

interface ConfirmProps {
  /** One sentence: what will happen, to whom a message goes, what it costs. */
  sentence: string;
  /** What the button does, as the act is called. */
  act: string;
  busy: boolean;
  problem: Problem | null;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The only thing that is modal: a legal act that cannot be taken back. */
export function Confirm({ sentence, act, busy, problem, onConfirm, onCancel }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{act}</h2>
      <p id={`${id}-text`}>{sentence}</p>
      <ProblemNote problem={problem} retry={onConfirm} />
      <p class="row">
        <button type="button" class="main" autofocus aria-disabled={busy ? 'true' : undefined} onClick={onConfirm}>
          <kbd>Enter ↵</kbd> <span>{act}</span>
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          <kbd>Esc</kbd> <span>{words('confirm.cancel')}</span>
        </button>
      </p>
    </dialog>
  );
}
