import { Link } from 'wouter-preact';
import { procedureName } from '../../api/names';
import { useLive } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Row, Stage } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { StandingMark } from '../../parts/due';
import { has, ownUnit } from '../../session/session';
import { dong, when } from '../../time/legal';
import { named, words, type Key } from '../../words/words';

interface Waiting {
  title: Key;
  stage: Stage;
}

const FOR_RECEPTION: Waiting[] = [
  { title: 'counter.drafts', stage: 'PREPARING' },
  { title: 'counter.submitted', stage: 'SUBMITTED' },
  { title: 'counter.supplement', stage: 'AWAITING_SUPPLEMENT' },
  { title: 'counter.withdrawals', stage: 'WITHDRAWAL_REQUESTED' },
  { title: 'counter.received', stage: 'RECEIVED' },
  { title: 'counter.returns', stage: 'DECIDED' },
];
const FOR_CASHIER: Waiting[] = [
  { title: 'counter.payments', stage: 'AWAITING_PAYMENT' },
  { title: 'counter.to-pay', stage: 'DECIDED' },
];

const MOST = 20;

/** Who waits, at the left of the counter. */
export function Lists({ chosen }: { chosen: string | null }) {
  const lists = [...(has('reception') ? FOR_RECEPTION : []), ...(has('cashier') ? FOR_CASHIER : [])].filter(
    (list, n, all) => all.findIndex((other) => other.stage === list.stage) === n,
  );
  return (
    <>
      {lists.map((list, n) => (
        <WaitingList key={list.stage} list={list} chosen={chosen} first={n === 0} />
      ))}
    </>
  );
}

function WaitingList({ list, chosen, first }: { list: Waiting; chosen: string | null; first: boolean }) {
  const unit = ownUnit.value;
  const live = useLive(`${list.stage} ${unit}`, async (signal) => {
    const page = await body(
      intake.GET('/api/intake/dossiers', { params: { query: { unit, stage: list.stage, limit: MOST } }, signal }),
    );
    return { rows: page.items, more: Boolean(page.next) };
  }, 10);
  const known = live.data.value;
  const rows = list.title === 'counter.to-pay' ? (known?.rows.filter((row) => row.feesOpenVnd > 0) ?? []) : (known?.rows ?? []);
  // An empty list says nothing; the first one stays, so that the place is known.
  if (known && rows.length === 0 && !first) return null;
  return (
    <section class="list">
      <h2>
        {words(list.title)} {known ? <span class="count">({known.more ? words('day.more', { n: rows.length }) : rows.length})</span> : null}
      </h2>
      <Loaded live={live} loading={words('list.loading')}>
        {() =>
          rows.length === 0 ? (
            <p class="empty">{words('counter.empty')}</p>
          ) : (
            <ul class="plain rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <RowLink row={row} current={row.id === chosen} listed />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** In which stage a dossier stands, and since when. */
export const since = (row: Row): string => words('time.stage-since', { stage: named('stage', row.stage), at: when(row.stageSince) });

interface RowLinkProps {
  row: Row;
  current: boolean;
  /** The list is of one stage and names it. */
  listed?: boolean;
}

export function RowLink({ row, current, listed }: RowLinkProps) {
  return (
    <Link href={`/counter/${row.id}`} class="row-link" aria-current={current ? 'true' : undefined}>
      <strong>{row.owner ?? row.reference}</strong>
      <span class="row-name">{procedureName(row.procedureCode)}</span>
      <span class="small">
        {row.receivedAt ? (
          <StandingMark due={row.due} paused={row.pausedSince !== null} ended={row.endedAt !== null} />
        ) : null}
        {row.receivedAt ? ' · ' : ''}
        {listed ? words('time.since', { at: when(row.stageSince) }) : since(row)}
        {row.feesOpenVnd > 0 ? ` · ${dong(row.feesOpenVnd)}` : ''}
      </span>
    </Link>
  );
}
