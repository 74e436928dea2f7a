import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { Case, CaseAction, Dossier, SigningLine } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { readDossier } from '../counter/dossier';
import { CaseForm, caseSentence } from '../queue/case-acts';
import { Brought } from '../queue/brought';
import { actOnCase, readSignings, signCase } from '../queue/cases';
import { CaseMark } from '../queue/queue';
import { requestFor } from './certify';

interface SignDeskProps {
  one: Case;
  refresh: () => Promise<void>;
  take: (after: Case) => void;
  onGone: () => void;
}

/** What the result answers, and the two acts of the approver. */
export function SignDesk({ one, refresh, take, onGone }: SignDeskProps) {
  const [back, setBack] = useState(false);
  const [asks, setAsks] = useState(false);
  const [signed, setSigned] = useState(false);
  const dossier = useLive<Dossier>(`dossier ${one.dossierId} ${one.sequence}`, (signal) => readDossier(one.dossierId, signal), 60);
  const act = useAct<{ action: CaseAction; seen: Case }, Case>(
    [one.id],
    ({ action, seen }, key) => actOnCase(seen, action, key),
    (after, { action }) => {
      take(after);
      setSigned(false);
      setBack(false);
      changed();
      say(words('act.done', { act: named('action', action.action) }));
      if (action.action === 'SEND_BACK') onGone();
    },
  );
  const sign = useAct<Case, SigningLine>(
    [one.id],
    async (seen, key) => signCase(seen, await requestFor(seen), key),
    () => {
      setAsks(false);
      changed();
      say(words('act.done', { act: words('signing.sign') }));
      void refresh();
    },
  );
  const decide: CaseAction = { action: 'DECIDE' };
  const own = one.state === 'PROPOSED' && one.proposal?.mine && !one.procedure.singleHand && has('approver');
  return (
    <aside class="act-side">
      <h2>{words('signing.answers')}</h2>
      <p>
        <strong class="code">{one.code ?? one.reference}</strong>
        <br />
        {one.due ? when(one.due) : words('due.none')} · <CaseMark one={one} />
      </p>
      {one.frozen ? <p class="note">{words('case.frozen')}</p> : null}
      {one.pending ? (
        <p class="note" role="status">
          {words('case.pending', { act: named('action', one.pending.act) })}
        </p>
      ) : null}
      {one.refusal ? (
        <p class="error">{words('case.refused', { act: named('action', one.refusal.act), reason: named('reason', one.refusal.reasonCode) })}</p>
      ) : null}
      <ProblemNote
        problem={asks || signed ? null : act.problem.value}
        retry={act.again}
        reload={() => void refresh().then(act.clear)}
        history={`/desk/history/${one.dossierId}`}
        close={act.clear}
      />
      {back && one.allowedActions.includes('SEND_BACK') ? (
        <CaseForm
          act="SEND_BACK"
          one={one}
          dossier={dossier.data.value}
          problem={act.problem.value}
          busy={act.busy.value}
          onSend={(action) => void act.run({ action, seen: one })}
          onCancel={() => setBack(false)}
        />
      ) : (
        <div class="buttons">
          {own ? <p class="small">{words('signing.own')}</p> : null}
          {one.allowedActions.includes('DECIDE') ? (
            <KeyButton shortcut="Enter" main busy={sign.busy.value} onPress={() => setAsks(true)}>
              {words('signing.sign')}
            </KeyButton>
          ) : null}
          {one.allowedActions.includes('DECIDE') ? (
            <KeyButton shortcut="F8" busy={act.busy.value} onPress={() => setSigned(true)}>
              {words('signing.elsewhere')}
            </KeyButton>
          ) : null}
          {one.allowedActions.includes('SEND_BACK') ? (
            <KeyButton shortcut="F9" busy={act.busy.value} onPress={() => setBack(true)}>
              {words('signing.back')}
            </KeyButton>
          ) : null}
        </div>
      )}
      <Signings one={one} />
      <Loaded live={dossier}>{(read) => <Brought dossier={read} />}</Loaded>
      <p>
        <Link href={`/history/${one.dossierId}`}>{words('dossier.history')}</Link>
      </p>
      {asks ? (
        <Confirm
          sentence={caseSentence(decide, one) ?? ''}
          act={words('signing.sign')}
          busy={sign.busy.value}
          problem={sign.problem.value}
          onConfirm={() => void sign.run(one)}
          onCancel={() => setAsks(false)}
        />
      ) : null}
      {signed ? (
        <Confirm
          sentence={`${caseSentence(decide, one) ?? ''} ${words('signing.elsewhere.hint')}`}
          act={words('signing.elsewhere')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ action: decide, seen: one })}
          onCancel={() => setSigned(false)}
        />
      ) : null}
    </aside>
  );
}

/** The numbers given for this case and what became of each. */
function Signings({ one }: { one: Case }) {
  const live = useLive<SigningLine[]>(`signings ${one.id} ${one.revision}`, (signal) => readSignings(one.id, signal), 60);
  const lines = live.data.value ?? [];
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{words('signing.numbers')}</h3>
      <ul class="plain">
        {lines.map((line) => (
          <li key={line.id}>
            <strong>{line.number}</strong> · {named('signing.state', line.state)}
            {line.level === 'B_B' ? ` · ${words('signing.unstamped')}` : ''}
            {line.reason ? ` · ${named('reason', line.reason)}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
