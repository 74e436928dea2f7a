import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { Feedback, FeedbackAction, FeedbackCandidate } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field as TextField, Pick, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { named, words, type Key } from '../../words/words';
import '../../words/later';
import { actOn, readCandidates } from './calls';
import { bodyOf, choicesOf, fieldsOf, isFinal, isOptional, missing, opens, type Field, type Typed } from './plan';
import { Where } from './where';

const LONG: Field[] = ['text', 'answer', 'question'];
const NOTES: Field[] = ['note', 'concerned'];

/** What stands in the fields before anything is typed: what is being corrected or written anew. */
export function begun(one: Feedback, action: FeedbackAction): Typed {
  const answer = one.acts.filter((act) => act.action === 'PROPOSE').at(-1)?.text ?? '';
  if (action === 'AMEND' && one.concernsYou !== null) return { category: one.line.category, text: one.text };
  if (action === 'AMEND') return { category: one.line.category, text: one.text, contact: one.contact ?? '', toldBy: one.toldBy };
  if (action === 'SCREEN') return { category: one.line.category, aboutCounter: one.aboutCounter ? 'true' : '' };
  if (action === 'PROPOSE') return { answer };
  if (action === 'REDACT') return { text: one.text, answer };
  return {};
}

/** Whoever it concerns does not see the contact, and so cannot correct it. */
export const shown = (action: FeedbackAction, one: Feedback): Field[] =>
  fieldsOf(action).filter((field) => one.concernsYou === null || (field !== 'contact' && field !== 'toldBy'));

interface Props {
  one: Feedback;
  etag: string;
  action: FeedbackAction;
  onDone: () => void;
  onCancel: () => void;
  refresh: () => Promise<void>;
}

/** The fields of one act and its button; what cannot be taken back says so above it. */
export function ActForm({ one, etag, action, onDone, onCancel, refresh }: Props) {
  const [typed, setTyped] = useState<Typed>(() => begun(one, action));
  const id = one.line.feedbackId;
  const act = useAct<{ etag: string; body: Record<string, unknown> }, unknown>(
    [id, action],
    ({ etag: seen, body }, key) => actOn(id, seen, body, key),
    () => {
      changed();
      say(words('hotline.done', { act: named('hotline.action', action) }));
      onDone();
    },
  );
  const open = missing(action, typed);
  const take = (field: Field) => (value: string) => setTyped({ ...typed, [field]: value });
  return (
    <div class="act-form" role="group" aria-label={named('hotline.action', action)}>
      <h3>{named('hotline.action', action)}</h3>
      {action === 'PUBLISH' ? <Redacted one={one} /> : null}
      {shown(action, one).map((field) =>
        field === 'assignee' ? (
          <Assignee key={field} feedback={id} value={typed.assignee ?? ''} onPick={take(field)} />
        ) : field === 'unit' ? (
          <Where key={field} unit={typed.unit ?? ''} onPick={take(field)} own={one.line.unit} />
        ) : field === 'body' && typed.unit ? null : (
          <Input key={field} action={action} field={field} value={typed[field] ?? ''} onTake={take(field)} />
        ),
      )}
      {isFinal(action) ? <p class="note">{opens(action, typed) ? words('hotline.final.FORWARD.unit') : words(`hotline.final.${action}` as Key)}</p> : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <p class="row">
        <KeyButton main shortcut="F8" busy={act.busy.value || open.length > 0} onPress={() => void act.run({ etag, body: bodyOf(action, typed) })}>
          {named('hotline.action', action)}
        </KeyButton>
        <KeyButton shortcut="Escape" onPress={onCancel}>
          {words('confirm.cancel')}
        </KeyButton>
      </p>
    </div>
  );
}

function Input({ action, field, value, onTake }: { action: FeedbackAction; field: Field; value: string; onTake: (value: string) => void }) {
  const label = words(`hotline.field.${field}` as Key);
  const choices = choicesOf(action, field);
  if (field === 'aboutCounter') {
    return (
      <Tick checked={value === 'true'} onTick={(on) => onTake(on ? 'true' : '')}>
        {label}
      </Tick>
    );
  }
  if (choices.length > 0) {
    const family = field === 'category' ? 'hotline.category' : field === 'toldBy' ? 'hotline.told' : 'hotline.reason';
    return <Pick label={label} value={value} empty="" required options={choices.map((each) => ({ value: each, label: named(family, each) }))} onPick={onTake} />;
  }
  const rows = LONG.includes(field) ? 6 : NOTES.includes(field) ? 3 : undefined;
  return <TextField label={label} value={value} onInput={onTake} rows={rows} required={field === 'body' || !isOptional(field)} maxLength={LONG.includes(field) ? 4000 : 1000} />;
}

/** Whom it concerns can be seen and not chosen. */
function Assignee({ feedback, value, onPick }: { feedback: string; value: string; onPick: (value: string) => void }) {
  const live = useLive<FeedbackCandidate[]>(`hotline officers ${feedback}`, (signal) => readCandidates(feedback, signal), 60);
  const all = live.data.value ?? [];
  const kept = all.filter((each) => each.concerned !== null);
  return (
    <>
      <Pick
        label={words('hotline.field.assignee')}
        value={value}
        empty=""
        required
        options={all.filter((each) => each.concerned === null).map((each) => ({ value: each.subject, label: [each.name, each.title].filter(Boolean).join(', ') }))}
        onPick={onPick}
      />
      {kept.length > 0 ? (
        <p class="small">{words('hotline.kept-out', { names: kept.map((each) => each.name ?? '–').join(', ') })}</p>
      ) : null}
      {live.data.value && all.length === kept.length ? <p class="note">{words('hotline.nobody')}</p> : null}
    </>
  );
}

/** What the second officer reads before everybody does. */
function Redacted({ one }: { one: Feedback }) {
  const written = one.acts.filter((act) => act.action === 'REDACT').at(-1);
  return (
    <>
      <blockquote>{written?.text}</blockquote>
      <blockquote>{written?.second}</blockquote>
    </>
  );
}
