import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { Problem } from '../../api/problem';
import { body, notification } from '../../api/services';
import type { Return, ReturnAct } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { ByPost } from './by-post';
import { CollectedForm, handOverOf, missing, NOBODY_YET, type Collected } from './collected';
import { Kept } from './kept';

/** The return of a dossier and the one act of it: to hand over. */
export function ReturnBox({ dossierId, name, onDone }: { dossierId: string; name: string; onDone: () => void }) {
  const live = useLive<{ found: Return | null }>(
    `return ${dossierId}`,
    async (signal) => {
      try {
        return {
          found: await body(
            notification.GET('/api/notification/returns/{dossierId}', { params: { path: { dossierId } }, signal }),
          ),
        };
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return { found: null };
        throw error;
      }
    },
    (data) => (data === null || data.found === null || data.found.pending ? 2 : 15),
  );
  const found = live.data.value?.found ?? null;
  return (
    <>
      <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} />
      {found ? (
        <HandOverBox
          key={found.returnId}
          found={found}
          name={name}
          take={(after) => {
            live.set({ found: after });
            onDone();
          }}
          reload={() => live.refresh()}
        />
      ) : null}
    </>
  );
}

interface HandOverBoxProps {
  found: Return;
  name: string;
  take: (after: Return) => void;
  reload: () => Promise<void>;
}

function HandOverBox({ found, name, take, reload }: HandOverBoxProps) {
  const [chosen, setChosen] = useState<Collected>(NOBODY_YET);
  const [asks, setAsks] = useState(false);
  const act = useAct<{ collected: Collected; action: 'HAND_OVER' | 'GIVE_PAPER'; revision: number }, Return>(
    [found.dossierId],
    ({ collected, action, revision }, key) =>
      body(
        notification.POST('/api/notification/returns/{dossierId}/actions', {
          params: {
            path: { dossierId: found.dossierId },
            header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          },
          body: handOverOf(action, collected) as ReturnAct,
        }),
      ),
    (after, { action }) => {
      setAsks(false);
      setChosen(NOBODY_YET);
      take(after);
      changed();
      say(words('act.done', { act: words(action === 'HAND_OVER' ? 'action.HAND_OVER' : 'kept.GIVE_PAPER') }));
    },
  );
  const who = chosen.collector === 'OWNER' ? name || words('collector.OWNER') : chosen.name.trim() || words(`collector.${chosen.collector}`);
  const action = found.allowedActions.includes('GIVE_PAPER') ? 'GIVE_PAPER' : 'HAND_OVER';
  const exchanged = action === 'GIVE_PAPER' && found.state !== 'PLACED';
  const send = () => void act.run({ collected: chosen, action, revision: found.revision });
  const mayHandOver = found.allowedActions.includes(action);
  const owed = missing(chosen);
  return (
    <section class="return-box" aria-label={words('room.returns')}>
      <h2>
        {words('room.returns')} · {named('returns.state', found.state)}
      </h2>
      <p class="small">
        {named('returns.holds', found.holds)} · {words('time.since', { at: when(found.openedAt) })}
      </p>
      {found.handedOver ? (
        <p class="ok">✓ {words('returns.done', { at: when(found.handedOver.at), name: found.handedOver.officer })}</p>
      ) : null}
      {found.pending ? <p class="note">{words('returns.pending')}</p> : null}
      {found.refusedReason ? <p class="error">{words('returns.refused', { reason: named('reason', found.refusedReason) })}</p> : null}
      {found.feesOpen && !found.handedOver ? (
        <p class="note">{words('returns.fees-open')}</p>
      ) : null}
      {mayHandOver ? (
        <>
          {action === 'GIVE_PAPER' ? <h3>{words(exchanged ? 'kept.anew' : 'kept.paper')}</h3> : null}
          <CollectedForm value={chosen} onChange={setChosen} />
          {owed === 'signature' ? <p class="small">{words('collected.sign')}</p> : null}
          <ProblemNote
            problem={asks ? null : act.problem.value}
            reload={() => void reload().then(act.clear)}
            history={`/desk/history/${found.dossierId}`}
            close={act.clear}
          />
          <KeyButton shortcut="Enter" main busy={act.busy.value || owed !== null} onPress={() => setAsks(true)}>
            {words(action === 'GIVE_PAPER' ? 'kept.GIVE_PAPER' : 'returns.hand-over')}
          </KeyButton>
        </>
      ) : null}
      <Kept found={found} take={take} reload={reload} />
      {found.pending ? null : <ByPost found={found} take={take} reload={reload} />}
      {asks ? (
        <Confirm
          sentence={words(exchanged ? 'confirm.GIVE_PAPER.anew' : action === 'GIVE_PAPER' ? 'confirm.GIVE_PAPER' : found.holds === 'ORIGINALS' ? 'confirm.HAND_OVER.originals' : 'confirm.HAND_OVER', {
            name: who,
            message: words('confirm.message'),
          })}
          act={words(action === 'GIVE_PAPER' ? 'kept.GIVE_PAPER' : 'action.HAND_OVER')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={send}
          onCancel={() => {
            setAsks(false);
          }}
        />
      ) : null}
    </section>
  );
}
