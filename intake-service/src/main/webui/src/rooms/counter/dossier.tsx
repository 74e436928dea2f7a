import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { procedureName, unitName } from '../../api/names';
import { body, intake } from '../../api/services';
import type { Action, ActionRequest, Dossier } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { later } from '../../parts/later';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Steps } from '../../parts/steps';
import { FileView } from '../../parts/file-view';
import { forget, useKept } from '../../parts/kept';
import { has, type Role } from '../../session/session';
import { dong, onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import type { FormAct } from './act-form';
import { ActForm } from './acts';
import { CarryOver } from './carry-over';
import { ClockBox } from './clock';
import { MoneyBox } from './money';
import { printNewest } from './newest-form';
import { OriginalRows } from './original-rows';
import { Papers } from './papers';
import { PersonLine } from './people';
import { PinNote, RenewPin } from './pin';
import { buttons, formFor, sentence } from './plan';
import { SamePerson } from './same-person';
import { ReturnBox } from '../returns/hand-over';

/** Few dossiers have a draft before the person. */
const DraftAtCounter = later<{ dossierId: string }>(() => import('../queue/drafts').then((box) => box.DraftAtCounter));

const OVER = ['RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED'];

/** Whether an answer of the case is on its way, so that it is looked for more often: an act sent before it came would be refused. */
const answers = (dossier: Dossier): boolean =>
  dossier.stage === 'WITHDRAWAL_REQUESTED' || (dossier.stage === 'IN_PROCESS' && dossier.department === null);

const quick = (dossier: Dossier | null): number => (dossier === null || answers(dossier) ? 2 : 10);

/** Who may read results: a cashier takes the money for what others read. */
const SEE_RESULTS: Role[] = ['reception', 'specialist', 'approver', 'director', 'auditor'];

/** Stages in which a department works on the dossier. */
const AT_DEPARTMENT = ['IN_PROCESS', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'WITHDRAWAL_REQUESTED'];

export const readDossier = (id: string, signal: AbortSignal): Promise<Dossier> =>
  body(intake.GET('/api/intake/dossiers/{id}', { params: { path: { id } }, signal }));

export function DossierDesk({ id }: { id: string }) {
  const live = useLive<Dossier>(`dossier ${id}`, (signal) => readDossier(id, signal), quick);
  const dossier = live.data.value;
  if (!dossier) {
    const problem = live.problem.value;
    return (
      <section class="start">
        {problem ? (
          problem.status === 404 ? (
            <h1>{words('dossier.missing')}</h1>
          ) : (
            <ProblemNote problem={problem} retry={() => void live.refresh()} />
          )
        ) : (
          <p class="waiting" role="status">
            {words('dossier.loading')}
          </p>
        )}
      </section>
    );
  }
  return <Desk dossier={dossier} refresh={() => live.refresh()} take={(taken) => live.set(taken)} />;
}

interface DeskProps {
  dossier: Dossier;
  refresh: () => Promise<void>;
  take: (dossier: Dossier) => void;
}

function Desk({ dossier, refresh, take }: DeskProps) {
  const [form, setForm] = useKept<FormAct | null>(`${dossier.id}/form`, null);
  const [asks, setAsks] = useState<ActionRequest | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const act = useAct<{ request: ActionRequest; revision: number }, Dossier>(
    [dossier.id],
    ({ request, revision }, key) =>
      body(
        intake.POST('/api/intake/dossiers/{id}/actions', {
          params: { path: { id: dossier.id } },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          body: request,
        }),
      ),
    (after, { request }) => {
      take(after);
      forget(`${dossier.id}/`);
      setForm(null);
      setAsks(null);
      changed();
      heading.current?.focus();
      say(
        request.action === 'RECEIVE'
          ? words('act.done.RECEIVE', { code: after.code })
          : words('act.done', { act: named('action', request.action) }),
      );
      if (request.action === 'RECEIVE') void printNewest(after.id, 'RECEIPT');
    },
  );

  const replaced = act.problem.value?.slug === 'version-replaced';
  useEffect(() => {
    if (!replaced) return;
    setAsks(null);
    void refresh();
  }, [replaced]);

  function send(request: ActionRequest, seen = dossier.revision): void {
    if (asks === null && sentence(request, dossier) !== null) {
      act.clear();
      setAsks(request);
      return;
    }
    void act.run({ request, revision: seen });
  }

  function press(action: Action): void {
    const needs = formFor(action, dossier);
    act.clear();
    if (needs) setForm(needs);
    else send({ action } as ActionRequest);
  }

  const reload = () => void act.renew(refresh).then(() => setAsks(null));
  const over = OVER.includes(dossier.stage);
  const procedure = procedureName(dossier.procedureCode);
  return (
    <>
      <section class="dossier">
        <p class="small">
          {dossier.code ? <strong class="code">{dossier.code}</strong> : words('dossier.reference', { reference: dossier.reference })}
          {' · '}
          {named('channel', dossier.channel)} · {named('return', dossier.returnMode)}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {procedure} <span class="code">{dossier.procedureCode}</span>
        </h1>
        <dl class="facts people">
          <PersonLine part="owner" person={dossier.people.owner} />
          <PersonLine part="submitter" person={dossier.people.submitter} />
          <PersonLine part="helper" person={dossier.people.helper} />
          <PersonLine part="collector" person={dossier.people.collector} />
          <PersonLine part="contact" person={dossier.people.contact} />
        </dl>
        <PinNote id={dossier.id} />
        <SamePerson key={dossier.id} dossier={dossier} />
        <Standing dossier={dossier} />
        <CarryOver dossier={dossier} take={take} reload={refresh} />
        <ProblemNote
          problem={asks ? null : act.problem.value}
          retry={act.again}
          reload={reload}
          history={`/desk/history/${dossier.id}`}
          close={act.clear}
        />
        {form && dossier.allowedActions.includes(form) ? (
          <ActForm act={form} dossier={dossier} problem={act.problem.value} busy={act.busy.value} onSend={send} onCancel={() => setForm(null)} />
        ) : (
          <>
            {has('reception') && dossier.channel === 'ONLINE' && AT_DEPARTMENT.includes(dossier.stage) ? <DraftAtCounter dossierId={dossier.id} /> : null}
            <OriginalRows dossier={dossier} onCounted={refresh} />
            <Papers dossier={dossier} onEntered={refresh} />
          </>
        )}
        <p class="row">
          <Link href={`/history/${dossier.id}`}>{words('dossier.history')}</Link>
          <Link href={`/messages/${dossier.id}`}>{words('room.messages')}</Link>
          {dossier.allowedActions.includes('CORRECT') ? <RenewPin dossier={dossier} onRenewed={() => void refresh()} /> : null}
        </p>
      </section>
      <aside class="act-side">
        <Steps step={dossier.step} over={over} />
        <p class="stage">
          <strong>{named('stage', dossier.stage)}</strong>
          <br />
          <span class="small">{when(dossier.stageSince)}</span>
        </p>
        <ClockBox dossier={dossier} />
        <MoneyBox dossier={dossier} />
        {has('reception') && (dossier.stage === 'DECIDED' || dossier.stage === 'RETURNED' || (over && dossier.originalsHeld)) ? (
          <ReturnBox dossierId={dossier.id} name={dossier.people.owner?.name ?? ''} onDone={() => void refresh()} />
        ) : null}
        {form ? null : <ActButtons dossier={dossier} busy={act.busy.value} onPress={press} />}
      </aside>
      {asks ? (
        <Confirm
          sentence={sentence(asks, dossier) ?? ''}
          act={named('action', asks.action)}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ request: asks, revision: dossier.revision })}
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </>
  );
}

/** What stands in the way, and what is known beyond the stage. */
function Standing({ dossier }: { dossier: Dossier }) {
  const [viewing, setViewing] = useState(false);
  const { supplement, decision } = dossier;
  return (
    <>
      {dossier.caseName ? <p class="small">{words('papers.group', { name: dossier.caseName })}</p> : null}
      {dossier.receivingUnit !== dossier.competentUnit ? (
        <p class="small">
          {words('open.competent')}: {unitName(dossier.competentUnit)}
        </p>
      ) : null}
      {dossier.department && AT_DEPARTMENT.includes(dossier.stage) ? <p class="small">{words('dossier.department', { department: named('department', dossier.department) })}</p> : null}
      {supplement?.open ? (
        <p class="note">
          {words('dossier.supplement.asked', { at: when(supplement.askedAt) })}
          {supplement.lapseAt ? ` · ${words('dossier.supplement.lapse', { at: onPaper(supplement.lapseAt) })}` : ''}
        </p>
      ) : null}
      {supplement && supplement.requests > 1 ? <p class="note">{words('dossier.supplement.times', { n: supplement.requests })}</p> : null}
      {dossier.stage === 'WITHDRAWAL_REQUESTED' ? (
        <p class="note">{dossier.withdrawalAnswer ? named('dossier.withdrawal', dossier.withdrawalAnswer) : words('dossier.withdrawal.waiting')}</p>
      ) : null}
      {decision?.kind ? (
        <p class="note">
          {named('dossier.decision', decision.kind)}{' '}
          {has(...SEE_RESULTS) ? (
            <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} onClick={() => setViewing(!viewing)}>
              {words('dossier.result')}
            </button>
          ) : null}
        </p>
      ) : null}
      {viewing && decision?.resultId ? <FileView path={`/api/processing/results/${decision.resultId}`} label={words('signing.result')} /> : null}
      {dossier.originalsHeld ? <p class="small">{words('dossier.originals')}</p> : null}
    </>
  );
}

interface ActButtonsProps {
  dossier: Dossier;
  busy: boolean;
  onPress: (action: Action) => void;
}

function ActButtons({ dossier, busy, onPress }: ActButtonsProps) {
  const { main, others } = buttons(dossier.allowedActions);
  const label = (action: Action) =>
    action === 'RECEIVE'
      ? words('action.RECEIVE.print')
      : action === 'SUPPLY'
        ? words('action.SUPPLY.main')
        : action === 'PAY'
          ? words('action.PAY.amount', { amount: dong(dossier.fees.openVnd) })
          : named('action', action);
  const missing = dossier.papers.filter((paper) => paper.open).length;
  const before = dossier.stage === 'PREPARING' || dossier.stage === 'SUBMITTED';
  return (
    <div class="buttons">
      {before && missing > 0 && !dossier.allowedActions.includes('RECEIVE') && dossier.allowedActions.includes('CORRECT') ? (
        <p class="note">{words('dossier.missing.papers', { n: missing })}</p>
      ) : null}
      {before && dossier.fees.filingOpenVnd > 0 ? (
        <p class="note">{words('dossier.missing.fees', { amount: dong(dossier.fees.filingOpenVnd) })}</p>
      ) : null}
      {dossier.stage === 'DECIDED' && dossier.fees.openVnd > 0 && !has('reception') ? (
        <p class="note">{words('dossier.missing.fees-return', { amount: dong(dossier.fees.openVnd) })}</p>
      ) : null}
      {main ? (
        <KeyButton shortcut="Enter" main busy={busy} describedBy={main === 'RECEIVE' ? 'receive-says' : undefined} onPress={() => onPress(main)}>
          {label(main)}
        </KeyButton>
      ) : null}
      {main === 'RECEIVE' ? (
        <p class="small" id="receive-says">
          {words('confirm.RECEIVE', { message: words('confirm.message') })}
        </p>
      ) : null}
      {others.map(({ action, shortcut }) => (
        <KeyButton key={action} shortcut={shortcut} danger={action === 'REFUSE' || action === 'ABANDON'} busy={busy} onPress={() => onPress(action)}>
          {label(action)}
        </KeyButton>
      ))}
      {main === null && others.length === 0 ? <p class="small">{words('dossier.unchanged')}</p> : null}
    </div>
  );
}
