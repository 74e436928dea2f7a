import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, intake, notification } from '../../api/services';
import type { Return, Row } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { ReturnBox } from './hand-over';

interface Waiting {
  returns: Return[];
  rows: Record<string, Row>;
  more: boolean;
}

/** What lies ready, longest waiting first; names come from intake. */
export function Returns({ id }: { id: string | null }) {
  const unit = ownUnit.value;
  const live = useLive<Waiting>(`returns ${unit}`, (signal) => read(unit, signal), 10);
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
              <ul class="plain rows">
                {data.returns.map((each) => (
                  <li key={each.returnId}>
                    <ReturnLink found={each} row={data.rows[each.dossierId]} current={each.dossierId === id} />
                  </li>
                ))}
              </ul>
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
            <Link href={`/counter/${id}`}>{words('returns.dossier')}</Link> · <Link href={`/history/${id}`}>{words('dossier.history')}</Link>
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

async function read(unit: string, signal: AbortSignal): Promise<Waiting> {
  const page = await body(
    notification.GET('/api/notification/returns', { params: { query: { unit, limit: 50 } }, signal }),
  );
  return {
    returns: page.items,
    rows: await rowsOf(page.items.map((each) => each.dossierId), signal),
    more: Boolean(page.next),
  };
}

/** The register's rows of some dossiers: whose they are. */
export async function rowsOf(ids: string[], signal: AbortSignal): Promise<Record<string, Row>> {
  if (ids.length === 0) return {};
  const page = await body(
    intake.GET('/api/intake/dossiers', { params: { query: { ids: ids.join(','), limit: 100 } }, signal }),
  );
  return Object.fromEntries(page.items.map((row) => [row.id, row]));
}
