import { useEffect, useRef, useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import { file } from '../../api/services';
import type { Feedback, FeedbackAction } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { StandingMark } from '../../parts/due';
import { save } from '../../parts/save';
import { Loaded } from '../../parts/states';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { ActForm } from './act';
import { Attach } from './attach';
import { readOne } from './calls';
import { inOrder } from './plan';

/** One feedback: what was said, where it stands, what may be done, what was done. */
export function One({ id }: { id: string }) {
  const live = useLive<{ one: Feedback; etag: string }>(`hotline ${id}`, (signal) => readOne(id, signal), 60);
  return <Loaded live={live}>{({ one, etag }) => <Whole one={one} etag={etag} refresh={() => live.refresh()} />}</Loaded>;
}

export function Whole({ one, etag, refresh }: { one: Feedback; etag: string; refresh: () => Promise<void> }) {
  const [chosen, setChosen] = useState<FeedbackAction | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [one.line.feedbackId]);
  const acts = inOrder(one.allowedActions);
  const open = chosen !== null && acts.includes(chosen) ? chosen : null;
  const line = one.line;
  return (
    <section class="hotline-one">
      <h2 ref={heading} tabIndex={-1}>
        {line.number ? words('hotline.number', { number: line.number }) : words('hotline.unconfirmed')} · {named('hotline.state', line.state)}
      </h2>
      <p>
        <StandingMark due={line.dueAt} paused={line.paused} ended={line.dueAt === null} note={named('hotline.standing', line.paused ? 'PAUSED' : line.clock)} />
      </p>
      {one.concernsYou ? <p class="note">{named('hotline.concerns', one.concernsYou)}</p> : null}
      {one.directorScreens && !one.concernsYou ? <p class="note">{words('hotline.director-screens')}</p> : null}
      {one.intact ? null : (
        <p class="error" role="alert">
          {words('hotline.broken')}
        </p>
      )}
      <blockquote>{one.text}</blockquote>
      <Facts one={one} />
      {open === 'ATTACH' ? (
        <Attach one={one} etag={etag} onDone={() => setChosen(null)} refresh={refresh} />
      ) : open ? (
        <ActForm key={open} one={one} etag={etag} action={open} onDone={() => setChosen(null)} onCancel={() => setChosen(null)} refresh={refresh} />
      ) : acts.length > 0 ? (
        <div class="row">
          {acts.map((action, n) => (
            <KeyButton key={action} main={n === 0} shortcut={n === 0 ? 'Enter' : undefined} onPress={() => setChosen(action)}>
              {named('hotline.action', action)}
            </KeyButton>
          ))}
        </div>
      ) : null}
      <History one={one} />
    </section>
  );
}

function Facts({ one }: { one: Feedback }) {
  const line = one.line;
  return (
    <dl class="facts">
      <dt>{words('hotline.field.category')}</dt>
      <dd>{named('hotline.category', line.category)}</dd>
      <dt>{words('hotline.channel')}</dt>
      <dd>
        {named('hotline.channel', line.channel)} · {when(line.receivedAt)}
      </dd>
      <dt>{words('hotline.contact')}</dt>
      <dd>{one.contact ?? words(line.anonymous ? 'hotline.anonymous' : 'hotline.contact.hidden')}</dd>
      {line.anonymous ? null : (
        <>
          <dt>{words('hotline.told')}</dt>
          <dd>{named('hotline.told', one.toldBy)}</dd>
          {one.told.map((each) => (
            <dd key={each.openedAt + each.template} class="small">
              {named('hotline.said', each.template)}: {named('hotline.way', each.state)} · {when(each.openedAt)}
            </dd>
          ))}
        </>
      )}
      {one.place ? (
        <>
          <dt>{words('hotline.place')}</dt>
          <dd>{named('hotline.place', one.place)}</dd>
        </>
      ) : null}
      {one.dossierRef ? (
        <>
          <dt>{words('hotline.dossier')}</dt>
          <dd>{one.dossierRef}</dd>
        </>
      ) : null}
      {one.concerned.length > 0 || one.aboutCounter ? (
        <>
          <dt>{words('hotline.concerned')}</dt>
          <dd>{[...one.concerned.map((each) => each.name), ...(one.aboutCounter ? [words('hotline.counter')] : [])].join(', ')}</dd>
        </>
      ) : null}
      {line.handlerName ? (
        <>
          <dt>{words('hotline.handler')}</dt>
          <dd>{line.handlerName}</dd>
        </>
      ) : null}
      {one.files.length > 0 ? (
        <>
          <dt>{words('hotline.files')}</dt>
          <dd>
            {one.concernsYou ? words('hotline.contact.hidden') : one.files.map((each) => (
              <button key={each.id} type="button" class="quiet" onClick={() => void fetchFile(line.feedbackId, each.id, each.position, each.mediaType)}>
                {words('hotline.file', { n: each.position })}
              </button>
            ))}
          </dd>
        </>
      ) : null}
      {one.handOver ? (
        <>
          <dt>{words('hotline.handover')}</dt>
          <dd>
            {one.handOver.number} · {one.handOver.receiver}{' '}
            {one.concernsYou ? null : (
              <button type="button" class="quiet" onClick={() => void fetchRecord(one.handOver?.id ?? '')}>
                {words('hotline.handover.print')}
              </button>
            )}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

async function fetchFile(id: string, each: string, position: number, mediaType: string): Promise<void> {
  const ending = { 'image/jpeg': 'jpg', 'image/png': 'png' }[mediaType] ?? 'pdf';
  save(await file(`/api/notification/hotline/feedback/${id}/files/${each}`), `tep-${position}.${ending}`);
}

async function fetchRecord(id: string): Promise<void> {
  save(await file(`/api/notification/hotline/hand-overs/${id}/record.pdf`), 'bien-ban-ban-giao.pdf');
}

/** Newest last, as it happened. */
function History({ one }: { one: Feedback }) {
  return (
    <section>
      <h3>{words('hotline.history')}</h3>
      <ol class="plain">
        {one.acts.map((act) => (
          <li key={act.number} class="paper-row">
            <p>
              <strong>{named('hotline.action', act.action)}</strong> · {act.by ?? named('hotline.role', act.role)} · {when(act.at)}
              {act.reasonCode ? ` · ${named('hotline.reason', act.reasonCode)}` : ''}
            </p>
            {act.text ? <p>{act.text}</p> : null}
            {act.second ? <p class="small">{act.action === 'ATTACH' ? words('hotline.attached', { n: act.second }) : act.second}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
