import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, intake } from '../../api/services';
import type { WatchTask } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded, ShowMore } from '../../parts/states';
import { has } from '../../session/session';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';

const PAGE = 30;

interface Found {
  items: WatchTask[];
  next: string | null;
}

/** What the officers of the unit have to attend to, most urgent first; what somebody sees to leaves the list. */
export function Watch() {
  const [pages, setPages] = useState(1);
  const [seen, setSeen] = useState(false);
  const live = useLive<Found>(`watch ${seen} ${pages}`, (signal) => read(seen, pages, signal), 30);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('watch.title')}
      </h1>
      <p>
        <button type="button" class="quiet" aria-pressed={seen ? 'true' : 'false'} onClick={() => setSeen(!seen)}>
          {words('watch.seen')}
        </button>
      </p>
      <Loaded live={live} loading={words('list.loading')}>
        {(found) =>
          found.items.length === 0 ? (
            <p class="empty">{words(seen ? 'watch.none.seen' : 'watch.none')}</p>
          ) : (
            <>
              <ul class="plain rows">
                {found.items.map((task) => (
                  <TaskRow key={task.id} task={task} />
                ))}
              </ul>
              <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

export function TaskRow({ task }: { task: WatchTask }) {
  const act = useAct<string, WatchTask>(
    [task.id],
    (etag, key) =>
      body(
        intake.POST('/api/intake/watch-tasks/{id}/acknowledge', {
          params: { path: { id: task.id } },
          headers: { 'Idempotency-Key': key, 'If-Match': etag },
        }),
      ),
    () => {
      changed();
      say(words('watch.done'));
    },
  );
  return (
    <li class="row">
      <Link href={`/counter/${task.dossierId}`} class="row-link">
        <strong>{words(`watch.kind.${task.kind}`, { at: onPaper(task.about) })}</strong>
        <span class="row-name">{procedureName(task.procedureCode)}</span>
        <span class="small">
          {task.code ?? task.reference} · {named('stage', task.stage)}
          {task.department ? ` · ${named('department', task.department)}` : ''} · {when(task.raisedAt)}
          {task.acknowledgedByName ? ` · ${words('watch.by', { name: task.acknowledgedByName, at: when(task.acknowledgedAt) })}` : ''}
        </span>
      </Link>
      {task.acknowledgedAt === null && has('reception', 'specialist', 'approver', 'director') ? (
        <button type="button" class="quiet" aria-disabled={act.busy.value ? 'true' : undefined} onClick={() => void act.run(task.etag)}>
          {words('watch.take')}
        </button>
      ) : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => changed()} close={act.clear} />
    </li>
  );
}

async function read(seen: boolean, pages: number, signal: AbortSignal): Promise<Found> {
  const items: WatchTask[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(
      intake.GET('/api/intake/watch-tasks', { params: { query: { acknowledged: seen, limit: PAGE, after } }, signal }),
    );
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
