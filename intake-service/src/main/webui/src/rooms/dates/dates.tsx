import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { unitName } from '../../api/names';
import { body, intake } from '../../api/services';
import type { CalendarChange, MovedDossier, Redating } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded, ShowMore } from '../../parts/states';
import { has } from '../../session/session';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';

const AT_WORK = ['LOOKING', 'APPLYING'];
const PAGE = 50;

/** Working calendars that changed, and which dates they move: the leaders of a unit look first and then say so. */
export function Dates({ id }: { id: string | null }) {
  const live = useLive<{ items: Redating[] }>(
    'redatings',
    (signal) => body(intake.GET('/api/intake/redatings', { params: { query: { limit: 20 } }, signal })),
    20,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('dates.title')}
      </h1>
      {id ? (
        <p>
          <Link href="/dates">{words('dates.all')}</Link>
        </p>
      ) : null}
      {id ? (
        <One id={id} />
      ) : (
        <Loaded live={live} loading={words('list.loading')}>
          {(page) =>
            page.items.length === 0 ? (
              <p class="empty">{words('dates.none')}</p>
            ) : (
              <ul class="plain rows">
                {page.items.map((run) => (
                  <li key={run.id}>
                    <Link href={`/dates/${run.id}`} class="row-link">
                      <strong>{words('dates.moved', { n: run.moved })}</strong>
                      <span class="row-name">{run.changes.map(changeText).join(' · ') || words('dates.unknown')}</span>
                      <span class="small">
                        {unitName(run.unit)} · {named('dates.state', run.state)} · {when(run.createdAt)}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </section>
  );
}

/** What changed, as one line of a calendar. */
export function changeText(change: CalendarChange): string {
  const [year, month, date] = (change.date ?? '').split('-');
  const day = change.kind === 'YEAR_FINAL' ? (year ?? '') : `${date}/${month}/${year}`;
  const text = words(`dates.change.${change.kind}`, { day });
  return change.name ? `${text} (${change.name})` : text;
}

function One({ id }: { id: string }) {
  const [asks, setAsks] = useState(false);
  const live = useLive<Redating>(
    `redating ${id}`,
    (signal) => body(intake.GET('/api/intake/redatings/{id}', { params: { path: { id } }, signal })),
    (run) => (run && AT_WORK.includes(run.state) ? 2 : 20),
  );
  const act = useAct<number, Redating>(
    [id],
    (revision, key) =>
      body(
        intake.POST('/api/intake/redatings/{id}/apply', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
        }),
      ),
    (run) => {
      live.set(run);
      setAsks(false);
      changed();
      say(words('dates.applying'));
    },
  );
  return (
    <Loaded live={live} loading={words('list.loading')}>
      {(run) => (
        <>
          <p>
            <strong>{words('dates.heading', { n: run.moved })}</strong> {unitName(run.unit)} · {named('dates.state', run.state)}
            {run.askedByName ? ` · ${run.askedByName}, ${when(run.askedAt)}` : ''}
          </p>
          {run.changes.length === 0 ? (
            <p>{words('dates.unknown')}</p>
          ) : (
            <ul>
              {run.changes.map((change, n) => (
                <li key={n}>{changeText(change)}</li>
              ))}
            </ul>
          )}
          {run.confirmed > 0 ? <p class="small">{words('dates.confirmed', { n: run.confirmed })}</p> : null}
          {run.aside > 0 ? <p role="status">{words('dates.aside', { n: run.aside })}</p> : null}
          <Progress run={run} />
          <ProblemNote problem={asks ? null : act.problem.value} retry={act.again} reload={() => void act.renew(live.refresh.bind(live))} close={act.clear} />
          {run.state === 'READY' && has('director') ? (
            <div class="buttons">
              <KeyButton shortcut="Enter" main busy={act.busy.value} onPress={() => setAsks(true)}>
                {words('dates.apply')}
              </KeyButton>
            </div>
          ) : null}
          {run.state === 'LOOKING' ? null : <Moved id={id} applied={run.applied + run.leftOut} />}
          {asks ? (
            <Confirm
              sentence={words('confirm.dates', { n: run.moved, message: words('confirm.message') })}
              act={words('dates.apply')}
              busy={act.busy.value}
              problem={act.problem.value}
              onConfirm={() => void act.run(run.revision)}
              onCancel={() => setAsks(false)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Progress({ run }: { run: Redating }) {
  if (run.state === 'LOOKING') return <p role="status">{words('dates.looked', { n: run.looked })}</p>;
  if (run.state !== 'APPLYING' && run.state !== 'DONE') return null;
  const all = run.moved + run.confirmed;
  const text = words('dates.progress', { n: run.applied, all, left: run.leftOut });
  return (
    <p role="status">
      {run.state === 'APPLYING' ? <progress value={run.applied + run.leftOut} max={all} aria-label={text} /> : null} {text}
    </p>
  );
}

/** The diff, page by page: most urgent first. */
function Moved({ id, applied }: { id: string; applied: number }) {
  const [pages, setPages] = useState(1);
  const live = useLive<{ items: MovedDossier[]; next: string | null }>(
    `moved ${id} ${pages} ${applied}`,
    async (signal) => {
      const items: MovedDossier[] = [];
      let after: string | undefined;
      for (let n = 0; n < pages; n++) {
        const page = await body(
          intake.GET('/api/intake/redatings/{id}/dossiers', { params: { path: { id }, query: { limit: PAGE, after } }, signal }),
        );
        items.push(...page.items);
        if (!page.next) return { items, next: null };
        after = page.next;
      }
      return { items, next: after ?? null };
    },
    600,
  );
  return (
    <Loaded live={live} loading={words('list.loading')}>
      {(found) => (
        <>
          <MovedTable items={found.items} />
          <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
        </>
      )}
    </Loaded>
  );
}

export function MovedTable({ items }: { items: readonly MovedDossier[] }) {
  if (items.length === 0) return <p class="empty">{words('dates.none.moved')}</p>;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('dates.code')}</th>
          <th scope="col">{words('dates.from')}</th>
          <th scope="col">{words('dates.to')}</th>
          <th scope="col">{words('dates.why')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.dossierId}>
            <td data-label={words('dates.code')}>
              <Link href={`/counter/${each.dossierId}`} class="code">
                {each.code}
              </Link>
              {each.leftOut ? <span class="small"> · {words('dates.left-out')}</span> : null}
              {each.aside ? <span class="small"> · {words('dates.aside.row')}</span> : null}
            </td>
            <td data-label={words('dates.from')}>
              {onPaper(each.dueFrom)}
              {each.promisedFrom ? <span class="small"> · {words('dates.promised', { at: onPaper(each.promisedFrom) })}</span> : null}
            </td>
            <td data-label={words('dates.to')}>
              <strong>{each.dueTo ? onPaper(each.dueTo) : '–'}</strong>
              {each.promisedTo ? <span class="small"> · {words('dates.promised', { at: onPaper(each.promisedTo) })}</span> : null}
            </td>
            <td data-label={words('dates.why')}>{each.why.map(changeText).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
