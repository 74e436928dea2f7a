import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, catalog } from '../../api/services';
import type { ImportObstacle, ImportRequest, ImportRun } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Field, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { named, words } from '../../words/words';
import { Obstacles } from './import';
import { dayOnPaper } from './plan';

interface ActsProps {
  run: ImportRun;
  take: (run: ImportRun) => void;
  reload: () => Promise<void>;
}

type Release = Extract<ImportRequest, { action: 'RELEASE' }>;

const NO_RELEASE = { effectiveFrom: '', decisionNumber: '', decisionDate: '', note: '', leaveOut: false };

/** The next act on what an import would publish: an editor submits it, another person releases it on a day, or not. */
export function ImportActs({ run, take, reload }: ActsProps) {
  const [reason, setReason] = useState('');
  const [release, setRelease] = useState(NO_RELEASE);
  const [asked, setAsked] = useState<Release | null>(null);
  const proposal = run.proposal;
  const act = useAct<{ request: ImportRequest; revision: number }, ImportRun>(
    [run.id],
    ({ request, revision }, key) =>
      body(
        catalog.POST('/api/catalog/imports/{id}/actions', {
          params: { path: { id: run.id }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"`, Prefer: 'respond-async' } },
          body: request,
        }),
      ),
    (after, { request }) => {
      setAsked(null);
      setReason('');
      take(after);
      changed();
      say(words('act.done', { act: named('import.action', request.action) }));
    },
  );
  if (!proposal || !run.finishedAt) return null;
  const may = proposal.allowedActions;
  const problem = act.problem.value;
  const told = problem?.slug === 'import-stale' ? (problem.members['obstacles'] as ImportObstacle[] | undefined) : undefined;
  const obstacles = told ?? proposal.obstacles;
  const send = (request: ImportRequest) => void act.run({ request, revision: proposal.revision });
  const day = release.effectiveFrom || run.effectiveFrom;
  const n = (run.counts?.added ?? 0) + (run.counts?.changed ?? 0) - (release.leaveOut ? obstacles.length : 0);
  return (
    <section class="act-form">
      <ProblemNote problem={asked ? null : problem} retry={act.again} reload={() => void act.renew(reload)} close={act.clear} />
      {run.phase === 'FAILED' ? <p class="error">{words('import.phase.FAILED')}</p> : null}
      {obstacles.length > 0 ? <Obstacles title={words('import.obstacles')} some={obstacles} /> : null}
      {may.includes('SUBMIT') ? (
        <>
          <Field label={words('import.reason')} rows={3} required maxLength={2000} value={reason} onInput={setReason} problem={problem?.at('/reason') ?? null} />
          <KeyButton main busy={act.busy.value || reason.trim() === ''} onPress={() => send({ action: 'SUBMIT', reason: reason.trim() })}>
            {named('import.action', 'SUBMIT')}
          </KeyButton>
        </>
      ) : null}
      {may.includes('DISCARD') ? (
        <KeyButton danger busy={act.busy.value} onPress={() => send({ action: 'DISCARD' })}>
          {named('import.action', 'DISCARD')}
        </KeyButton>
      ) : null}
      {may.includes('RELEASE') ? (
        <>
          <Field label={words('edit.from')} type="date" value={day} onInput={(effectiveFrom) => setRelease({ ...release, effectiveFrom })} problem={problem?.at('/effectiveFrom') ?? null} />
          <Field label={words('edit.decision.number')} maxLength={100} value={release.decisionNumber} onInput={(decisionNumber) => setRelease({ ...release, decisionNumber })} problem={problem?.at('/decisionNumber') ?? null} />
          <Field label={words('edit.decision.date')} type="date" value={release.decisionDate} onInput={(decisionDate) => setRelease({ ...release, decisionDate })} problem={problem?.at('/decisionDate') ?? null} />
          <Field label={words('import.note')} rows={2} maxLength={2000} value={release.note} onInput={(note) => setRelease({ ...release, note })} />
          {obstacles.length > 0 ? (
            <Tick checked={release.leaveOut} onTick={(leaveOut) => setRelease({ ...release, leaveOut })}>
              {words('import.leave-out')}
            </Tick>
          ) : null}
          <KeyButton main busy={act.busy.value} onPress={() => setAsked(releaseOf(release, day))}>
            {named('import.action', 'RELEASE')}
          </KeyButton>
        </>
      ) : proposal.state === 'SUBMITTED' ? (
        <p class="small">{words('import.another')}</p>
      ) : null}
      {may.includes('DECLINE') ? (
        <>
          <Field label={words('import.decline.reason')} rows={2} maxLength={2000} value={reason} onInput={setReason} />
          <button type="button" class="quiet" disabled={act.busy.value || reason.trim() === ''} onClick={() => send({ action: 'DECLINE', reason: reason.trim() })}>
            {named('import.action', 'DECLINE')}
          </button>
        </>
      ) : null}
      {asked ? (
        <Confirm
          sentence={words('confirm.RELEASE', { n, day: dayOnPaper(day) })}
          act={named('import.action', 'RELEASE')}
          busy={act.busy.value}
          problem={problem}
          onConfirm={() => send(asked)}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </section>
  );
}

/** What is left empty is not sent. */
export function releaseOf(said: typeof NO_RELEASE, day: string): Release {
  const { decisionNumber, decisionDate, note, leaveOut } = said;
  return {
    action: 'RELEASE',
    effectiveFrom: day,
    leaveOut,
    ...(decisionNumber.trim() ? { decisionNumber: decisionNumber.trim() } : {}),
    ...(decisionDate ? { decisionDate } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  } as Release;
}
