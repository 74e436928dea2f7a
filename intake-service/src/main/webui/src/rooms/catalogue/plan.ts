import type { Content, Draft, DraftAction, DraftRequest } from '../../api/shapes';
import { words } from '../../words/words';

/** The lawful next act first; EDIT is the form itself. */
const NEXT: DraftAction[] = ['SUBMIT', 'APPROVE', 'PUBLISH'];
const ORDER: DraftAction[] = [...NEXT, 'SEND_BACK', 'DISCARD'];
const KEYS: Partial<Record<DraftAction, string>> = { SEND_BACK: 'F9' };

export interface DraftButtons {
  edits: boolean;
  main: DraftAction | null;
  others: { action: DraftAction; shortcut: string | undefined }[];
}

/** What stands at the right of a draft: what allowedActions says and nothing else. */
export function draftButtons(allowed: readonly DraftAction[]): DraftButtons {
  const main = NEXT.find((action) => allowed.includes(action)) ?? null;
  return {
    edits: allowed.includes('EDIT'),
    main,
    others: ORDER.filter((action) => action !== main && allowed.includes(action)).map((action) => ({
      action,
      shortcut: KEYS[action],
    })),
  };
}

/** The one sentence before what cannot be taken back; null where it can. */
export function draftSentence(request: DraftRequest, draft: Draft): string | null {
  switch (request.action) {
    case 'PUBLISH':
      return words('confirm.PUBLISH', { name: draft.content.name.vi, day: dayOnPaper(request.effectiveFrom ?? draft.effectiveFrom) });
    case 'DISCARD':
      return words('confirm.DISCARD', { name: draft.content.name.vi });
    default:
      return null;
  }
}

/** dd/MM/yyyy of a legal day; empty for none. */
export const dayOnPaper = (day: string | null | undefined): string => (day ? day.split('-').reverse().join('/') : '');

export type Limit = Content['limits'][number];
export type Fee = Content['fees'][number];
export type Paper = Content['components'][number];
export type Further = NonNullable<Content['further']>;
export type Exemption = NonNullable<Further['exemptions']>[number];
export type Coordination = NonNullable<Further['coordination']>[number];
export type Result = Content['results'][number];

/** In what a limit or a share of it is counted. */
export const UNITS = ['WORKING_DAY', 'DAY', 'HOUR', 'CLOCK_HOUR', 'MONTH', 'SAME_DAY'] as const;

/** Rows as an editor adds them, with nothing said yet that would have to be taken back. */
export const newLimit = (channel: Limit['channel']): Limit => ({
  channel,
  amount: 1,
  unit: 'WORKING_DAY',
  cutOff: null as unknown as string,
  description: null as unknown as string,
  source: null as unknown as string,
  grade: null as unknown as string,
});

export const newFee = (): Fee => ({
  channel: null as unknown as Fee['channel'],
  kind: 'CHARGE',
  rule: 'FIXED',
  amountVnd: 0,
  fromUnit: null as unknown as number,
  toUnit: null as unknown as number,
  capVnd: null as unknown as number,
  per: null as unknown as string,
  dueAt: 'FILING',
  refundable: null as unknown as boolean,
  note: null as unknown as string,
  source: null as unknown as string,
  grade: null as unknown as string,
});

export const newExemption = (): Exemption => ({ who: '', ground: null as unknown as string });

export const newCoordination = (): Coordination => ({
  who: '',
  amount: null as unknown as number,
  unit: null as unknown as Coordination['unit'],
});

export const newPaper = (): Paper => ({
  id: null as unknown as string,
  name: '',
  caseName: null as unknown as string,
  originals: 1,
  copies: 0,
  certified: null as unknown as number,
  templateFile: null as unknown as string,
  replacedBy: null as unknown as string,
});

/** The rows with one changed. */
export const changedRow = <T>(rows: readonly T[], at: number, row: T): T[] => rows.map((each, i) => (i === at ? row : each));

export const withoutRow = <T>(rows: readonly T[], at: number): T[] => rows.filter((_, i) => i !== at);

/** The rows with one moved before the one above it. */
export function raisedRow<T>(rows: readonly T[], at: number): T[] {
  const moved = [...rows];
  const [row] = moved.splice(at, 1);
  if (row !== undefined) moved.splice(Math.max(0, at - 1), 0, row);
  return moved;
}

/** What an empty field says: nothing. */
export const said = (text: string): string => (text === '' ? (null as unknown as string) : text);

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
