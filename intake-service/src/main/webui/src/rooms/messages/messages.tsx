import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import type { Dossier } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { words } from '../../words/words';
import '../../words/later';
import { readDossier } from '../counter/dossier';
import { readRinging, type Wished } from './calls';
import { DeliveryList } from './deliveries';
import { Wish } from './wish';

/** What a person is told about a dossier: which ways they want, and how far each message came. Their contact is not shown. */
export function Messages({ id }: { id: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const dossier = useLive<Dossier>(`dossier ${id}`, (signal) => readDossier(id, signal), 60);
  const live = useLive<{ wished: Wished | null }>(`ringing ${id}`, (signal) => readRinging(id, signal), 30);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="history">
      <h1 ref={heading} tabIndex={-1}>
        {words('ringing.title')}
      </h1>
      <Loaded live={dossier}>
        {(found) => (
          <p>
            <strong>{found.people.owner?.name ?? ''}</strong> · {procedureName(found.procedureCode)} · <span class="code">{found.code ?? found.reference}</span> ·{' '}
            <Link href={`/counter/${id}`}>{words('returns.dossier')}</Link> · <Link href={`/history/${id}`}>{words('dossier.history')}</Link>
          </p>
        )}
      </Loaded>
      <Loaded live={live}>
        {({ wished }) =>
          wished === null ? (
            <p class="empty">{words('ringing.unheard')}</p>
          ) : (
            <>
              <Wish now={wished.ringing} etag={wished.etag} refresh={() => live.refresh()} />
              <DeliveryList id={id} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
