import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { body, file, notification } from '../../api/services';
import type { PostList, PostListRequest, WaitingForPost } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Choices, Field } from '../../parts/field';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { save } from '../../parts/save';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { now, when } from '../../time/legal';
import { words } from '../../words/words';
import { instantOf } from './shape';

const LISTS = 20;

/** What goes out by post: what waits for the postman, the list both sign, and the lists of before. */
export function PostOut() {
  const unit = ownUnit.value;
  const waiting = useLive<WaitingForPost>(`post out ${unit}`, (signal) => body(notification.GET('/api/notification/post-lists/waiting', { params: { query: { unit } }, signal })), 15);
  const lists = useLive<{ items: PostList[] }>('post lists', (signal) => body(notification.GET('/api/notification/post-lists', { params: { query: { limit: LISTS } }, signal })), 60);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('out.title')}
      </h1>
      <p>
        <Link href="/post">{words('post.title')}</Link> · <Link href="/returns">{words('room.returns')}</Link>
      </p>
      <h2>{words('out.waiting')}</h2>
      <Loaded live={waiting} loading={words('list.loading')}>
        {(found) => (
          <>
            {found.consignments.length === 0 ? (
              <p class="empty">{words('out.none')}</p>
            ) : (
              <>
                <ol class="plain rows" aria-label={words('out.waiting')}>
                  {found.consignments.map((each) => (
                    <li key={each.id}>
                      <Link href={`/returns/${each.dossierId}`} class="row-link">
                        <strong>{each.code}</strong>
                        <span class="small">
                          {each.slip} · {when(each.preparedAt)}
                          {each.originals ? ` · ${words('out.originals')}` : ''}
                          {each.wished ? '' : ` · ▲ ${words('out.not-wished')}`}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ol>
                {found.more ? <p class="note">{words('out.more', { n: found.consignments.length })}</p> : null}
                <Preview unit={unit} />
                {has('reception') ? <SignList unit={unit} waiting={found.consignments} reload={changed} /> : null}
              </>
            )}
            {found.toMakeUp.length === 0 ? null : (
              <>
                <h2>{words('out.to-make-up')}</h2>
                <ol class="plain rows" aria-label={words('out.to-make-up')}>
                  {found.toMakeUp.map((each) => (
                    <li key={each.dossierId}>
                      <Link href={`/returns/${each.dossierId}`} class="row-link">
                        <strong>{each.code}</strong>
                        <span class="small">
                          {when(each.openedAt)}
                          {each.result ? '' : ` · ${words('out.originals.only')}`}
                          {each.result && each.originals ? ` · ${words('out.originals')}` : ''}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </>
        )}
      </Loaded>
      <h2>{words('out.lists')}</h2>
      <Loaded live={lists}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('out.lists.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((list) => (
                <li key={list.id} class="row">
                  <ListRow list={list} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function ListRow({ list }: { list: PostList }) {
  const path = `/api/notification/post-lists/${list.id}/page`;
  const print = useAct<string, Blob>([list.id], (from) => file(from), (blob) => void blob.text().then((html) => showForm(words('out.list', { number: list.number }), html)));
  const pdf = useAct<string, Blob>([list.id], (from) => file(from), (blob) => save(blob, `ban-giao-buu-chinh-${list.number.replace('/', '-')}.pdf`));
  return (
    <>
      <span>
        <strong>{words('out.list', { number: list.number })}</strong> · {words('post.items', { n: list.items })}{' '}
        <span class="small">
          {when(list.signedAt)} · {list.postmanName}
        </span>
      </span>
      <button type="button" class="quiet" aria-label={`${words('post.print')}: ${list.number}`} onClick={() => void print.run(path)}>
        {words('post.print')}
      </button>
      <button type="button" class="quiet" aria-label={`PDF: ${list.number}`} onClick={() => void pdf.run(`${path}.pdf`)}>
        PDF
      </button>
      <ProblemNote problem={print.problem.value ?? pdf.problem.value} close={() => (print.clear(), pdf.clear())} />
    </>
  );
}

/** The list as it would be signed, to be looked at with the postman. */
function Preview({ unit }: { unit: string }) {
  const act = useAct<string, Blob>([unit], (from) => file(from), (blob) => save(blob, 'xem-truoc-ban-giao-buu-chinh.pdf'));
  return (
    <>
      <p>
        <button type="button" class="quiet" aria-disabled={act.busy.value ? 'true' : undefined} onClick={() => void act.run(`/api/notification/post-lists/preview.pdf?unit=${encodeURIComponent(unit)}`)}>
          {words('out.preview')}
        </button>
      </p>
      <ProblemNote problem={act.problem.value} close={act.clear} />
    </>
  );
}

interface SignListProps {
  unit: string;
  /** What stands on the screen: this is signed and nothing else. */
  waiting: WaitingForPost['consignments'];
  reload: () => void;
}

/** Both count and sign: the postman says a number of their own. */
function SignList({ unit, waiting, reload }: SignListProps) {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [counted, setCounted] = useState('');
  const [signed, setSigned] = useState<PostListRequest['signed']>('ON_PAPER');
  const [at, setAt] = useState('');
  const [asks, setAsks] = useState<PostListRequest['consignments'] | null>(null);
  const act = useAct<PostListRequest, PostList>(
    [unit],
    (request, key) => body(notification.POST('/api/notification/post-lists', { params: { header: { 'Idempotency-Key': key } }, body: request })),
    (list) => {
      setAsks(null);
      setCounted('');
      setAt('');
      changed();
      say(words('out.signed', { number: list.number }));
    },
  );
  return (
    <section class="sign act-form" aria-label={words('out.sign')}>
      <h3>{words('out.sign')}</h3>
      <div class="pair">
        <Field label={words('post.postman')} value={name} onInput={setName} required maxLength={120} />
        <Field label={words('post.postman.number')} value={number} onInput={setNumber} required maxLength={40} />
      </div>
      <Field label={words('post.counted')} type="number" min={1} max={200} value={counted} onInput={setCounted} hint={words('post.counted.hint')} />
      <Field
        label={words('out.signed.at')}
        type="datetime-local"
        value={at}
        onInput={setAt}
        hint={words('out.signed.at.hint', { at: when(new Date(now.value).toISOString()) })}
        problem={act.problem.value?.at('/handedOverAt') ?? null}
      />
      <Choices
        label={words('post.signed.how')}
        value={signed}
        options={(['ON_PAPER', 'ON_SCREEN'] as const).map((value) => ({ value, label: words(`post.signed.${value}`) }))}
        onPick={setSigned}
      />
      <ProblemNote problem={asks ? null : act.problem.value} reload={() => (act.clear(), reload())} close={act.clear} />
      <KeyButton shortcut="Enter" main busy={act.busy.value || name.trim() === '' || number.trim() === '' || counted === ''} onPress={() => setAsks(waiting.map(({ id, preparedAt }) => ({ id, preparedAt })))}>
        {words('post.sign.do')}
      </KeyButton>
      {asks ? (
        <Confirm
          sentence={words('out.sign.confirm', { n: asks.length, name: name.trim() })}
          act={words('post.sign.do')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() =>
            void act.run({
              unit,
              postman: { name: name.trim(), number: number.trim() },
              consignments: asks,
              counted: Number(counted),
              signed,
              handedOverAt: at === '' ? undefined : instantOf(at),
            } as PostListRequest)
          }
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </section>
  );
}
