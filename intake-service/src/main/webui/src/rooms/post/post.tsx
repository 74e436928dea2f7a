import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useLive } from '../../api/live';
import { body, intake } from '../../api/services';
import type { HandOver, HandOverLine } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Loaded, ShowMore } from '../../parts/states';
import { has } from '../../session/session';
import { when } from '../../time/legal';
import { words } from '../../words/words';
import { HandOverForm } from './record-form';
import { SignedRecord } from './signed';

const PAGE = 30;

/** What the postman brings: hand-over records, newest first. */
export function Post({ id }: { id: string | null }) {
  const [, navigate] = useLocation();
  const [pages, setPages] = useState(1);
  const live = useLive<{ items: HandOverLine[]; next: string | null }>(`hand-overs ${pages}`, (signal) => read(pages, signal), 15);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (id === null) heading.current?.focus();
  }, [id]);
  return (
    <div class={id ? 'split open' : 'split'}>
      <section>
        <h1 ref={heading} tabIndex={-1}>
          {words('post.title')}
        </h1>
        <p>
          <Link href="/post/out">{words('out.title')}</Link>
        </p>
        {has('reception') ? (
          <KeyButton shortcut="N" onPress={() => navigate('/post/new')}>
            {words('post.new')}
          </KeyButton>
        ) : null}
        <Loaded live={live} loading={words('list.loading')}>
          {(found) =>
            found.items.length === 0 ? (
              <p class="empty">{words('post.none')}</p>
            ) : (
              <>
                <ul class="plain rows">
                  {found.items.map((line) => (
                    <li key={line.id}>
                      <RecordLink line={line} current={line.id === id} />
                    </li>
                  ))}
                </ul>
                <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
              </>
            )
          }
        </Loaded>
      </section>
      {id === 'new' ? (
        <HandOverForm key="new" record={null} onKept={(kept) => navigate(`/post/${kept.id}`)} onDropped={() => navigate('/post')} reload={() => undefined} />
      ) : id ? (
        <One key={id} id={id} />
      ) : null}
    </div>
  );
}

function One({ id }: { id: string }) {
  const [, navigate] = useLocation();
  const live = useLive<HandOver>(
    `hand-over ${id}`,
    (signal) => body(intake.GET('/api/intake/hand-over-records/{record}', { params: { path: { record: id } }, signal })),
    600,
  );
  const reload = () => void live.refresh();
  return (
    <Loaded live={live}>
      {(record) =>
        record.state === 'OPEN' && has('reception') ? (
          <HandOverForm record={record} onKept={(after) => live.set(after)} onDropped={() => navigate('/post')} reload={reload} />
        ) : (
          <SignedRecord record={record} writes={has('reception')} onChanged={(after) => live.set(after)} reload={reload} />
        )
      }
    </Loaded>
  );
}

function RecordLink({ line, current }: { line: HandOverLine; current: boolean }) {
  return (
    <Link href={`/post/${line.id}`} class="row-link" aria-current={current ? 'true' : undefined}>
      <strong>{line.number ? words('post.record', { number: line.number }) : words('post.unsigned')}</strong>
      <span class="row-name">
        {line.postmanName} · {when(line.handedOverAt)}
      </span>
      <span class="small">
        {words('post.items', { n: line.items })}
        {line.incomplete > 0 ? ` · ▲ ${words('post.items.incomplete', { n: line.incomplete })}` : ''}
        {line.number && line.waiting > 0 ? ` · ${words('post.items.waiting', { n: line.waiting })}` : ''}
      </span>
    </Link>
  );
}

async function read(pages: number, signal: AbortSignal): Promise<{ items: HandOverLine[]; next: string | null }> {
  const items: HandOverLine[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(intake.GET('/api/intake/hand-over-records', { params: { query: { limit: PAGE, after } }, signal }));
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
