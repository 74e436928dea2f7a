import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { Problem } from '../../api/problem';
import { body, catalog } from '../../api/services';
import type { CatalogueAct, Draft, Versions } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field, Pick } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { onPaper } from '../../time/legal';
import { words } from '../../words/words';
import { ChangeTable } from './changes';
import { Ending } from './ending';
import { dayOnPaper } from './plan';

/** A procedure's versions, what changed from one to another, its end and everything that was done to it. */
export function ProcedureRoom({ code }: { code: string }) {
  const live = useLive<Versions>(
    `versions ${code}`,
    (signal) => body(catalog.GET('/api/catalog/procedures/{code}/versions', { params: { path: { code }, query: { limit: 100 } }, signal })),
    60,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [code]);
  const newest = live.data.value?.items.at(-1);
  return (
    <section class="catalogue">
      <p>
        <Link href="/catalogue">{words('catalogue.back')}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {newest?.name ?? code} <span class="code small">{code}</span>
      </h1>
      <Loaded live={live}>
        {(versions) => (
          <div class="split open">
            <section>
              <VersionTable versions={versions} />
              <Compare key={versions.items.length} versions={versions} />
              <Acts code={code} />
            </section>
            <aside class="act-side">
              {versions.allowedActions.includes('DRAFT') ? <Begin code={code} /> : null}
              <Ending versions={versions} reload={() => live.refresh()} />
              <p>
                <a href={`/thu-tuc/${code}`}>{words('catalogue.page')}</a>
              </p>
            </aside>
          </div>
        )}
      </Loaded>
    </section>
  );
}

function VersionTable({ versions }: { versions: Versions }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('versions.version')}</th>
          <th scope="col">{words('versions.days')}</th>
          <th scope="col">{words('versions.state')}</th>
          <th scope="col">{words('versions.decision')}</th>
          <th scope="col">{words('versions.open')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.items.map((each) => (
          <tr key={each.version}>
            <td data-label={words('versions.version')}>{each.version}</td>
            <td data-label={words('versions.days')}>
              {dayOnPaper(each.effectiveFrom)} – {dayOnPaper(each.effectiveTo)}
            </td>
            <td data-label={words('versions.state')}>
              {words(`version.state.${each.state}`)}
              {each.ending ? (
                <span class="small">
                  {' '}
                  · {words(`ending.${each.ending.reason}`)}
                  {each.ending.successors.map((successor) => (
                    <>
                      {' '}
                      <Link href={`/catalogue/procedure/${successor}`}>{successor}</Link>
                    </>
                  ))}
                </span>
              ) : null}
            </td>
            <td data-label={words('versions.decision')}>
              {each.announcement ? `${each.announcement.number} · ${dayOnPaper(each.announcement.date)}` : '–'}
            </td>
            <td data-label={words('versions.open')}>{each.openDossiers ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Compare({ versions }: { versions: Versions }) {
  const numbers = versions.items.map((each) => each.version);
  const [to, setTo] = useState(numbers.at(-1) ?? 1);
  const [from, setFrom] = useState(numbers.at(-2) ?? to);
  const live = useLive(
    numbers.length < 2 ? null : `compare ${versions.code} ${from} ${to}`,
    (signal) =>
      body(
        catalog.GET('/api/catalog/procedures/{code}/changes', {
          params: { path: { code: versions.code }, query: { from: String(from), to: String(to) } },
          signal,
        }),
      ),
    600,
  );
  if (numbers.length < 2) return null;
  const options = numbers.map((n) => ({ value: String(n), label: words('versions.number', { n }) }));
  return (
    <section>
      <h2>{words('changes.title')}</h2>
      <div class="pair">
        <Pick label={words('changes.from')} value={String(from)} options={options} onPick={(n) => setFrom(Number(n))} />
        <Pick label={words('changes.to')} value={String(to)} options={options} onPick={(n) => setTo(Number(n))} />
      </div>
      <Loaded live={live}>{(found) => <ChangeTable changes={found.changes} />}</Loaded>
    </section>
  );
}

function Acts({ code }: { code: string }) {
  const live = useLive<{ items: CatalogueAct[] }>(
    `acts ${code}`,
    (signal) => body(catalog.GET('/api/catalog/procedures/{code}/history', { params: { path: { code }, query: { limit: 100 } }, signal })),
    60,
  );
  return (
    <section>
      <h2>{words('acts.title')}</h2>
      <Loaded live={live}>
        {(page) => (
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{words('history.at')}</th>
                <th scope="col">{words('history.what')}</th>
                <th scope="col">{words('history.who')}</th>
                <th scope="col">{words('history.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map((act) => (
                <tr key={act.id}>
                  <td data-label={words('history.at')}>{onPaper(act.at)}</td>
                  <td data-label={words('history.what')}>
                    <strong>{words(`acts.${act.act}`)}</strong>
                    {act.version ? ` · ${words('versions.number', { n: act.version })}` : ''}
                  </td>
                  <td data-label={words('history.who')}>
                    {act.byName ?? words('acts.nobody')} <span class="small">{act.byTitle ?? ''}</span>
                  </td>
                  <td data-label={words('history.reason')}>{act.reason ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}

/** Begins the next version and says why, or goes on with the draft that is there already. */
function Begin({ code }: { code: string }) {
  const [, navigate] = useLocation();
  const [reason, setReason] = useKept(`begin/${code}`, '');
  const act = useAct<{ code: string; reason: string }, string>(
    [code],
    async (asked, key) => {
      try {
        const draft: Draft = await body(catalog.POST('/api/catalog/drafts', { params: { header: { 'Idempotency-Key': key } }, body: asked }));
        return draft.id;
      } catch (error) {
        const open = error instanceof Problem && error.slug === 'draft-exists' ? error.members['draft'] : null;
        if (typeof open === 'string') return open;
        throw error;
      }
    },
    (id) => {
      forget(`begin/${code}`);
      changed();
      navigate(`/catalogue/draft/${id}`);
    },
  );
  return (
    <section class="buttons">
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <Field
        label={words('draft.why')}
        rows={2}
        required
        maxLength={2000}
        value={reason}
        onInput={setReason}
        problem={act.problem.value?.at('/reason') ?? null}
      />
      <KeyButton main busy={act.busy.value || reason.trim() === ''} onPress={() => void act.run({ code, reason: reason.trim() })}>
        {words('draft.begin')}
      </KeyButton>
    </section>
  );
}
