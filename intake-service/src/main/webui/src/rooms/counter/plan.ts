import type { Action, ActionRequest, Dossier } from '../../api/shapes';
import { dong, onPaper } from '../../time/legal';
import { words } from '../../words/words';
import type { FormAct } from './act-form';

/** The lawful next act first; only what the service allows is ever looked at. */
const NEXT: Action[] = ['RECEIVE', 'SUPPLY', 'CONFIRM', 'SUBMIT', 'TRANSFER', 'PAY', 'APOLOGISE'];

/** All acts that become buttons, in the order they stand below each other; what ends a dossier stands last. */
const ORDER: Action[] = [
  ...NEXT,
  'ASK_SUPPLEMENT',
  'REFUSE',
  'DENY',
  'CANCEL',
  'CORRECT',
  'ASK_WITHDRAWAL',
  'ABANDON',
];

/** Keys of the other acts. */
const KEYS: Partial<Record<Action, string>> = {
  ASK_SUPPLEMENT: 'F8',
  REFUSE: 'F9',
  DENY: 'F9',
  PAY: 'F7',
  CORRECT: 'F4',
};

export interface Buttons {
  main: Action | null;
  others: { action: Action; shortcut: string | undefined }[];
}

/** Which buttons stand at the right: those of allowedActions and nothing else. */
export function buttons(allowed: readonly Action[]): Buttons {
  const main = NEXT.find((action) => allowed.includes(action)) ?? null;
  return {
    main,
    others: ORDER.filter((action) => action !== main && allowed.includes(action)).map((action) => ({
      action,
      shortcut: KEYS[action],
    })),
  };
}

/** Acts that must say more than their name. */
export function formFor(action: Action, dossier: Dossier): FormAct | null {
  switch (action) {
    case 'RECEIVE':
      return dossier.clock.limit ? null : 'RECEIVE';
    case 'SUBMIT':
      return dossier.channel === 'POST' || dossier.channel === 'ONLINE' ? 'SUBMIT' : null;
    case 'REFUSE':
    case 'ASK_SUPPLEMENT':
    case 'SUPPLY':
    case 'PAY':
    case 'ASK_WITHDRAWAL':
    case 'DENY':
    case 'CORRECT':
    case 'APOLOGISE':
      return action;
    default:
      return null;
  }
}

/** The one sentence before an act that cannot be taken back; null where it can, or where the sentence stands by the button. */
export function sentence(request: ActionRequest, dossier: Dossier): string | null {
  const message = words('confirm.message');
  switch (request.action) {
    case 'REFUSE':
      return words('confirm.REFUSE', { message });
    case 'ASK_SUPPLEMENT':
      return dossier.supplement
        ? words('confirm.ASK_SUPPLEMENT.further', { times: dossier.supplement.requests + 1, n: request.items.length, message })
        : words('confirm.ASK_SUPPLEMENT', { n: request.items.length, message });
    case 'APOLOGISE':
      return words('confirm.APOLOGISE', { at: onPaper(request.promised), message });
    case 'ABANDON':
      return words('confirm.ABANDON');
    case 'CONFIRM':
      return words('confirm.CONFIRM', { message });
    case 'PAY':
      return words('confirm.PAY', { amount: dong(request.amountVnd ?? 0), name: (dossier.people.owner?.name ?? '').replace(/\.$/, ''), message });
    default:
      return null;
  }
}
