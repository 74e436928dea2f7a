import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, file, notification } from '../../api/services';
import type { Return, ReturnAct, SurveyInvitation } from '../../api/shapes';
import { Field } from '../../parts/field';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';

interface KeptProps {
  found: Return;
  take: (after: Return) => void;
  reload: () => Promise<void>;
}

/** Where it lies and what is kept of how it went: the shelf, the way to another centre, the slip, the downloads, the question. */
export function Kept({ found, take, reload }: KeptProps) {
  const act = useAct<{ what: ReturnAct; revision: number }, Return>(
    [found.dossierId],
    ({ what, revision }, key) =>
      body(
        notification.POST('/api/notification/returns/{dossierId}/actions', {
          params: { path: { dossierId: found.dossierId }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body: what,
        }),
      ),
    (after, { what }) => {
      take(after);
      changed();
      say(words('act.done', { act: named('kept', what.action) }));
    },
  );
  const print = useAct<{ path: string; title: string }, { title: string; html: string }>(
    [found.dossierId],
    async ({ path, title }) => ({ title, html: await (await file(path)).text() }),
    ({ title, html }) => showForm(title, html),
  );
  const send = (what: ReturnAct) => void act.run({ what, revision: found.revision });
  const may = (action: Return['allowedActions'][number]) => found.allowedActions.includes(action);
  const { kept } = found;
  return (
    <>
      <dl class="facts">
        {kept.place ? (
          <>
            <dt>{words('kept.place')}</dt>
            <dd class="code">{kept.place}</dd>
          </>
        ) : null}
        {kept.downloads > 0 && kept.lastDownload ? (
          <>
            <dt>{words('kept.downloads')}</dt>
            <dd>{words('kept.downloaded', { n: kept.downloads, at: when(kept.lastDownload) })}</dd>
          </>
        ) : null}
      </dl>
      {kept.liesAt ? <p class="note">{words(may('SEND_ON') ? 'kept.lies-here' : 'kept.lies-there')}</p> : null}
      <ProblemNote problem={act.problem.value ?? print.problem.value} reload={() => void reload().then(act.clear)} close={() => (act.clear(), print.clear())} />
      {may('SHELVE') ? <Place now={kept.place ?? ''} busy={act.busy.value} onLay={(place) => send({ action: 'SHELVE', ...(place ? { place } : {}) } as ReturnAct)} /> : null}
      <div class="buttons">
        {may('SEND_ON') ? (
          <button type="button" aria-disabled={act.busy.value ? 'true' : undefined} onClick={() => send({ action: 'SEND_ON' } as ReturnAct)}>
            {words('kept.SEND_ON')}
          </button>
        ) : null}
        {may('ARRIVE') ? (
          <button type="button" aria-disabled={act.busy.value ? 'true' : undefined} onClick={() => send({ action: 'ARRIVE' } as ReturnAct)}>
            {words('kept.ARRIVE')}
          </button>
        ) : null}
        {found.state === 'ON_SHELF' ? (
          <button type="button" class="quiet" onClick={() => void print.run({ path: `/api/notification/shelf/${found.dossierId}/label`, title: words('kept.label') })}>
            {words('kept.label')}
          </button>
        ) : null}
        {kept.slip ? (
          <button type="button" class="quiet" onClick={() => void print.run({ path: `/api/notification/returns/${found.dossierId}/collection/page`, title: words('kept.slip') })}>
            {words('kept.slip')}
          </button>
        ) : null}
      </div>
      {!found.pending && (found.state === 'HANDED_OVER' || found.state === 'PLACED' || found.state === 'DELIVERED') ? <Ask dossierId={found.dossierId} /> : null}
    </>
  );
}

function Place({ now, busy, onLay }: { now: string; busy: boolean; onLay: (place: string) => void }) {
  const [place, setPlace] = useState(now);
  return (
    <form
      class="shelve"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onLay(place.trim().toUpperCase());
      }}
    >
      <Field label={words('kept.lay')} value={place} onInput={setPlace} maxLength={20} hint={words('kept.lay.hint')} />
      <button type="submit" class="quiet" aria-disabled={busy ? 'true' : undefined}>
        {words(now ? 'kept.move' : 'kept.SHELVE')}
      </button>
    </form>
  );
}

/** Opens the question for the person; the officer neither fills it in nor sees what is said. */
function Ask({ dossierId }: { dossierId: string }) {
  const [opened, setOpened] = useState<SurveyInvitation | null>(null);
  const act = useAct<string, SurveyInvitation>(
    [dossierId],
    (id, key) => body(notification.POST('/api/notification/satisfaction/invitations', { params: { header: { 'Idempotency-Key': key } }, body: { dossierId: id } })),
    setOpened,
  );
  return (
    <section class="ask" aria-label={words('ask.title')}>
      <h3>{words('ask.title')}</h3>
      <ProblemNote problem={act.problem.value} close={act.clear} />
      {opened ? (
        <>
          <p>{words('ask.how')}</p>
          <p class="ask-code">{opened.code}</p>
          <svg class="qr" viewBox={`0 0 ${opened.side} ${opened.side}`} role="img" aria-label={words('ask.qr')}>
            <rect width={opened.side} height={opened.side} fill="#fff" />
            <path d={opened.qr} fill="#000" />
          </svg>
          <p class="small">{words('ask.until', { at: when(opened.expiresAt) })}</p>
        </>
      ) : (
        <button type="button" class="quiet" aria-disabled={act.busy.value ? 'true' : undefined} onClick={() => void act.run(dossierId)}>
          {words('ask.open')}
        </button>
      )}
    </section>
  );
}
