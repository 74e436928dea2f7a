import type { ActionRequest, Dossier } from '../../api/shapes';
import type { Problem } from '../../api/problem';
import { KeyButton } from '../../keys/keys';
import { words } from '../../words/words';

/** An act that asks for more than a press: its form stands where the dossier's papers stand, and keeps what is typed. */
export type FormAct = 'SUBMIT' | 'RECEIVE' | 'REFUSE' | 'ASK_SUPPLEMENT' | 'SUPPLY' | 'PAY' | 'ASK_WITHDRAWAL' | 'DENY' | 'CORRECT' | 'APOLOGISE';

export interface ActFormProps {
  act: FormAct;
  dossier: Dossier;
  problem: Problem | null;
  busy: boolean;
  /** @param seen the revision it rests on, where that is not the newest */
  onSend: (request: ActionRequest, seen?: number) => void;
  onCancel: () => void;
}

interface FootProps {
  label: string;
  ready: boolean;
  busy: boolean;
  onSend: () => void;
  onCancel: () => void;
}

/** The main button of a form, and the way back. */
export function Foot({ label, ready, busy, onSend, onCancel }: FootProps) {
  return (
    <div class="buttons">
      <KeyButton
        shortcut="Enter"
        main
        busy={busy || !ready}
        onPress={onSend}
      >
        {label}
      </KeyButton>
      <button type="button" class="quiet" onClick={onCancel}>
        <kbd>Esc</kbd> <span>{words('papers.cancel')}</span>
      </button>
    </div>
  );
}
