import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, catalog } from '../../api/services';
import type { EndAct, ProposeEnd, Versions } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Choices, Field } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { words } from '../../words/words';
import { dayOnPaper } from './plan';

interface Part {
  versions: Versions;
  reload: () => Promise<void>;
}

const NOTHING: ProposeEnd = { action: 'PROPOSE_END', lastDay: '', endingReason: 'REPLACED', successors: [], decisionNumber: '', decisionDate: '', reason: '' };

/** The end of a procedure: an editor proposes it, another person decides. */
export function Ending(part: Part) {
  const may = part.versions.allowedActions;
  if (part.versions.proposedEnd) {
    return <Proposed {...part} />;
  }
  return may.includes('PROPOSE_END') ? <Propose {...part} /> : null;
}

function useEnd(versions: Versions, done: (act: EndAct, openDossiers: number) => void) {
  return useAct<{ act: EndAct; revision: number }, { openDossiers: number }>(
    [versions.code],
    ({ act, revision }, key) =>
      body(
        catalog.POST('/api/catalog/procedures/{code}/actions', {
          params: { path: { code: versions.code }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body: act,
        }),
      ),
    ({ openDossiers }, { act }) => {
      changed();
      done(act, openDossiers);
    },
  );
}

const open = (versions: Versions) => versions.items.reduce((sum, each) => sum + (each.openDossiers ?? 0), 0);

function Propose({ versions, reload }: Part) {
  const typed = `end/${versions.code}/`;
  const [shown, setShown] = useKept(`${typed}shown`, false);
  const [end, setEnd] = useKept<ProposeEnd>(`${typed}end`, NOTHING);
  const [successors, setSuccessors] = useKept(`${typed}successors`, '');
  const act = useEnd(versions, () => {
    forget(typed);
    say(words('end.proposed'));
  });
  const codes = successors.split(/[\s,;]+/).filter((code) => code !== '');
  const ready =
    end.lastDay !== '' && end.decisionNumber.trim() !== '' && end.decisionDate !== '' && end.reason.trim() !== '' && (end.endingReason === 'ABOLISHED' || codes.length > 0);
  const at = (pointer: string) => act.problem.value?.at(pointer) ?? null;
  if (!shown) {
    return (
      <KeyButton danger onPress={() => setShown(true)}>
        {words('end.propose')}
      </KeyButton>
    );
  }
  return (
    <section class="act-form">
      <h2>{words('end.propose')}</h2>
      <ProblemNote problem={act.problem.value} reload={() => void act.renew(reload)} close={act.clear} />
      <Field label={words('end.last-day')} type="date" required value={end.lastDay} problem={at('/lastDay')} onInput={(lastDay) => setEnd({ ...end, lastDay })} />
      <Choices
        label={words('end.how')}
        value={end.endingReason}
        options={(['REPLACED', 'ABOLISHED'] as const).map((value) => ({ value, label: words(`ending.${value}`) }))}
        onPick={(endingReason) => setEnd({ ...end, endingReason })}
      />
      {end.endingReason === 'REPLACED' ? (
        <Field label={words('end.successors')} hint={words('end.successors.hint')} required value={successors} onInput={setSuccessors} problem={at('/successors/0') ?? at('/successors')} />
      ) : null}
      <Field label={words('edit.decision.number')} required value={end.decisionNumber} onInput={(decisionNumber) => setEnd({ ...end, decisionNumber })} />
      <Field label={words('edit.decision.date')} type="date" required value={end.decisionDate} onInput={(decisionDate) => setEnd({ ...end, decisionDate })} />
      <Field label={words('draft.reason')} rows={2} required maxLength={2000} value={end.reason} onInput={(reason) => setEnd({ ...end, reason })} />
      <p class="small">{words('end.another')}</p>
      <KeyButton
        danger
        busy={act.busy.value || !ready}
        onPress={() =>
          void act.run({ act: { ...end, successors: end.endingReason === 'REPLACED' ? codes : [] }, revision: versions.revision })
        }
      >
        {words('end.propose')}
      </KeyButton>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          forget(typed);
          setShown(false);
        }}
      >
        {words('papers.cancel')}
      </button>
    </section>
  );
}

function Proposed({ versions, reload }: Part) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const act = useEnd(versions, (done, openDossiers) => {
    setAsks(false);
    setReason('');
    say(done.action === 'END' ? words('end.done', { n: openDossiers }) : words('end.declined'));
  });
  const end = versions.proposedEnd;
  if (!end) {
    return null;
  }
  const may = versions.allowedActions;
  return (
    <section class="act-form">
      <h2>{words('end.title')}</h2>
      <ProblemNote problem={asks ? null : act.problem.value} reload={() => void act.renew(reload)} close={act.clear} />
      <dl>
        <dt>{words('end.last-day')}</dt>
        <dd>{dayOnPaper(end.lastDay)}</dd>
        <dt>{words('end.how')}</dt>
        <dd>
          {words(`ending.${end.endingReason}`)} {end.successors.join(', ')}
        </dd>
        <dt>{words('edit.decision.number')}</dt>
        <dd>
          {end.decision.number} · {dayOnPaper(end.decision.date)}
        </dd>
        <dt>{words('draft.reason')}</dt>
        <dd>{end.reason}</dd>
        <dt>{words('end.proposed-by')}</dt>
        <dd>{[end.by.name, end.by.title].filter(Boolean).join(', ')}</dd>
      </dl>
      {may.includes('END') ? (
        <KeyButton danger busy={act.busy.value} onPress={() => setAsks(true)}>
          {words('end.title')}
        </KeyButton>
      ) : (
        <p class="small">{words('end.another')}</p>
      )}
      {may.includes('DECLINE_END') ? (
        <>
          <Field label={words('end.decline.reason')} rows={2} maxLength={2000} value={reason} onInput={setReason} />
          <button type="button" class="quiet" disabled={act.busy.value || reason.trim() === ''} onClick={() => void act.run({ act: { action: 'DECLINE_END', reason }, revision: versions.revision })}>
            {words('end.decline')}
          </button>
        </>
      ) : null}
      {asks ? (
        <Confirm
          sentence={words('confirm.END', { code: versions.code, day: dayOnPaper(end.lastDay), n: open(versions) })}
          act={words('end.title')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ act: { action: 'END' }, revision: versions.revision })}
          onCancel={() => setAsks(false)}
        />
      ) : null}
    </section>
  );
}
