import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { Problem } from '../../api/problem';
import { body, catalog } from '../../api/services';
import type { CatalogueAct, Draft, EndRequest, Versions } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Choices, Field, Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { onPaper } from '../../time/legal';
import { words } from '../../words/words';
import { ChangeTable } from './changes';
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
              {versions.allowedActions.includes('END') ? <End versions={versions} reload={() => live.refresh()} /> : null}
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

/** Begins the next version, or goes on with the draft that is there already. */
function Begin({ code }: { code: string }) {
  const [, navigate] = useLocation();
  const act = useAct<{ code: string }, string>(
    [code],
    async ({ code }, key) => {
      try {
        const draft: Draft = await body(
          catalog.POST('/api/catalog/drafts', { params: { header: { 'Idempotency-Key': key } }, body: { code } }),
        );
        return draft.id;
      } catch (error) {
        const open = error instanceof Problem && error.slug === 'draft-exists' ? error.members['draft'] : null;
        if (typeof open === 'string') return open;
        throw error;
      }
    },
    (id) => {
      changed();
      navigate(`/catalogue/draft/${id}`);
    },
  );
  return (
    <section class="buttons">
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <KeyButton main busy={act.busy.value} onPress={() => void act.run({ code })}>
        {words('draft.begin')}
      </KeyButton>
    </section>
  );
}

const NO_END: EndRequest = { action: 'END', lastDay: '', endingReason: 'REPLACED', successors: [], decisionNumber: '', decisionDate: '', reason: '' };

function End({ versions, reload }: { versions: Versions; reload: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  const [end, setEnd] = useState<EndRequest>(NO_END);
  const [successors, setSuccessors] = useState('');
  const act = useAct<{ end: EndRequest; revision: number }, { openDossiers: number }>(
    [versions.code],
    ({ end, revision }, key) =>
      body(
        catalog.POST('/api/catalog/procedures/{code}/actions', {
          params: { path: { code: versions.code }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body: end,
        }),
      ),
    ({ openDossiers }) => {
      setAsks(false);
      setOpen(false);
      changed();
      say(words('end.done', { n: openDossiers }));
    },
  );
  const codes = successors.split(/[\s,;]+/).filter((code) => code !== '');
  const meant: EndRequest = { ...end, successors: end.endingReason === 'REPLACED' ? codes : [] };
  const ready =
    end.lastDay !== '' && end.decisionNumber.trim() !== '' && end.decisionDate !== '' && end.reason.trim() !== '' && (end.endingReason === 'ABOLISHED' || codes.length > 0);
  const at = (pointer: string) => act.problem.value?.at(pointer) ?? null;
  if (!open) {
    return (
      <KeyButton danger onPress={() => setOpen(true)}>
        {words('end.title')}
      </KeyButton>
    );
  }
  return (
    <section class="act-form">
      <h2>{words('end.title')}</h2>
      <ProblemNote problem={asks ? null : act.problem.value} reload={() => void act.renew(reload)} close={act.clear} />
      <Field label={words('end.last-day')} type="date" required value={end.lastDay} problem={at('/lastDay')} onInput={(lastDay) => setEnd({ ...end, lastDay })} />
      <Choices
        label={words('end.how')}
        value={end.endingReason}
        options={(['REPLACED', 'ABOLISHED'] as const).map((value) => ({ value, label: words(`ending.${value}`) }))}
        onPick={(endingReason) => setEnd({ ...end, endingReason })}
      />
      {end.endingReason === 'REPLACED' ? (
        <Field label={words('end.successors')} hint={words('end.successors.hint')} required value={successors} onInput={setSuccessors} problem={at('/successors/0') ?? at('/successors')} />
      ) : null}
      <Field label={words('edit.decision.number')} required value={end.decisionNumber} onInput={(decisionNumber) => setEnd({ ...end, decisionNumber })} />
      <Field label={words('edit.decision.date')} type="date" required value={end.decisionDate} onInput={(decisionDate) => setEnd({ ...end, decisionDate })} />
      <Field label={words('draft.reason')} rows={2} required maxLength={2000} value={end.reason} onInput={(reason) => setEnd({ ...end, reason })} />
      <KeyButton danger busy={act.busy.value || !ready} onPress={() => setAsks(true)}>
        {words('end.title')}
      </KeyButton>
      <button type="button" class="quiet" onClick={() => setOpen(false)}>
        {words('papers.cancel')}
      </button>
      {asks ? (
        <Confirm
          sentence={words('confirm.END', {
            code: versions.code,
            day: dayOnPaper(end.lastDay),
            n: versions.items.reduce((sum, each) => sum + (each.openDossiers ?? 0), 0),
          })}
          act={words('end.title')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ end: meant, revision: versions.revision })}
          onCancel={() => setAsks(false)}
        />
      ) : null}
    </section>
  );
}

