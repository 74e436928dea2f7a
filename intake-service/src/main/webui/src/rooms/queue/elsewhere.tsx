import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, processing } from '../../api/services';
import type { Shadow } from '../../api/shapes';
import { Loaded, ShowMore } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';

const PAGE = 30;

interface Found {
  items: Shadow[];
  next: string | null;
}

/** Dossiers whose authority of record is another system: looked at here, worked on there. */
export function Elsewhere() {
  const unit = ownUnit.value;
  const [pages, setPages] = useState(1);
  const [ended, setEnded] = useState(false);
  const live = useLive<Found>(`elsewhere ${unit} ${ended} ${pages}`, (signal) => read(unit, ended, pages, signal), 30);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const turn = () => {
    setPages(1);
    setEnded(!ended);
  };
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('elsewhere.title')}
      </h1>
      <p class="small">{words('elsewhere.hint')}</p>
      <p>
        <button type="button" class="quiet" aria-pressed={ended ? 'true' : 'false'} onClick={turn}>
          {words('elsewhere.ended')}
        </button>
      </p>
      <Loaded live={live} loading={words('list.loading')}>
        {(found) => (
          <>
            {found.items.length === 0 ? <p class="empty">{words(ended ? 'elsewhere.none-ended' : 'elsewhere.none')}</p> : <ShadowTable shadows={found.items} />}
            <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
          </>
        )}
      </Loaded>
      <p>
        <Link href="/queue">{words('dossier.back')}</Link>
      </p>
    </section>
  );
}

export function ShadowTable({ shadows }: { shadows: Shadow[] }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('elsewhere.sync')}</th>
          <th scope="col">{words('queue.dossier')}</th>
          <th scope="col">{words('elsewhere.status')}</th>
          <th scope="col">{words('queue.due')}</th>
          <th scope="col">{words('elsewhere.system')}</th>
        </tr>
      </thead>
      <tbody>
        {shadows.map((one) => (
          <tr key={one.id}>
            <td data-label={words('elsewhere.sync')}>
              <SyncMark one={one} />
            </td>
            <td data-label={words('queue.dossier')}>
              <span class="code">{one.reference}</span>
              <span class="small line row-name">{procedureName(one.procedureCode)}</span>
            </td>
            <td data-label={words('elsewhere.status')}>
              {one.status} · {named('national', String(one.status))}
              <span class="small line">{words('elsewhere.since', { at: when(one.since) })}</span>
            </td>
            <td data-label={words('queue.due')}>{one.due ? when(one.due) : '–'}</td>
            <td data-label={words('elsewhere.system')}>
              {one.systemName}
              {one.department ? <span class="small line">{named('department', one.department)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MARKS = { IN_SYNC: '●', LAGGING: '▲', CONFLICT: '■', PARKED: '‖' } as const;

/** A word and a shape, never colour alone; what is wrong says what to do. */
function SyncMark({ one }: { one: Shadow }) {
  const right = one.sync === 'IN_SYNC';
  return (
    <>
      <span aria-hidden="true">{MARKS[one.sync]}</span> {right ? named('elsewhere.sync', one.sync) : <strong>{named('elsewhere.sync', one.sync)}</strong>}
      <span class="small line">{words('elsewhere.since', { at: when(one.syncSince) })}</span>
      {one.conflict ? <span class="small line">{named('elsewhere.conflict', one.conflict)}</span> : null}
      {right ? null : <span class="small line">{words('elsewhere.look-there')}</span>}
    </>
  );
}

async function read(unit: string, ended: boolean, pages: number, signal: AbortSignal): Promise<Found> {
  const items: Shadow[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(processing.GET('/api/processing/shadows', { params: { query: { unit, ended, limit: PAGE, after } }, signal }));
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
