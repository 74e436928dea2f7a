import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, intake, notification } from '../../api/services';
import type { Return, Row } from '../../api/shapes';
import { collected } from '../../parts/pages';
import { Loaded, ShowMore } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { ReturnBox } from './hand-over';

const PAGE = 50;
/** Dossiers that intake is asked for together. */
const AT_ONCE = 100;

interface Waiting {
  returns: Return[];
  rows: Record<string, Row>;
  next?: string | null;
}

/** What lies ready, longest waiting first; names come from intake. */
export function Returns({ id }: { id: string | null }) {
  const unit = ownUnit.value;
  const [pages, setPages] = useState(1);
  const live = useLive<Waiting>(`returns ${unit} ${pages}`, (signal) => read(unit, pages, signal), 10);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  const chosen = id ? live.data.value?.rows[id] : undefined;
  return (
    <div class={id ? 'split open' : 'split'}>
      <section>
        <h1 ref={heading} tabIndex={-1}>
          {words('returns.title')}
        </h1>
        <p>
          <Link href="/post/out">{words('out.title')}</Link> · <Link href="/shelf">{words('shelf.title')}</Link> · <Link href="/satisfaction">{words('room.satisfaction')}</Link>
        </p>
        <Loaded live={live} loading={words('list.loading')}>
          {(data) =>
            data.returns.length === 0 ? (
              <p class="empty">{words('returns.none')}</p>
            ) : (
              <>
                <ul class="plain rows">
                  {data.returns.map((each) => (
                    <li key={each.returnId}>
                      <ReturnLink found={each} row={data.rows[each.dossierId]} current={each.dossierId === id} />
                    </li>
                  ))}
                </ul>
                <ShowMore next={data.next} onMore={() => setPages(pages + 1)} />
              </>
            )
          }
        </Loaded>
      </section>
      {id ? (
        <aside class="act-side">
          <p>
            <strong>{chosen?.owner ?? ''}</strong>
            <br />
            {chosen ? procedureName(chosen.procedureCode) : ''}
            <br />
            <span class="code">{chosen?.code ?? ''}</span>
          </p>
          <ReturnBox dossierId={id} name={chosen?.owner ?? ''} onDone={() => undefined} />
          <p>
            <Link href={`/counter/${id}`}>{words('returns.dossier')}</Link> · <Link href={`/history/${id}`}>{words('dossier.history')}</Link> · <Link href={`/messages/${id}`}>{words('room.messages')}</Link>
          </p>
        </aside>
      ) : null}
    </div>
  );
}

function ReturnLink({ found, row, current }: { found: Return; row: Row | undefined; current: boolean }) {
  return (
    <Link href={`/returns/${found.dossierId}`} class="row-link" aria-current={current ? 'true' : undefined}>
      <strong>{row?.owner ?? found.reference}</strong>
      <span class="row-name">{procedureName(found.procedureCode)}</span>
      <span class="small">
        {found.code ?? found.reference} · {named('returns.holds', found.holds)} · {named('returns.state', found.state)} ·{' '}
        {words('time.since', { at: when(found.openedAt) })}
        {found.kept.place ? ` · ${found.kept.place}` : ''}
        {found.returnMode === 'POST' ? ` · ${words('by-post.title')}` : ''}
        {found.feesOpen ? ` · ${words('money.state.OPEN')}` : ''}
      </span>
    </Link>
  );
}

async function read(unit: string, pages: number, signal: AbortSignal): Promise<Waiting> {
  const found = await collected<Return>(
    (after) => body(notification.GET('/api/notification/returns', { params: { query: { unit, limit: PAGE, after } }, signal })),
    pages,
  );
  return { returns: found.items, rows: await rowsOf(found.items.map((each) => each.dossierId), signal), next: found.next };
}

/** The register's rows of some dossiers: whose they are. */
export async function rowsOf(ids: string[], signal: AbortSignal): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const page = await body(
      intake.GET('/api/intake/dossiers', { params: { query: { ids: ids.slice(from, from + AT_ONCE).join(','), limit: AT_ONCE } }, signal }),
    );
    page.items.forEach((row) => (rows[row.id] = row));
  }
  return rows;
}
