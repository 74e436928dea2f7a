import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { answered, body, catalog } from '../../api/services';
import type { Draft, DraftAction, DraftBody, DraftRequest } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Field } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { ChangeTable } from './changes';
import { DraftForm, tidied } from './form';
import { dayOnPaper, draftButtons, draftSentence } from './plan';

export const readDraft = (id: string, signal: AbortSignal): Promise<Draft> =>
  body(catalog.GET('/api/catalog/drafts/{id}', { params: { path: { id } }, signal }));

/** One draft: what it says, what it changes, what is wrong with it, and what the officer may do. */
export function DraftRoom({ id }: { id: string }) {
  const live = useLive<Draft>(`draft ${id}`, (signal) => readDraft(id, signal), 30);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="catalogue">
      <p>
        <Link href="/catalogue">{words('catalogue.back')}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words('draft.title')}
      </h1>
      <Loaded live={live}>
        {(draft) => <DraftDesk key={draft.id} draft={draft} take={live.set.bind(live)} reload={() => live.refresh()} />}
      </Loaded>
    </section>
  );
}

const bodyOf = (draft: Draft): DraftBody => ({
  content: draft.content,
  effectiveFrom: draft.effectiveFrom,
  announcement: draft.announcement,
  basedOn: draft.basedOn,
  reason: draft.reason,
});

interface DeskProps {
  draft: Draft;
  take: (draft: Draft) => void;
  reload: () => Promise<void>;
}

function DraftDesk({ draft, take, reload }: DeskProps) {
  const [typed, setTyped] = useKept<DraftBody | null>(`draft/${draft.id}`, null);
  const buttons = draftButtons(draft.allowedActions);
  const said = typed ?? bodyOf(draft);
  const save = useAct<{ said: DraftBody; revision: number }, Draft>(
    [draft.id],
    async ({ said, revision }) =>
      (
        await answered(
          catalog.PUT('/api/catalog/drafts/{id}', {
            params: { path: { id: draft.id }, header: { 'If-Match': `"${revision}"` } },
            body: tidied(said),
          }),
        )
      ).data,
    (after) => {
      forget(`draft/${draft.id}`);
      setTyped(null);
      take(after);
      changed();
      say(words('draft.saved'));
    },
  );
  return (
    <div class="split open">
      <section>
        <p>
          <strong>{draft.content.name.vi}</strong> <span class="code">{draft.code}</span>
          <br />
          <span class="small">
            {words(`draft.state.${draft.state}`)} · {draft.basedOn ? words('draft.based', { version: draft.basedOn }) : words('draft.new')} ·{' '}
            {draft.author?.name ?? ''} · {when(draft.changedAt)}
          </span>
        </p>
        {draft.sentBackReason ? <p class="error">{words('draft.sent-back', { reason: draft.sentBackReason })}</p> : null}
        {draft.publishedVersion ? (
          <p class="ok">
            ✓ {words('draft.published', { version: draft.publishedVersion, day: dayOnPaper(draft.effectiveFrom) })}{' '}
            <Link href={`/catalogue/procedure/${draft.code}`}>{words('draft.versions')}</Link>
          </p>
        ) : null}
        <ProblemNote problem={save.problem.value} retry={save.again} reload={() => void save.renew(reload)} close={save.clear} />
        <fieldset class="says" disabled={!buttons.edits} aria-label={words('draft.says')}>
          <DraftForm body={said} problem={save.problem.value} onChange={setTyped} />
        </fieldset>
        {buttons.edits ? (
          <Field
            label={words('draft.why')}
            hint={words('draft.why.hint')}
            rows={2}
            required
            maxLength={2000}
            value={said.reason ?? ''}
            onInput={(reason) => setTyped({ ...said, reason })}
            problem={save.problem.value?.at('/reason') ?? null}
          />
        ) : draft.reason ? (
          <p>
            <strong>{words('draft.why')}:</strong> {draft.reason}
          </p>
        ) : null}
        {buttons.edits ? (
          <p class="row">
            <KeyButton busy={save.busy.value || typed === null || !said.reason?.trim()} onPress={() => void save.run({ said, revision: draft.revision })}>
              {words('draft.save')}
            </KeyButton>
            {typed === null ? null : (
              <button type="button" class="quiet" onClick={() => setTyped(null)}>
                {words('draft.undo')}
              </button>
            )}
          </p>
        ) : null}
      </section>
      <aside class="act-side">
        <Acts draft={draft} dirty={typed !== null} take={take} reload={reload} />
        <Checks draft={draft} />
        <Compared draft={draft} />
      </aside>
    </div>
  );
}

function Checks({ draft }: { draft: Draft }) {
  const live = useLive(
    `checks ${draft.id} ${draft.revision}`,
    (signal) => body(catalog.GET('/api/catalog/drafts/{id}/checks', { params: { path: { id: draft.id } }, signal })),
    600,
  );
  return (
    <section aria-label={words('checks.title')}>
      <h2>{words('checks.title')}</h2>
      <Loaded live={live}>
        {(checks) =>
          checks.findings.length === 0 ? (
            <p class="ok">✓ {words('checks.none')}</p>
          ) : (
            <ul class="plain-lines">
              {checks.findings.map((finding) => (
                <li key={`${finding.code} ${finding.pointer}`} class={finding.severity === 'ERROR' ? 'late' : 'soon'}>
                  {finding.severity === 'ERROR' ? '■' : '▲'} {words(`checks.${finding.severity}`)}: {finding.message}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Compared({ draft }: { draft: Draft }) {
  const live = useLive(
    draft.basedOn ? `changes ${draft.id} ${draft.revision}` : null,
    (signal) => body(catalog.GET('/api/catalog/drafts/{id}/changes', { params: { path: { id: draft.id } }, signal })),
    600,
  );
  if (!draft.basedOn) return null;
  return (
    <section aria-label={words('changes.title')}>
      <h2>{words('changes.title')}</h2>
      <Loaded live={live}>{(found) => <ChangeTable changes={found.changes} />}</Loaded>
    </section>
  );
}

/** An act as it is sent: a publication with its day; why it is published so, the draft says. */
const requestOf = (action: DraftAction, day: string | null): DraftRequest =>
  (action === 'PUBLISH' ? { action, effectiveFrom: day } : { action }) as DraftRequest;

/** Acts that say themselves why. */
type Reasoned = 'SEND_BACK' | 'DISCARD';
const reasoned = (action: DraftAction): action is Reasoned => action === 'SEND_BACK' || action === 'DISCARD';

function Acts({ draft, dirty, take, reload }: DeskProps & { dirty: boolean }) {
  const [asked, setAsked] = useState<DraftRequest | null>(null);
  const [reasoning, setReasoning] = useState<Reasoned | null>(null);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const buttons = draftButtons(draft.allowedActions);
  const act = useAct<{ request: DraftRequest; revision: number }, Draft>(
    [draft.id],
    ({ request, revision }, key) =>
      body(
        catalog.POST('/api/catalog/drafts/{id}/actions', {
          params: { path: { id: draft.id }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body: request,
        }),
      ),
    (after, { request }) => {
      setAsked(null);
      setReasoning(null);
      setReason('');
      take(after);
      changed();
      say(words('act.done', { act: named('draft.action', request.action) }));
    },
  );
  const send = (request: DraftRequest) => void act.run({ request, revision: draft.revision });
  const ask = (request: DraftRequest) => {
    if (draftSentence(request, draft)) setAsked(request);
    else send(request);
  };
  const press = (action: DraftAction) => {
    if (reasoned(action)) setReasoning(action);
    else ask(requestOf(action, day ?? draft.effectiveFrom));
  };
  if (!buttons.main && buttons.others.length === 0) return null;
  return (
    <section class="buttons">
      <ProblemNote problem={asked ? null : act.problem.value} retry={act.again} reload={() => void act.renew(reload)} close={act.clear} />
      {dirty ? <p class="note">{words('draft.dirty')}</p> : null}
      {buttons.main === 'PUBLISH' ? (
        <Field label={words('edit.from')} type="date" value={day ?? draft.effectiveFrom ?? ''} onInput={setDay} />
      ) : null}
      {buttons.main ? (
        <KeyButton shortcut="Enter" main busy={act.busy.value || dirty} onPress={() => buttons.main && press(buttons.main)}>
          {named('draft.action', buttons.main)}
        </KeyButton>
      ) : null}
      {buttons.others.map(({ action, shortcut }) => (
        <KeyButton key={action} shortcut={shortcut} danger={action === 'DISCARD'} busy={act.busy.value} onPress={() => press(action)}>
          {named('draft.action', action)}
        </KeyButton>
      ))}
      {reasoning ? (
        <div class="act-form">
          <Field label={words('draft.reason')} rows={3} required maxLength={2000} value={reason} onInput={setReason} problem={act.problem.value?.at('/reason') ?? null} />
          <KeyButton busy={act.busy.value || reason.trim() === ''} onPress={() => ask({ action: reasoning, reason: reason.trim() })}>
            {words(`draft.reasoned.${reasoning}`)}
          </KeyButton>
          <button type="button" class="quiet" onClick={() => setReasoning(null)}>
            {words('papers.cancel')}
          </button>
        </div>
      ) : null}
      {asked ? (
        <Confirm
          sentence={draftSentence(asked, draft) ?? ''}
          act={named('draft.action', asked.action)}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => send(asked)}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </section>
  );
}
