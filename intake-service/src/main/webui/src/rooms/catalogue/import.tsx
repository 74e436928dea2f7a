import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { body, catalog } from '../../api/services';
import type { ImportObstacle, ImportReport, ImportRun } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { onPaper, when } from '../../time/legal';
import { words } from '../../words/words';
import { ChangeTable } from './changes';
import { ImportActs } from './import-acts';
import { importState } from './imports';
import { dayOnPaper } from './plan';

const SHOWN = 50;

/** One import: how far it is, what it would change, what is wrong in it, and what the officer may do. */
export function ImportRoom({ id }: { id: string }) {
  const live = useLive<ImportRun>(
    `import ${id}`,
    (signal) => body(catalog.GET('/api/catalog/imports/{id}', { params: { path: { id } }, signal })),
    (run) => (run && !run.finishedAt && run.phase !== 'INTERRUPTED' ? 1 : 30),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="catalogue">
      <p>
        <Link href="/catalogue">{words('catalogue.back')}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words('import.title')}
      </h1>
      <Loaded live={live}>{(run) => <ImportDesk run={run} take={live.set.bind(live)} reload={() => live.refresh()} />}</Loaded>
    </section>
  );
}

interface DeskProps {
  run: ImportRun;
  take: (run: ImportRun) => void;
  reload: () => Promise<void>;
}

export function ImportDesk({ run, take, reload }: DeskProps) {
  return (
    <div class="split open">
      <section>
        <p>
          <strong>{importState(run)}</strong>
          {run.counts ? ` · ${words('import.counts', run.counts)}` : ''}
          <br />
          <span class="small">
            {[run.askedBy.name, run.askedBy.title].filter(Boolean).join(', ')} · {when(run.askedAt)} · {words('import.from')}{' '}
            {dayOnPaper(run.effectiveFrom)}
          </span>
        </p>
        {run.finishedAt || run.phase === 'INTERRUPTED' ? null : (
          <p role="status">
            <progress {...(run.total === null ? {} : { max: Math.max(1, run.total), value: run.done })} aria-label={words('import.title')} />{' '}
            {run.total === null ? '' : words('import.progress', { done: run.done, total: run.total })}
          </p>
        )}
        {run.report ? <Report report={run.report} /> : null}
      </section>
      <aside class="act-side">
        <ImportActs run={run} take={take} reload={reload} />
        <Decisions run={run} />
      </aside>
    </div>
  );
}

function Report({ report }: { report: ImportReport }) {
  const [shown, setShown] = useState(SHOWN);
  const some = report.procedures.filter((each) => each.result !== 'UNCHANGED');
  return (
    <>
      {report.rows.length > 0 ? <Errors report={report} /> : null}
      <h2>{words('import.changes')}</h2>
      {some.length === 0 ? <p class="empty">{words('changes.none')}</p> : null}
      <ul class="plain rows">
        {some.slice(0, shown).map((each) => (
          <li key={each.code}>
            {each.changes.length > 0 ? (
              <details>
                <summary>
                  <strong>{each.code}</strong> · {words(`import.result.${each.result}`)} · {words('versions.number', { n: each.version ?? 1 })}
                </summary>
                <ChangeTable changes={each.changes} />
              </details>
            ) : (
              <>
                <strong>{each.code}</strong> · {words(`import.result.${each.result}`)}
              </>
            )}
          </li>
        ))}
      </ul>
      {some.length > shown ? (
        <button type="button" class="quiet" onClick={() => setShown(shown + SHOWN)}>
          {words('import.more', { n: some.length - shown })}
        </button>
      ) : null}
    </>
  );
}

function Errors({ report }: { report: ImportReport }) {
  return (
    <section aria-label={words('import.errors')}>
      <h2>{words('import.errors')}</h2>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{words('import.error.file')}</th>
            <th scope="col">{words('import.error.row')}</th>
            <th scope="col">{words('import.error.column')}</th>
            <th scope="col">{words('edit.code')}</th>
            <th scope="col">{words('import.error.what')}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.slice(0, 4 * SHOWN).map((row, n) => (
            <tr key={n}>
              <td data-label={words('import.error.file')}>{row.file}</td>
              <td data-label={words('import.error.row')}>{row.row === 0 ? '' : row.row}</td>
              <td data-label={words('import.error.column')}>{row.column}</td>
              <td data-label={words('edit.code')}>{row.code}</td>
              <td data-label={words('import.error.what')}>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who proposed and who decided, when and why; and what was left out. */
function Decisions({ run }: { run: ImportRun }) {
  const proposal = run.proposal;
  if (!proposal) return null;
  const said = [
    { label: words('import.submitted'), by: proposal.submitted },
    { label: words('import.decided'), by: proposal.decided },
  ];
  return (
    <section>
      <dl>
        {said.map(({ label, by }) =>
          by ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {[by.by.name, by.by.title].filter(Boolean).join(', ')} · {onPaper(by.at)}
                {by.reason ? <p class="small">{by.reason}</p> : null}
              </dd>
            </div>
          ) : null,
        )}
        {proposal.effectiveFrom ? (
          <div>
            <dt>{words('edit.from')}</dt>
            <dd>{dayOnPaper(proposal.effectiveFrom)}</dd>
          </div>
        ) : null}
        {proposal.announcement ? (
          <div>
            <dt>{words('edit.decision.number')}</dt>
            <dd>
              {proposal.announcement.number} · {dayOnPaper(proposal.announcement.date)}
            </dd>
          </div>
        ) : null}
      </dl>
      {proposal.leftOut.length > 0 ? <Obstacles title={words('import.left-out')} some={proposal.leftOut} /> : null}
    </section>
  );
}

/** Procedures that are not published as they were compared, and why not. */
export function Obstacles({ title, some }: { title: string; some: readonly ImportObstacle[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class="plain-lines">
        {some.slice(0, 2 * SHOWN).map((each) => (
          <li key={each.code} class={each.reason === 'SAME' ? '' : 'soon'}>
            {each.reason === 'SAME' ? '' : '▲ '}
            <Link href={`/catalogue/procedure/${each.code}`}>{each.code}</Link>:{' '}
            {words(`import.obstacle.${each.reason}`, { n: each.newest, day: dayOnPaper(each.day) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
