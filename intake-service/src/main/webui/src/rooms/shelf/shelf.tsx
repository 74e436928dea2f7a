import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, file, notification } from '../../api/services';
import type { Row, ShelfItem, ShelfView } from '../../api/shapes';
import { Field } from '../../parts/field';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { collected } from '../../parts/pages';
import { Loaded, ShowMore } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { rowsOf } from '../returns/returns';
import { Reminders } from './reminders';

const PAGE = 50;

interface Shown {
  shelf: ShelfView;
  rows: Record<string, Row>;
}

/** What lies at the unit to be fetched: how long, where, and what has to go to another centre. */
export function Shelf() {
  const unit = ownUnit.value;
  const [place, setPlace] = useState('');
  const wanted = place.trim().toUpperCase();
  const [pages, setPages] = useState(1);
  const live = useLive<Shown>(`shelf ${unit} ${wanted} ${pages}`, (signal) => read(unit, wanted, pages, signal), 30);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const print = useAct<string, string>(
    [unit],
    async (of) => (await file(`/api/notification/shelf/page?unit=${encodeURIComponent(of)}`)).text(),
    (html) => showForm(words('shelf.title'), html),
  );
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('shelf.title')}
      </h1>
      <p>
        <Link href="/returns">{words('room.returns')}</Link>{' '}
        <button type="button" class="quiet" onClick={() => void print.run(unit)}>
          {words('shelf.print')}
        </button>
      </p>
      <ProblemNote problem={print.problem.value} close={print.clear} />
      <Reminders unit={unit} />
      <Field label={words('shelf.find')} value={place} onInput={setPlace} maxLength={20} />
      <Loaded live={live} loading={words('list.loading')}>
        {({ shelf, rows }) => (
          <>
            <table class="figures">
              <caption class="small">{words('shelf.ages')}</caption>
              <thead>
                <tr>
                  {shelf.ages.map((age) => (
                    <th key={age.fromDays} scope="col">
                      {age.toDays === undefined || age.toDays === null ? words('shelf.from', { from: age.fromDays }) : words('shelf.between', { from: age.fromDays, to: age.toDays })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {shelf.ages.map((age) => (
                    <td key={age.fromDays}>{age.count}</td>
                  ))}
                </tr>
              </tbody>
            </table>
            {shelf.sendOn.length === 0 ? null : (
              <>
                <h2>{words('shelf.send-on')}</h2>
                <Items label={words('shelf.send-on')} items={shelf.sendOn} rows={rows} />
              </>
            )}
            <h2>{words('shelf.lies')}</h2>
            {shelf.items.length === 0 ? <p class="empty">{words('shelf.none')}</p> : <Items label={words('shelf.lies')} items={shelf.items} rows={rows} />}
            <ShowMore next={shelf.next} onMore={() => setPages(pages + 1)} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Items({ label, items, rows }: { label: string; items: ShelfItem[]; rows: Record<string, Row> }) {
  return (
    <ul class="plain rows" aria-label={label}>
      {items.map((each) => (
        <li key={each.dossierId}>
          <Link href={`/returns/${each.dossierId}`} class="row-link">
            <strong>
              {each.place ? `${each.place} · ` : ''}
              {rows[each.dossierId]?.owner ?? each.reference}
            </strong>
            <span class="row-name">{procedureName(each.procedureCode)}</span>
            <span class="small">
              {each.code ?? each.reference} · {named('returns.state', each.state)} · {words('shelf.days', { n: each.days, at: when(each.since) })}
              {each.reminded > 0 ? ` · ${words('shelf.reminded', { n: each.reminded })}` : ''}
              {each.feesOpen ? ` · ${words('money.state.OPEN')}` : ''}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

async function read(unit: string, place: string, pages: number, signal: AbortSignal): Promise<Shown> {
  const fits = /^[0-9A-Z][0-9A-Z./-]{0,19}$/.test(place);
  const first: ShelfView[] = [];
  const found = await collected<ShelfItem>(async (after) => {
    const page = await body(notification.GET('/api/notification/shelf', { params: { query: { unit, limit: PAGE, after, ...(fits ? { place } : {}) } }, signal }));
    first.push(page);
    return page;
  }, pages);
  const { ages, sendOn } = first[0] as ShelfView;
  const ids = [...new Set([...found.items, ...sendOn].map((each) => each.dossierId))];
  return { shelf: { ages, sendOn, items: found.items, next: found.next ?? '' }, rows: await rowsOf(ids, signal) };
}
