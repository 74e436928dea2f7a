import type { FeedbackAction, FeedbackFilter, FeedbackState } from '../../api/shapes';

/** What an act asks an officer for. */
export type Field = 'category' | 'text' | 'answer' | 'how' | 'aboutCounter' | 'concerned' | 'reasonCode' | 'note' | 'repeats' | 'unit' | 'body' | 'kind' | 'receiver' | 'assignee' | 'question' | 'contact' | 'toldBy';

/** What was typed, by field; a tick is "true" or nothing. */
export type Typed = Partial<Record<Field, string>>;

/** Fields an officer may leave empty. */
const OPTIONAL: Field[] = ['aboutCounter', 'concerned', 'repeats', 'unit', 'body', 'contact', 'toldBy'];

const FIELDS: Record<FeedbackAction, Field[]> = {
  AMEND: ['category', 'text', 'contact', 'toldBy'],
  CONFIRM: ['how'],
  DROP: [],
  SCREEN: ['category', 'aboutCounter', 'concerned'],
  REJECT: ['reasonCode', 'note', 'repeats'],
  FORWARD: ['how', 'unit', 'body', 'note'],
  HAND_OVER: ['kind', 'receiver'],
  ASSIGN: ['assignee'],
  ASK: ['question'],
  REPLY: ['text'],
  ATTACH: [],
  PROPOSE: ['answer'],
  SEND_BACK: ['note'],
  APPROVE: [],
  REDACT: ['text', 'answer'],
  RETURN_REDACTION: ['note'],
  PUBLISH: [],
  TAKE_DOWN: ['note'],
  WITHHOLD: ['reasonCode', 'note'],
  RATE: [],
};

/** Choices of a field, by act. */
const CHOICES: Partial<Record<FeedbackAction, Partial<Record<Field, string[]>>>> = {
  AMEND: { toldBy: ['PAGE', 'SMS', 'EMAIL'] },
  CONFIRM: { how: ['READ_BACK', 'IN_WRITING', 'ELECTRONICALLY'] },
  REJECT: { reasonCode: ['NO_MATTER', 'UNREADABLE', 'REPEATED', 'ANSWERED_BEFORE'] },
  FORWARD: { how: ['GUIDED', 'FORWARDED'] },
  HAND_OVER: { kind: ['COMPLAINT', 'DENUNCIATION'] },
  WITHHOLD: { reasonCode: ['ONLY_PERSONAL', 'SECRET', 'PERSON_ASKED'] },
};

export const CATEGORIES = ['CONDUCT', 'LATENESS', 'EXTRA_PAPERS', 'FEES', 'PROCEDURE', 'SYSTEM', 'PRAISE', 'OTHER'] as const;
/** How a person wants to be told what becomes of it; a contact serves the last two. */
export const TOLD = ['PAGE', 'SMS', 'EMAIL'] as const;
export const PLACES = ['COUNTER', 'HALL', 'ONLINE', 'PHONE', 'ELSEWHERE'] as const;
/** Most files of one feedback, as the service counts them. */
export const FILES_MOST = 3;
export const FILTERS: FeedbackFilter[] = ['OPEN', 'SOON', 'OVERDUE', 'ENDED'];

/** States in which something is owed, as the list can be narrowed to. */
export const OPEN_STATES: FeedbackState[] = ['NOTED', 'RECEIVED', 'SCREENED', 'ASSIGNED', 'ASKED', 'PROPOSED', 'ANSWERED', 'REDACTED'];

/** States in which nothing is owed any more. */
export const ENDED_STATES: FeedbackState[] = ['PUBLISHED', 'WITHHELD', 'REJECTED', 'FORWARDED', 'HANDED_OVER', 'DROPPED'];

/** The lawful next act first; what ends it otherwise comes last. */
const ORDER: FeedbackAction[] = [
  'CONFIRM', 'SCREEN', 'ASSIGN', 'PROPOSE', 'APPROVE', 'REDACT', 'PUBLISH', 'REPLY', 'ASK', 'ATTACH', 'AMEND', 'SEND_BACK', 'RETURN_REDACTION',
  'FORWARD', 'HAND_OVER', 'REJECT', 'WITHHOLD', 'TAKE_DOWN', 'DROP',
];

/** Acts after which nothing can be taken back: the officer reads first what will happen. */
const FINAL: FeedbackAction[] = ['REJECT', 'FORWARD', 'HAND_OVER', 'APPROVE', 'PUBLISH', 'DROP', 'WITHHOLD'];

export const fieldsOf = (action: FeedbackAction): Field[] => FIELDS[action];
export const choicesOf = (action: FeedbackAction, field: Field): string[] => (field === 'category' ? [...CATEGORIES] : (CHOICES[action]?.[field] ?? []));
export const isOptional = (field: Field): boolean => OPTIONAL.includes(field);
export const isFinal = (action: FeedbackAction): boolean => FINAL.includes(action);

/** Whether the feedback opens at once at the unit that was chosen. */
export const opens = (action: FeedbackAction, typed: Typed): boolean => action === 'FORWARD' && Boolean(typed.unit) && typed.how === 'FORWARDED';

/** The allowed acts in the order of their buttons; the first one is the main button. */
export const inOrder = (allowed: readonly FeedbackAction[]): FeedbackAction[] => ORDER.filter((each) => allowed.includes(each));

/** Fields that still have to be filled in; where it is forwarded to, either a unit or a name. */
export const missing = (action: FeedbackAction, typed: Typed): Field[] =>
  fieldsOf(action).filter((field) => {
    if (action === 'FORWARD' && field === 'body') return !typed.unit && !typed.body?.trim();
    return !isOptional(field) && !typed[field]?.trim();
  });

/** One officer a line, as "name, title"; lines without a name are left out. */
export const concernedOf = (lines: string): { name: string; title: string | null }[] =>
  lines
    .split('\n')
    .map((line) => line.split(',', 2).map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name, title]) => ({ name: name ?? '', title: title || null }));

/** The body of an act, holding its fields and no more. */
export function bodyOf(action: FeedbackAction, typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = { action };
  for (const field of fieldsOf(action)) {
    const value = typed[field]?.trim() ?? '';
    if (field === 'aboutCounter') body[field] = value === 'true';
    else if (field === 'concerned') body[field] = concernedOf(value);
    else if (field === 'body' && typed.unit) body[field] = null;
    else body[field] = value || null;
  }
  return body;
}
