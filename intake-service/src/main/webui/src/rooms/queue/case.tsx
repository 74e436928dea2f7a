import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct, type Act } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { Case, CaseAct, CaseAction, Dossier } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { FileView } from '../../parts/file-view';
import { forget, useKept } from '../../parts/kept';
import { later } from '../../parts/later';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Steps } from '../../parts/steps';
import { has, ownUnit } from '../../session/session';
import { now, onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { readDossier } from '../counter/dossier';
import { Brought } from './brought';
import { actOrSign } from '../signing/certify';
import { readCase, uploadResult } from './cases';
import { Compose } from './compose';
import { CaseForm, caseButtons, caseFormFor, caseSentence, type CaseFormAct } from './case-acts';
import { ExaminationBox } from './examination';
import { OpinionsBox } from './opinions';
import { CaseMark, procedureOf } from './queue';

/** Few procedures ask for a draft. */
const DraftBox = later<{ one: Case; take: (after: Case) => void; refresh: () => Promise<void> }>(() => import('./drafts').then((box) => box.DraftBox));

const RENEW_BEFORE_MS = 5 * 60_000;

/** One case: what the person brought in the middle, the clock and the acts at the right. */
export function CaseDesk({ id }: { id: string }) {
  const live = useLive<Case>(`case ${id}`, (signal) => readCase(id, signal), (one) => (one === null || one.pending ? 2 : 15));
  const one = live.data.value;
  const dossierId = one?.dossierId ?? null;
  const dossier = useLive<Dossier>(
    dossierId && one ? `dossier ${dossierId} ${one.sequence}` : null,
    (signal) => readDossier(dossierId ?? '', signal),
    30,
  );
  if (!one) {
    return (
      <section class="start">
        {live.problem.value ? (
          <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} />
        ) : (
          <p class="waiting" role="status">
            {words('dossier.loading')}
          </p>
        )}
      </section>
    );
  }
  return (
    <Desk
      one={one}
      dossier={dossier.data.value}
      dossierProblem={<ProblemNote problem={dossier.problem.value} retry={() => void dossier.refresh()} />}
      refresh={() => live.refresh()}
      take={(after) => live.set({ ...after, history: after.history ?? one.history })}
    />
  );
}

interface DeskProps {
  one: Case;
  dossier: Dossier | null;
  dossierProblem: preact.JSX.Element;
  refresh: () => Promise<void>;
  take: (after: Case) => void;
}

function Desk({ one, dossier, dossierProblem, refresh, take }: DeskProps) {
  const [form, setForm] = useKept<CaseFormAct | null>(`${one.id}/form`, null);
  const [asks, setAsks] = useState<CaseAction | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const act = useAct<{ action: CaseAction; seen: Case }, Case>(
    [one.id],
    ({ action, seen }, key) => actOrSign(seen, action, key),
    (after, { action }) => {
      take(after);
      forget(`${one.id}/`);
      setForm(null);
      setAsks(null);
      changed();
      heading.current?.focus();
      say(words('act.done', { act: named('action', action.action) }));
    },
  );
  useRenewal(one, act);

  function send(action: CaseAction): void {
    if (caseSentence(action, one) !== null) {
      act.clear();
      setAsks(action);
    } else {
      void act.run({ action, seen: one });
    }
  }

  function press(name: CaseAct): void {
    act.clear();
    const needs = caseFormFor(name);
    if (needs) setForm(needs);
    else send(bare(name, one));
  }

  const reload = () => void act.renew(refresh).then(() => setAsks(null));
  return (
    <div class="split open case">
      <section class="dossier">
        <p class="small">
          <strong class="code">{one.code ?? one.reference}</strong> · {named('department', one.department)}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {procedureOf(one)} <span class="code">{one.procedure.code}</span>
        </h1>
        {one.frozen ? <p class="note">{words('case.frozen')}</p> : null}
        {one.sentBackReason && one.state === 'CLAIMED' ? <p class="note">{words('case.sent-back', { reason: named('reason', one.sentBackReason) })}</p> : null}
        {one.route ? <p class="small">{words('case.route', { rule: one.route.rule, n: one.route.version })}</p> : null}
        <Place one={one} />
        {one.refusal ? (
          <p class="error">
            {words('case.refused', { act: named('action', one.refusal.act), reason: named('reason', one.refusal.reasonCode) })}
          </p>
        ) : null}
        {one.extension ? (
          <p class="note">{words('case.extension', { at: onPaper(one.extension.newDue), reason: named('reason', one.extension.reasonCode) })}</p>
        ) : null}
        <ProblemNote problem={asks ? null : act.problem.value} retry={act.again} reload={reload} history={`/desk/history/${one.dossierId}`} close={act.clear} />
        {form && one.allowedActions.includes(form) ? (
          <CaseForm act={form} one={one} dossier={dossier} problem={act.problem.value} busy={act.busy.value} onSend={send} onCancel={() => setForm(null)} />
        ) : (
          <>
            <h2>{words('case.dossier')}</h2>
            {dossier ? <Brought dossier={dossier} /> : dossierProblem}
            {one.draft ? <DraftBox one={one} take={take} refresh={refresh} /> : null}
            <OpinionsBox one={one} take={take} refresh={refresh} />
            <ExaminationBox one={one} take={take} refresh={refresh} />
            <CaseHistory one={one} />
          </>
        )}
      </section>
      <aside class="act-side">
        <Steps step={dossier?.step ?? 4} over={one.state === 'CLOSED'} />
        <h2>{words('due.title')}</h2>
        <p>
          {one.due ? <strong class="big">{when(one.due)}</strong> : <strong>{words('due.none')}</strong>}
          <br />
          <CaseMark one={one} />
        </p>
        <p class="stage">
          <strong>{named('case.state', one.state)}</strong>
          {one.holder ? (
            <>
              <br />
              {one.holder.mine
                ? words('case.held.me', { until: when(one.holder.until) })
                : words('case.held', { who: one.holder.name, until: when(one.holder.until) })}
            </>
          ) : null}
        </p>
        {one.pending ? (
          <p class="note" role="status">
            {words('case.pending', { act: named('action', one.pending.act) })}
          </p>
        ) : null}
        {one.proposal ? (
          <p>
            {words('case.proposed', {
              who: one.proposal.name,
              at: when(one.proposal.at),
              kind: named('decision', one.proposal.decisionKind),
            })}
            {one.proposal.groundCode ? ` · ${named('reason', one.proposal.groundCode)}` : ''}
          </p>
        ) : null}
        <ResultBox one={one} refresh={() => refresh().then(() => heading.current?.focus())} />
        {form ? null : <CaseButtons one={one} busy={act.busy.value} onPress={press} onRenew={() => void act.run({ action: { action: 'CLAIM', fence: one.holder?.fence ?? undefined }, seen: one })} />}
        <p>
          <Link href="/queue">{words('dossier.back')}</Link> · <Link href={`/history/${one.dossierId}`}>{words('dossier.history')}</Link>
        </p>
      </aside>
      {asks ? (
        <Confirm
          sentence={caseSentence(asks, one) ?? ''}
          act={named('action', asks.action)}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ action: asks, seen: one })}
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </div>
  );
}

/** Where the case lies, where that is not the competent unit, and who handed it over. */
export function Place({ one }: { one: Case }) {
  const elsewhere = one.unit !== one.competentUnit;
  const from = one.handed && (one.handed.unit === one.unit ? named('department', one.handed.from) : `${named('department', one.handed.from)}, ${unitName(one.handed.unit)}`);
  return (
    <>
      {elsewhere ? (
        <p class="note">
          {words(ownUnit.value === one.competentUnit ? 'case.elsewhere' : 'case.of-other', {
            unit: unitName(ownUnit.value === one.competentUnit ? one.unit : one.competentUnit),
            department: named('department', one.department),
          })}
        </p>
      ) : null}
      {one.handed && from ? <p class="note">{words('case.handed', { from, at: onPaper(one.handed.at) })}</p> : null}
    </>
  );
}

/** The body of an act that needs no form. */
function bare(name: CaseAct, one: Case): CaseAction {
  switch (name) {
    case 'CLAIM':
      return { action: 'CLAIM' };
    case 'RELEASE':
      return { action: 'RELEASE', fence: one.holder?.fence ?? undefined };
    case 'REISSUE':
      return { action: 'REISSUE', resultId: one.draftResult };
    case 'ACCEPT':
      return { action: 'ACCEPT' };
    case 'EXTEND':
      return { action: 'EXTEND' };
    case 'OFFER_DRAFT':
      return { action: 'OFFER_DRAFT', fence: one.holder?.fence ?? 0, resultId: one.draftResult };
    default:
      return { action: 'DECIDE' };
  }
}

/** Who works on a case keeps it: the claim is renewed before it runs out, as long as something was pressed or typed. */
function useRenewal(one: Case, act: Act<{ action: CaseAction; seen: Case }>): void {
  const busyAt = useRef(Date.now());
  useEffect(() => {
    const stir = () => {
      busyAt.current = Date.now();
    };
    addEventListener('keydown', stir);
    addEventListener('pointerdown', stir);
    return () => {
      removeEventListener('keydown', stir);
      removeEventListener('pointerdown', stir);
    };
  }, []);
  const until = one.holder?.mine ? Date.parse(one.holder.until) : null;
  const soon = until !== null && until - now.value < RENEW_BEFORE_MS && until > now.value;
  useEffect(() => {
    if (soon && !one.pending && one.allowedActions.includes('CLAIM') && Date.now() - busyAt.current < RENEW_BEFORE_MS) {
      void act.run({ action: { action: 'CLAIM', fence: one.holder?.fence ?? undefined }, seen: one });
    }
  }, [soon]);
}

function CaseButtons({ one, busy, onPress, onRenew }: { one: Case; busy: boolean; onPress: (act: CaseAct) => void; onRenew: () => void }) {
  const { main, others } = caseButtons(one);
  const own = one.state === 'PROPOSED' && one.proposal?.mine && !one.procedure.singleHand && has('approver');
  return (
    <div class="buttons">
      {own ? <p class="small">{words('signing.own')}</p> : null}
      {main ? (
        <KeyButton shortcut="Enter" main busy={busy} onPress={() => onPress(main)}>
          {main === 'DECIDE' ? words('signing.sign') : named('action', main)}
        </KeyButton>
      ) : null}
      {others.map(({ act, shortcut }) => (
        <KeyButton key={act} shortcut={shortcut} busy={busy} onPress={() => onPress(act)}>
          {named('action', act)}
        </KeyButton>
      ))}
      {one.holder?.mine && one.allowedActions.includes('CLAIM') ? <KeyButton busy={busy} onPress={onRenew}>{words('case.renew')}</KeyButton> : null}
    </div>
  );
}

/** The file of the result: uploaded by who holds the case, or for a reissue. */
export function ResultBox({ one, refresh }: { one: Case; refresh: () => Promise<void> }) {
  const picker = useRef<HTMLInputElement>(null);
  const [viewing, setViewing] = useState(false);
  const upload = useAct<{ result: File; seen: Case }, unknown>(
    [one.id],
    ({ result, seen }) => uploadResult(seen, result),
    () => void refresh(),
  );
  const mayUpload = !one.pending && ((one.state === 'CLAIMED' && (one.holder?.mine ?? false)) || (one.state === 'DECIDED' && has('approver')));
  const shown = one.draftResult ?? one.result;
  if (!mayUpload && !shown) return null;
  return (
    <section class="result-box">
      <h2>{words('case.result.title')}</h2>
      {shown ? null : <p class="small">{words('case.result.none')}</p>}
      <p class="row">
        {mayUpload ? (
          <KeyButton shortcut="U" main={!shown} busy={upload.busy.value} onPress={() => picker.current?.click()}>
            {upload.busy.value ? words('papers.saving') : words(shown ? 'case.result.replace' : 'case.result.upload')}
          </KeyButton>
        ) : null}
        {shown ? (
          <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} onClick={() => setViewing(!viewing)}>
            {words('case.result.view')}
          </button>
        ) : null}
      </p>
      {mayUpload ? <p class="small">{words('case.result.hint')}</p> : null}
      {mayUpload ? <Compose one={one} refresh={refresh} /> : null}
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={words('case.result.upload')}
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => {
          const result = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (result) void upload.run({ result, seen: one });
        }}
      />
      <ProblemNote problem={upload.problem.value} reload={() => void refresh().then(upload.clear)} close={upload.clear} />
      {viewing && shown ? <FileView path={`/api/processing/results/${shown}`} label={words('case.result.title')} /> : null}
    </section>
  );
}

function CaseHistory({ one }: { one: Case }) {
  if (!one.history || one.history.length === 0) return null;
  return (
    <details>
      <summary>{words('case.acts')}</summary>
      <ul class="plain-lines">
        {one.history.map((act) => (
          <li key={`${act.at} ${act.act}`}>
            {onPaper(act.at)} · <strong>{named('action', act.act)}</strong> · {act.name ?? named('actor', act.role)}
            {act.reasonCode ? ` · ${named('reason', act.reasonCode)}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
