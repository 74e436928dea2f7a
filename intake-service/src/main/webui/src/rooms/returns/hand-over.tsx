import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { Problem } from '../../api/problem';
import { body, notification } from '../../api/services';
import type { Return } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Choices } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { ByPost } from './by-post';

type Collector = 'OWNER' | 'SUBMITTER' | 'AUTHORISED';
type How = 'SLIP' | 'IDENTITY';

interface HandOver {
  collector: Collector;
  how: How;
}

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
  const [chosen, setChosen] = useState<HandOver>({ collector: 'OWNER', how: 'SLIP' });
  const [asks, setAsks] = useState(false);
  const act = useAct<HandOver & { revision: number }, Return>(
    [found.dossierId],
    ({ collector, how, revision }, key) =>
      body(
        notification.POST('/api/notification/returns/{dossierId}/actions', {
          params: {
            path: { dossierId: found.dossierId },
            header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
          },
          body: { action: 'HAND_OVER', collector, how },
        }),
      ),
    (after) => {
      setAsks(false);
      take(after);
      changed();
      say(words('act.done', { act: words('action.HAND_OVER') }));
    },
  );
  const who = chosen.collector === 'OWNER' ? name || words('collector.OWNER') : words(`collector.${chosen.collector}`);
  const send = () => void act.run({ ...chosen, revision: found.revision });
  const mayHandOver = found.allowedActions.includes('HAND_OVER');
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
          <Choices
            label={words('returns.collector')}
            value={chosen.collector}
            options={(['OWNER', 'SUBMITTER', 'AUTHORISED'] as Collector[]).map((value) => ({ value, label: words(`collector.${value}`) }))}
            onPick={(collector) => setChosen({ ...chosen, collector })}
          />
          <Choices
            label={words('returns.how')}
            value={chosen.how}
            options={(['SLIP', 'IDENTITY'] as How[]).map((value) => ({ value, label: words(`how.${value}`) }))}
            onPick={(how) => setChosen({ ...chosen, how })}
          />
          <ProblemNote
            problem={asks ? null : act.problem.value}
            reload={() => void reload().then(act.clear)}
            history={`/desk/history/${found.dossierId}`}
            close={act.clear}
          />
          <KeyButton shortcut="Enter" main busy={act.busy.value} onPress={() => setAsks(true)}>
            {words('returns.hand-over')}
          </KeyButton>
        </>
      ) : null}
      {found.pending ? null : <ByPost found={found} take={take} reload={reload} />}
      {asks ? (
        <Confirm
          sentence={words(found.holds === 'ORIGINALS' ? 'confirm.HAND_OVER.originals' : 'confirm.HAND_OVER', {
            name: who,
            message: words('confirm.message'),
          })}
          act={words('action.HAND_OVER')}
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
