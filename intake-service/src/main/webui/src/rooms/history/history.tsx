import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { Problem } from '../../api/problem';
import { body, file, intake, notification } from '../../api/services';
import type { Dossier, Message } from '../../api/shapes';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { save } from '../../parts/save';
import { Loaded } from '../../parts/states';
import { Steps } from '../../parts/steps';
import { has } from '../../session/session';
import { onPaper } from '../../time/legal';
import { hasWord, named, words } from '../../words/words';
import { readDossier } from '../counter/dossier';

/** Everything that was done with a dossier: acts, issued forms, messages. */
export function History({ id }: { id: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const live = useLive<Dossier>(`dossier ${id}`, (signal) => readDossier(id, signal), 30);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="history">
      <h1 ref={heading} tabIndex={-1}>
        {words('history.title')}
      </h1>
      <Loaded live={live}>
        {(dossier) => (
          <>
            <p>
              <strong>{dossier.people.owner?.name ?? ''}</strong> · {procedureName(dossier.procedureCode)} ·{' '}
              <span class="code">{dossier.code ?? dossier.reference}</span> ·{' '}
              <Link href={`/counter/${id}`}>{words('returns.dossier')}</Link>
            </p>
            <Steps step={dossier.step} over={['RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED'].includes(dossier.stage)} />
            <Acts id={id} revision={dossier.revision} />
            <Forms id={id} revision={dossier.revision} controlSlip={dossier.code !== null && has('reception', 'specialist', 'approver', 'director', 'cashier', 'auditor')} />
            {has('reception', 'specialist', 'approver', 'director', 'cashier', 'auditor') ? <Messages id={id} /> : null}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Acts({ id, revision }: { id: string; revision: number }) {
  const live = useLive(`history ${id} ${revision}`, (signal) =>
    body(intake.GET('/api/intake/dossiers/{id}/history', { params: { path: { id }, query: { limit: 100 } }, signal })), 600);
  return (
    <Loaded live={live}>
      {(page) =>
        page.items.length === 0 ? (
          <p class="empty">{words('history.none')}</p>
        ) : (
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{words('history.at')}</th>
                <th scope="col">{words('history.what')}</th>
                <th scope="col">{words('history.who')}</th>
                <th scope="col">{words('history.stage')}</th>
                <th scope="col">{words('history.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map((act) => (
                <tr key={act.id} class={act.outcome === 'REFUSED' ? 'rest' : ''}>
                  <td data-label={words('history.at')}>
                    {onPaper(act.effectiveAt)}
                    {Date.parse(act.recordedAt) - Date.parse(act.effectiveAt) > 60_000 ? (
                      <span class="small"> {words('history.late', { at: onPaper(act.recordedAt) })}</span>
                    ) : null}
                  </td>
                  <td data-label={words('history.what')}>
                    <strong>{act.action === 'OPENED' && act.actor === 'return' ? words('action.OPENED.return') : named('action', act.action)}</strong>
                    {act.outcome === 'REFUSED' ? ` · ${words('history.refused')}` : ''}
                  </td>
                  <td data-label={words('history.who')}>
                    {act.actorName ?? named('actor', act.actor)}
                    {act.actorTitle ? <span class="small"> {act.actorTitle}</span> : null}
                  </td>
                  <td data-label={words('history.stage')}>{act.toStage && act.toStage !== act.fromStage ? named('stage', act.toStage) : ''}</td>
                  <td data-label={words('history.reason')}>
                    {act.reasonCode ? (hasWord('reason', act.reasonCode) ? named('reason', act.reasonCode) : act.reasonCode) : ''}
                    {act.reason ? <span class="small"> {act.reason}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}

function Forms({ id, revision, controlSlip }: { id: string; revision: number; controlSlip: boolean }) {
  const live = useLive(`forms ${id} ${revision}`, (signal) =>
    body(intake.GET('/api/intake/dossiers/{id}/forms', { params: { path: { id } }, signal })), 600);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <section>
      <h2>{words('history.forms')}</h2>
      <ProblemNote problem={problem} close={() => setProblem(null)} />
      {controlSlip ? (
        <p class="row">
          <span>
            {words('form.CONTROL_SLIP')} <span class="small">{words('history.control-slip')}</span>
          </span>
          <button
            type="button"
            class="quiet"
            aria-label={`${words('form.print')}: ${words('form.CONTROL_SLIP')}`}
            onClick={() => {
              file(`/api/intake/dossiers/${id}/control-slip`)
                .then((page) => page.text())
                .then((html) => showForm(words('form.CONTROL_SLIP'), html))
                .catch((error: unknown) => setProblem(error instanceof Problem ? error : null));
            }}
          >
            {words('form.print')}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={`${words('form.pdf')}: ${words('form.CONTROL_SLIP')}`}
            onClick={() => {
              file(`/api/intake/dossiers/${id}/control-slip.pdf`)
                .then((pdf) => save(pdf, `control-slip-${id}.pdf`))
                .catch((error: unknown) => setProblem(error instanceof Problem ? error : null));
            }}
          >
            {words('form.pdf')}
          </button>
        </p>
      ) : null}
      <Loaded live={live}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('history.forms.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((form) => (
                <li key={form.id} class="row">
                  <span>
                    {named('form', form.kind)} <span class="code">{form.number}</span>{' '}
                    <span class="small">
                      {onPaper(form.issuedAt)} · {form.signerName}
                    </span>
                  </span>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`${words('form.print')}: ${named('form', form.kind)} ${form.number}`}
                    onClick={() => {
                      file(form.href)
                        .then((page) => page.text())
                        .then((html) => showForm(named('form', form.kind), html))
                        .catch((error: unknown) => setProblem(error instanceof Problem ? error : null));
                    }}
                  >
                    {words('form.print')}
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`${words('form.pdf')}: ${named('form', form.kind)} ${form.number}`}
                    onClick={() => {
                      file(form.pdf)
                        .then((pdf) => save(pdf, `${form.number.replaceAll('/', '-')}.pdf`))
                        .catch((error: unknown) => setProblem(error instanceof Problem ? error : null));
                    }}
                  >
                    {words('form.pdf')}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Messages({ id }: { id: string }) {
  const live = useLive<Message[]>(
    `messages ${id}`,
    async (signal) => {
      try {
        return (
          await body(notification.GET('/api/notification/messages', { params: { query: { dossier: id, limit: 50 } }, signal }))
        ).items;
      } catch (error) {
        // Notification has not heard of the dossier yet: nothing was sent.
        if (error instanceof Problem && error.status === 404) return [];
        throw error;
      }
    },
    30,
  );
  return (
    <section>
      <h2>{words('history.messages')}</h2>
      <p>
        <Link href={`/messages/${id}`}>{words('room.messages')}</Link>
      </p>
      <Loaded live={live}>
        {(messages) =>
          messages.length === 0 ? (
            <p class="empty">{words('history.messages.none')}</p>
          ) : (
            <ul class="plain messages">
              {messages.map((message) => (
                <li key={message.id}>
                  <details>
                    <summary>
                      {message.title}{' '}
                      <span class="small">
                        {onPaper(message.sentAt)}
                        {message.audience === 'POST' ? ` · ${message.contact ? words('history.messages.post', { contact: message.contact }) : words('history.messages.post.nobody')}` : ''}
                      </span>
                    </summary>
                    <p class="message" lang={message.language}>
                      {message.body}
                    </p>
                  </details>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
