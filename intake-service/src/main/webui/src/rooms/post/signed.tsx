import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, file, intake } from '../../api/services';
import type { Dossier, HandOver, HandOverItem, OpenFromItem } from '../../api/shapes';
import { componentName, procedureName } from '../../api/names';
import { KeyButton } from '../../keys/keys';
import { Choices, Field, Pick } from '../../parts/field';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { save } from '../../parts/save';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { inputOf, nobody, PersonFields, PersonLine, type PersonForm } from '../counter/people';
import { showPin } from '../counter/pin';

interface SignedProps {
  record: HandOver;
  /** Whether the officer opens dossiers and adds notes, or only reads. */
  writes: boolean;
  onChanged: (record: HandOver) => void;
  reload: () => void;
}

/** A record that is read: signed, it is printed, its dossiers are opened, and it is corrected by notes alone. */
export function SignedRecord({ record, writes, onChanged, reload }: SignedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [record.id]);
  const print = useAct<string, Blob>([record.id], (path) => file(path), (blob) => void blob.text().then((html) => showForm(words('post.record', { number: record.number ?? '' }), html)));
  const pdf = useAct<string, Blob>([record.id], (path) => file(path), (blob) => save(blob, `bien-ban-giao-nhan-${(record.number ?? '').replace('/', '-')}.pdf`));
  return (
    <section class="dossier">
      <h1 ref={heading} tabIndex={-1}>
        {record.number ? words('post.record', { number: record.number }) : words('post.unsigned')}
      </h1>
      <dl class="facts">
        <dt>{words('post.at')}</dt>
        <dd>{onPaper(record.handedOverAt)}</dd>
        {record.closedAt ? (
          <>
            <dt>{words('post.closed')}</dt>
            <dd>{onPaper(record.closedAt)}</dd>
          </>
        ) : null}
        <dt>{words('post.postman')}</dt>
        <dd>
          {record.postman.name} · {record.postman.number}
          {record.signed ? ` · ${words(`post.signed.${record.signed}`)}` : ''}
        </dd>
        <dt>{words('post.officer')}</dt>
        <dd>
          {record.officerName}
          {record.officerTitle ? `, ${record.officerTitle}` : ''}
        </dd>
      </dl>
      {record.page && record.pdf ? (
        <div class="buttons">
          <KeyButton shortcut="P" busy={print.busy.value} onPress={() => void print.run(record.page ?? '')}>
            {words('post.print')}
          </KeyButton>
          <KeyButton busy={pdf.busy.value} onPress={() => void pdf.run(record.pdf ?? '')}>
            PDF
          </KeyButton>
        </div>
      ) : null}
      <ProblemNote problem={print.problem.value ?? pdf.problem.value} close={() => (print.clear(), pdf.clear())} />
      <ol class="plain rows">
        {record.items.map((item) => (
          <li key={item.position}>
            <ItemLine record={record} item={item} writes={writes && record.state === 'CLOSED'} />
          </li>
        ))}
      </ol>
      {record.state === 'CLOSED' ? <Notes record={record} writes={writes} onChanged={onChanged} reload={reload} /> : null}
    </section>
  );
}

function ItemLine({ record, item, writes }: { record: HandOver; item: HandOverItem; writes: boolean }) {
  const [opens, setOpens] = useState(false);
  const free = item.dossier === null || item.dossier.givenUp;
  return (
    <section class="post-item" aria-label={words('post.item', { n: item.position })}>
      <h2>
        {item.position}. {procedureName(item.procedureCode)} <span class="code">{item.slip}</span>
      </h2>
      <dl class="facts">
        <PersonLine part="sender" person={item.sender} />
      </dl>
      <ul class="plain">
        {item.documents.map((paper, n) => (
          <li key={n} class={paper.found < paper.listed ? 'late' : undefined}>
            {paper.found < paper.listed ? '▲ ' : '✓ '}
            {words('post.paper.line', { name: paper.name ?? (paper.component ? componentName(item.procedureCode, paper.component) : ''), as: words(`post.shape.${paper.as}`), listed: paper.listed, found: paper.found })}
            {paper.note ? ` – ${paper.note}` : ''}
          </li>
        ))}
      </ul>
      {item.complete ? null : <p class="note">{words('post.incomplete')}</p>}
      {item.dossier && !free ? (
        <p>
          <Link href={`/counter/${item.dossier.id}`}>{words('post.dossier', { code: item.dossier.code ?? item.dossier.reference })}</Link>
        </p>
      ) : opens ? (
        <OpenItem record={record} item={item} onCancel={() => setOpens(false)} />
      ) : writes ? (
        <KeyButton onPress={() => setOpens(true)}>{words('post.dossier.open')}</KeyButton>
      ) : null}
    </section>
  );
}

/** What the record does not say: whose matter it is where another sent it, and how the result goes back. */
function OpenItem({ record, item, onCancel }: { record: HandOver; item: HandOverItem; onCancel: () => void }) {
  const [, navigate] = useLocation();
  const [whose, setWhose] = useState<'SENDER' | 'OTHER'>('SENDER');
  const [owner, setOwner] = useState<PersonForm>(nobody());
  const [returnMode, setReturnMode] = useState<OpenFromItem['returnMode']>('POST');
  const act = useAct<OpenFromItem, Dossier>(
    [record.id, item.position],
    (request, key) =>
      body(
        intake.POST('/api/intake/hand-over-records/{record}/items/{position}/dossier', {
          params: { path: { record: record.id, position: item.position } },
          headers: { 'Idempotency-Key': key },
          body: request,
        }),
      ),
    (dossier) => {
      if (dossier.pin) showPin(dossier.id, dossier.reference, dossier.pin);
      changed();
      navigate(`/counter/${dossier.id}`);
    },
  );
  const fits = whose === 'SENDER' || owner.name.trim() !== '';
  return (
    <div class="act-form">
      <Choices
        label={words('post.owner')}
        value={whose}
        options={(['SENDER', 'OTHER'] as const).map((value) => ({ value, label: words(`post.owner.${value}`) }))}
        onPick={setWhose}
      />
      {whose === 'OTHER' ? <PersonFields form={owner} onChange={setOwner} pointer="/owner" problem={act.problem.value} /> : null}
      <Pick
        label={words('open.return')}
        value={returnMode}
        options={(['POST', 'COUNTER', 'ELECTRONIC'] as const).map((value) => ({ value, label: named('return', value) }))}
        onPick={setReturnMode}
      />
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <div class="buttons">
        <KeyButton
          shortcut="Enter"
          main
          busy={act.busy.value || !fits}
          onPress={() => void act.run({ owner: whose === 'OTHER' ? inputOf(owner) : undefined, returnMode, language: 'vi' } as OpenFromItem)}
        >
          {words('post.dossier.open')}
        </KeyButton>
        <button type="button" class="quiet" onClick={onCancel}>
          {words('papers.cancel')}
        </button>
      </div>
    </div>
  );
}

function Notes({ record, writes, onChanged, reload }: SignedProps) {
  const [text, setText] = useState('');
  const act = useAct<{ text: string; revision: number }, HandOver>(
    [record.id],
    ({ text: note, revision }, key) =>
      body(
        intake.POST('/api/intake/hand-over-records/{record}/actions', {
          params: { path: { record: record.id } },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          body: { action: 'NOTE', text: note },
        }),
      ),
    (after) => {
      setText('');
      onChanged(after);
    },
  );
  return (
    <section aria-label={words('post.notes')}>
      <h2>{words('post.notes')}</h2>
      {record.notes.length === 0 ? <p class="empty">{words('post.notes.none')}</p> : null}
      <ul class="plain">
        {record.notes.map((note, n) => (
          <li key={n}>
            {note.text}{' '}
            <span class="small">
              {note.byName} · {when(note.at)}
            </span>
          </li>
        ))}
      </ul>
      {writes ? (
        <>
          <Field label={words('post.note.add')} value={text} rows={2} maxLength={2000} onInput={setText} hint={words('post.note.hint')} />
          <ProblemNote problem={act.problem.value} reload={reload} close={act.clear} />
          <p>
            <button
              type="button"
              class="quiet"
              aria-disabled={text.trim() === '' || act.busy.value ? 'true' : undefined}
              onClick={() => (text.trim() === '' ? undefined : void act.run({ text: text.trim(), revision: record.revision }))}
            >
              {words('post.note.keep')}
            </button>
          </p>
        </>
      ) : null}
    </section>
  );
}
