import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { problemOf } from '../../api/problem';
import { body, intake } from '../../api/services';
import type { HandOver, HandOverRequest } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Choices, Field } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { ownUnit } from '../../session/session';
import { now } from '../../time/legal';
import { words } from '../../words/words';
import { ItemFields } from './item-fields';
import { anItem, aRecord, formOfRecord, instantOf, local, ready, requestOf, type RecordForm } from './shape';

type Signed = NonNullable<HandOver['signed']>;

interface RecordFormProps {
  /** Null for a new one. */
  record: HandOver | null;
  onKept: (record: HandOver) => void;
  onDropped: () => void;
  reload: () => void;
}

/** A record while it is counted: written, then signed by both. What is typed is there again when the officer comes back. */
export function HandOverForm({ record, onKept, onDropped, reload }: RecordFormProps) {
  const name = `post/${record?.id ?? 'new'}`;
  const [form, setForm] = useKept<RecordForm>(`${name}/form`, () => (record ? formOfRecord(record) : aRecord(new Date(now.value).toISOString())));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const keep = useAct<{ request: HandOverRequest; record: HandOver | null }, HandOver>(
    [record?.id],
    ({ request, record: known }, key) =>
      known
        ? body(
            intake.PUT('/api/intake/hand-over-records/{record}', {
              params: { path: { record: known.id } },
              headers: { 'If-Match': `"${known.revision}"` },
              body: request,
            }),
          )
        : body(intake.POST('/api/intake/hand-over-records', { headers: { 'Idempotency-Key': key }, body: request })),
    (after) => {
      forget(name);
      changed();
      say(words('post.kept'));
      onKept(after);
    },
  );
  const drop = useAct<HandOver, null>(
    [record?.id],
    async (known) => {
      const { error, response } = await intake.DELETE('/api/intake/hand-over-records/{record}', {
        params: { path: { record: known.id } },
        headers: { 'If-Match': `"${known.revision}"` },
      });
      if (!response.ok) throw problemOf(response.status, error);
      return null;
    },
    () => {
      forget(name);
      changed();
      onDropped();
    },
  );
  const problem = keep.problem.value ?? drop.problem.value;
  const set = (change: Partial<RecordForm>) => setForm({ ...form, ...change });
  const save = () => void keep.run({ request: requestOf(form, record?.unit ?? ownUnit.value), record });
  return (
    <section class="dossier act-form">
      <h1 ref={heading} tabIndex={-1}>
        {words(record ? 'post.open' : 'post.new')}
      </h1>
      <p class="small">{words('post.law')}</p>
      <Field label={words('post.at')} type="datetime-local" value={form.at} onInput={(at) => set({ at })} required problem={problem?.at('/handedOverAt') ?? null} />
      <div class="pair">
        <Field label={words('post.postman')} value={form.postman} onInput={(postman) => set({ postman })} required maxLength={120} problem={problem?.at('/postman/name') ?? null} />
        <Field label={words('post.postman.number')} value={form.number} onInput={(number) => set({ number })} required maxLength={40} problem={problem?.at('/postman/number') ?? null} />
      </div>
      {form.items.map((item, n) => (
        <ItemFields
          key={n}
          n={n}
          item={item}
          problem={problem}
          onChange={(after) => set({ items: form.items.map((each, m) => (m === n ? after : each)) })}
          onRemove={form.items.length > 1 ? () => set({ items: form.items.filter((_, m) => m !== n) }) : null}
        />
      ))}
      <ProblemNote problem={problem} retry={save} reload={reload} close={() => (keep.clear(), drop.clear())} />
      <div class="buttons">
        <KeyButton shortcut="F8" busy={keep.busy.value} onPress={() => set({ items: [...form.items, anItem()] })}>
          {words('post.item.add')}
        </KeyButton>
        <KeyButton shortcut="F9" busy={keep.busy.value || !ready(form)} onPress={save}>
          {words('post.keep')}
        </KeyButton>
        {record ? (
          <KeyButton danger busy={drop.busy.value} onPress={() => void drop.run(record)}>
            {words('post.drop')}
          </KeyButton>
        ) : null}
      </div>
      {record && JSON.stringify(form) === JSON.stringify(formOfRecord(record)) ? <Sign record={record} onSigned={onKept} reload={reload} /> : record ? <p class="note">{words('post.sign.keep-first')}</p> : null}
    </section>
  );
}

/** The time the record has is kept to its second while nobody types another. */
const signedTime = (record: HandOver, at: string): string => (at === local(record.handedOverAt) ? record.handedOverAt : instantOf(at));

/** Both count and sign: the postman says a number of their own. */
function Sign({ record, onSigned, reload }: { record: HandOver; onSigned: (record: HandOver) => void; reload: () => void }) {
  const [counted, setCounted] = useState('');
  const [at, setAt] = useState(local(record.handedOverAt));
  const [signed, setSigned] = useState<Signed>('ON_PAPER');
  const [asks, setAsks] = useState(false);
  const act = useAct<{ counted: number; signed: Signed; at: string; revision: number }, HandOver>(
    [record.id],
    ({ counted: count, signed: how, at: signedAt, revision }, key) =>
      body(
        intake.POST('/api/intake/hand-over-records/{record}/actions', {
          params: { path: { record: record.id } },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          body: { action: 'CLOSE', counted: count, signed: how, handedOverAt: signedAt },
        }),
      ),
    (after) => {
      changed();
      say(words('post.signed', { number: after.number ?? '' }));
      onSigned(after);
    },
  );
  return (
    <section class="sign" aria-label={words('post.sign')}>
      <h2>{words('post.sign')}</h2>
      <Field label={words('post.counted')} type="number" min={1} max={200} value={counted} onInput={setCounted} hint={words('post.counted.hint')} />
      <Field label={words('post.signed.at')} type="datetime-local" value={at} onInput={setAt} hint={words('post.signed.at.hint')} problem={act.problem.value?.at('/handedOverAt') ?? null} />
      <Choices
        label={words('post.signed.how')}
        value={signed}
        options={(['ON_PAPER', 'ON_SCREEN'] as const).map((value) => ({ value, label: words(`post.signed.${value}`) }))}
        onPick={setSigned}
      />
      <ProblemNote problem={asks ? null : act.problem.value} reload={reload} close={act.clear} />
      <KeyButton shortcut="Enter" main busy={act.busy.value || counted === '' || at === ''} onPress={() => setAsks(true)}>
        {words('post.sign.do')}
      </KeyButton>
      {asks ? (
        <Confirm
          sentence={words('post.sign.confirm', { n: record.items.length, name: record.postman.name })}
          act={words('post.sign.do')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ counted: Number(counted), signed, at: signedTime(record, at), revision: record.revision })}
          onCancel={() => setAsks(false)}
        />
      ) : null}
    </section>
  );
}
