import { useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import type { Delivery } from '../../api/shapes';
import { Loaded, ShowMore } from '../../parts/states';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { readDeliveries, type Deliveries } from './calls';
import { reasonOf, shapeOf } from './plan';

/** How far each message came by each way, read again while it is looked at. */
export function DeliveryList({ id }: { id: string }) {
  const [pages, setPages] = useState(1);
  const live = useLive<Deliveries>(`deliveries ${id} ${pages}`, (signal) => readDeliveries(id, pages, signal), 15);
  return (
    <section>
      <h2>{words('ringing.deliveries')}</h2>
      <Loaded live={live} loading={words('list.loading')}>
        {(found) =>
          found.items.length === 0 ? (
            <p class="empty">{words('ringing.deliveries.none')}</p>
          ) : (
            <>
              <Table deliveries={found.items} />
              <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

export function Table({ deliveries }: { deliveries: Delivery[] }) {
  const heads = [words('ringing.message'), words('ringing.way'), words('ringing.state'), words('ringing.times')] as const;
  return (
    <table class="cards">
      <caption>{words('ringing.deliveries.caption')}</caption>
      <thead>
        <tr>
          {heads.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((each) => (
          <tr key={each.id}>
            <th scope="row" lang={each.language}>
              {each.title}
            </th>
            <td data-label={heads[1]}>{named('ringing.way', each.channel)}</td>
            <td data-label={heads[2]}>
              <StateOf delivery={each} />
            </td>
            <td data-label={heads[3]} class="small">
              {timesOf(each)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateOf({ delivery }: { delivery: Delivery }) {
  const shape = shapeOf(delivery.state);
  const reason = reasonOf(delivery.reason);
  return (
    <>
      <span class={shape === '■' ? 'late' : undefined}>
        <span aria-hidden="true">{shape}</span> {named('hotline.way', delivery.state)}
      </span>
      {reason ? <span class="small"> ({reason})</span> : null}
    </>
  );
}

function timesOf(each: Delivery): string {
  return [
    words('ringing.opened', { at: when(each.openedAt) }),
    each.handedOverAt ? words('ringing.handed-over', { at: when(each.handedOverAt) }) : '',
    each.settledAt && each.settledAt !== each.handedOverAt ? words('ringing.settled', { at: when(each.settledAt) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
