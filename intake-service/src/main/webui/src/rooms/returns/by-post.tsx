import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { body, intake, notification } from '../../api/services';
import type { Consignment, Dossier, Return, ReturnAct } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field, Pick, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { clockTime, legalDay, now, when } from '../../time/legal';
import { named, words } from '../../words/words';

interface ByPostProps {
  found: Return;
  take: (after: Return) => void;
  reload: () => Promise<void>;
}

type Form = 'POST' | 'DELIVERED' | 'UNDELIVERABLE';
type Failure = 'ADDRESSEE_UNKNOWN' | 'ADDRESSEE_AWAY' | 'NOT_TAKEN' | 'LOST' | 'DAMAGED' | 'REPLACED';
const FAILURES: Failure[] = ['ADDRESSEE_AWAY', 'ADDRESSEE_UNKNOWN', 'NOT_TAKEN', 'LOST', 'DAMAGED', 'REPLACED'];

/** What lies ready goes by post: made up, signed for, or back again. */
export function ByPost({ found, take, reload }: ByPostProps) {
  const [open, setOpen] = useState<Form | null>(null);
  const act = useAct<{ what: ReturnAct; revision: number }, Return>(
    [found.dossierId],
    ({ what, revision }, key) =>
      body(
        notification.POST('/api/notification/returns/{dossierId}/actions', {
          params: {
            path: { dossierId: found.dossierId },
            header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          },
          body: what,
        }),
      ),
    (after, { what }) => {
      setOpen(null);
      take(after);
      changed();
      say(words('act.done', { act: named('by-post', what.action) }));
    },
  );
  const send = (what: ReturnAct) => void act.run({ what, revision: found.revision });
  const may = (action: Return['allowedActions'][number]) => found.allowedActions.includes(action);
  const sent = found.consignment;
  if (!sent && !may('POST')) return null;
  return (
    <section class="by-post" aria-label={words('by-post.title')}>
      <h3>{words('by-post.title')}</h3>
      {found.returnMode === 'POST' && !sent ? <p class="note">{words('by-post.wished')}</p> : null}
      {sent ? (
        <dl class="facts">
          <dt>{words('post.slip')}</dt>
          <dd class="code">{sent.slip}</dd>
          <dt>{words('by-post.dispatched')}</dt>
          <dd>{sent.dispatchedAt ? when(sent.dispatchedAt) : words('by-post.waits')}</dd>
          {sent.deliveredAt ? (
            <>
              <dt>{words('by-post.delivered')}</dt>
              <dd>{when(sent.deliveredAt)}</dd>
            </>
          ) : null}
          {sent.replacedAt ? (
            <>
              <dt>{words('by-post.replaced')}</dt>
              <dd class="late">▲ {when(sent.replacedAt)}</dd>
            </>
          ) : null}
          {sent.failedAt && sent.failure ? (
            <>
              <dt>{words('by-post.failed')}</dt>
              <dd class="late">
                ▲ {when(sent.failedAt)} · {named('by-post.failure', sent.failure)}
              </dd>
            </>
          ) : null}
        </dl>
      ) : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void reload().then(act.clear)} history={`/desk/history/${found.dossierId}`} close={act.clear} />
      {open === 'POST' ? <MakeUp found={found} busy={act.busy.value} onSend={send} onCancel={() => setOpen(null)} /> : null}
      {open === 'DELIVERED' || open === 'UNDELIVERABLE' ? <Outcome kind={open} busy={act.busy.value} onSend={send} onCancel={() => setOpen(null)} /> : null}
      {open === null ? (
        <div class="buttons">
          {may('POST') ? <KeyButton shortcut="F8" onPress={() => setOpen('POST')}>{words(found.state === 'POSTED' ? 'by-post.change' : 'by-post.POST')}</KeyButton> : null}
          {may('DELIVERED') ? <KeyButton shortcut="F8" busy={act.busy.value} onPress={() => (sent?.deliveredAt ? send({ action: 'DELIVERED' }) : setOpen('DELIVERED'))}>{words(sent?.deliveredAt ? 'by-post.again' : 'by-post.DELIVERED')}</KeyButton> : null}
          {may('UNDELIVERABLE') ? <KeyButton shortcut="F9" onPress={() => setOpen('UNDELIVERABLE')}>{words('by-post.UNDELIVERABLE')}</KeyButton> : null}
          {may('FOUND') ? (
            <KeyButton busy={act.busy.value} onPress={() => send({ action: 'FOUND' })}>
              {words('by-post.FOUND')}
            </KeyButton>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

interface FormProps {
  busy: boolean;
  onSend: (what: ReturnAct) => void;
  onCancel: () => void;
}

/** Whom it goes to and what lies in it: filled from the dossier, originals that are held first. */
function MakeUp({ found, ...rest }: FormProps & { found: Return }) {
  const live = useLive<{ dossier: Dossier; before: Consignment | null }>(
    `make up ${found.dossierId}`,
    async (signal) => ({
      dossier: await body(intake.GET('/api/intake/dossiers/{id}', { params: { path: { id: found.dossierId } }, signal })),
      before: found.consignment
        ? await body(notification.GET('/api/notification/returns/{dossierId}/consignment', { params: { path: { dossierId: found.dossierId } }, signal }))
        : null,
    }),
    3600,
  );
  return <Loaded live={live}>{({ dossier, before }) => <Contents dossier={dossier} before={found.state === 'POSTED' ? before : null} {...rest} />}</Loaded>;
}

function Contents({ dossier, before, busy, onSend, onCancel }: FormProps & { dossier: Dossier; before: Consignment | null }) {
  const to = dossier.people.contact ?? dossier.people.submitter ?? dossier.people.owner;
  const known = before?.contents;
  const [slip, setSlip] = useState(known?.slip ?? '');
  const [name, setName] = useState(known?.recipient.name ?? to?.name ?? '');
  const [address, setAddress] = useState(known?.recipient.address ?? to?.address ?? '');
  const [phone, setPhone] = useState(known?.recipient.phone ?? to?.phone ?? '');
  const [postage, setPostage] = useState(String(known?.postageVnd ?? 0));
  const held = [
    ...dossier.papers.filter((paper) => paper.held),
    ...dossier.sentAlong.filter((paper) => paper.held).map((paper) => ({ component: paper.id, name: paper.name, quantity: paper.pieces })),
  ];
  const [back, setBack] = useState<string[]>(held.map((paper) => paper.component));
  const ready = slip.trim() !== '' && name.trim() !== '' && address.trim() !== '' && postage !== '';
  return (
    <div class="act-form">
      <Field label={words('post.slip')} value={slip} onInput={setSlip} required maxLength={40} autoFocus />
      <Field label={words('by-post.name')} value={name} onInput={setName} required maxLength={200} />
      <Field label={words('person.address')} value={address} onInput={setAddress} required maxLength={300} />
      <div class="pair">
        <Field label={words('person.phone')} type="tel" value={phone} onInput={setPhone} maxLength={20} />
        <Field label={words('by-post.postage')} type="number" min={0} max={100_000_000} value={postage} onInput={setPostage} hint={words('by-post.postage.hint')} />
      </div>
      <fieldset>
        <legend>{words('by-post.originals')}</legend>
        {held.length === 0 ? <p class="empty">{words('by-post.originals.none')}</p> : null}
        {held.map((paper) => (
          <Tick
            key={paper.component}
            checked={back.includes(paper.component)}
            onTick={(ticked) => setBack(ticked ? [...back, paper.component] : back.filter((each) => each !== paper.component))}
          >
            {paper.name ?? paper.component} × {paper.quantity}
          </Tick>
        ))}
        {held.length > back.length ? <p class="field-problem">{words('by-post.originals.owed', { n: held.length - back.length })}</p> : null}
      </fieldset>
      <div class="buttons">
        <KeyButton
          shortcut="Enter"
          main
          busy={busy || !ready || held.length > back.length}
          onPress={() =>
            onSend({
              action: 'POST',
              consignment: {
                slip: slip.trim().toUpperCase(),
                recipient: { name: name.trim(), address: address.trim(), phone: phone.trim() || undefined },
                originals: held.filter((paper) => back.includes(paper.component)).map((paper) => ({ component: paper.component, pieces: Math.max(1, paper.quantity) })),
                postageVnd: Number(postage),
              },
            } as ReturnAct)
          }
        >
          {words('by-post.POST')}
        </KeyButton>
        <button type="button" class="quiet" onClick={onCancel}>
          {words('papers.cancel')}
        </button>
      </div>
    </div>
  );
}

/** What the postman brings back: a signed slip, or the consignment itself. */
function Outcome({ kind, busy, onSend, onCancel }: FormProps & { kind: 'DELIVERED' | 'UNDELIVERABLE' }) {
  const at = new Date(now.value).toISOString();
  const [instant, setInstant] = useState(`${legalDay(at)}T${clockTime(at)}`);
  const [signedBy, setSignedBy] = useState('');
  const [why, setWhy] = useState<Failure>('ADDRESSEE_AWAY');
  const sent = () => new Date(`${instant}:00+07:00`).toISOString();
  return (
    <div class="act-form">
      <Field label={words(kind === 'DELIVERED' ? 'by-post.delivered' : 'by-post.failed')} type="datetime-local" value={instant} onInput={setInstant} required />
      {kind === 'DELIVERED' ? (
        <Field label={words('by-post.signed-by')} value={signedBy} onInput={setSignedBy} required maxLength={200} autoFocus />
      ) : (
        <Pick label={words('by-post.why')} value={why} options={FAILURES.map((value) => ({ value, label: named('by-post.failure', value) }))} onPick={setWhy} />
      )}
      <div class="buttons">
        <KeyButton
          shortcut="Enter"
          main
          busy={busy || instant === '' || (kind === 'DELIVERED' && signedBy.trim() === '')}
          onPress={() => onSend(kind === 'DELIVERED' ? { action: 'DELIVERED', at: sent(), signedBy: signedBy.trim() } : { action: 'UNDELIVERABLE', at: sent(), reasonCode: why })}
        >
          {words(`by-post.${kind}`)}
        </KeyButton>
        <button type="button" class="quiet" onClick={onCancel}>
          {words('papers.cancel')}
        </button>
      </div>
    </div>
  );
}
