import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { changed, useLive } from '../../api/live';
import { Problem } from '../../api/problem';
import type { Case, Row } from '../../api/shapes';
import { Confirm } from '../../parts/confirm';
import { FileView } from '../../parts/file-view';
import { Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { CaseMark, procedureOf } from '../queue/queue';
import { actOnCase, readCase, readQueue } from '../queue/cases';
import { DEPARTMENTS } from '../queue/departments';
import { rowsOf } from '../returns/returns';
import { SignDesk } from './sign';

interface Proposals {
  cases: Case[];
  rows: Record<string, Row>;
}

type Outcome = 'done' | Problem;

/** What was laid before the approver, most urgent first. */
export function Signing({ id }: { id: string | null }) {
  const unit = ownUnit.value;
  const [, navigate] = useLocation();
  const live = useLive<Proposals>(`signing ${unit}`, (signal) => read(unit, signal), 10);
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const keys = useRef(new Map<string, string>());
  useEffect(() => heading.current?.focus(), [id]);

  /** One request per result, each with its own answer in its own row. */
  async function signAll(): Promise<void> {
    setBusy(true);
    const signed = (live.data.value?.cases ?? []).filter((one) => chosen.includes(one.id));
    for (const one of signed) {
      const key = keys.current.get(one.id) ?? crypto.randomUUID();
      keys.current.set(one.id, key);
      let outcome: Outcome = 'done';
      try {
        await actOnCase(one, { action: 'DECIDE' }, key);
        keys.current.delete(one.id);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome = error;
        if (!error.passing) keys.current.delete(one.id);
      }
      setOutcomes((before) => ({ ...before, [one.id]: outcome }));
    }
    setBusy(false);
    setAsks(false);
    setChosen([]);
    changed();
  }

  const gone = () => navigate('/signing');
  return (
    <div class={id ? 'split signing open' : 'split signing'}>
      <section>
        <h1 ref={heading} tabIndex={-1}>
          {words('signing.title')}
        </h1>
        <Loaded live={live} loading={words('list.loading')}>
          {(data) =>
            data.cases.length === 0 ? (
              <p class="empty">{words('signing.none')}</p>
            ) : (
              <>
                <ul class="plain rows">
                  {data.cases.map((one) => (
                    <li key={one.id} class="sign-row">
                      {one.allowedActions.includes('DECIDE') ? (
                        <Tick
                          checked={chosen.includes(one.id)}
                          onTick={(on) => setChosen(on ? [...chosen, one.id] : chosen.filter((each) => each !== one.id))}
                        >
                          <span class="visually-hidden">{words('signing.select', { code: one.code ?? one.reference })}</span>
                        </Tick>
                      ) : null}
                      <Link href={`/signing/${one.id}`} class="row-link" aria-current={one.id === id ? 'true' : undefined}>
                        <strong>{data.rows[one.dossierId]?.owner ?? one.reference}</strong>
                        <span class="row-name">{procedureOf(one)}</span>
                        <span class="small">
                          <CaseMark one={one} /> · {one.code ?? one.reference} · {named('decision', one.proposal?.decisionKind)}
                          {one.pending ? ` · ${words('queue.pending')}` : ''}
                        </span>
                      </Link>
                      <RowOutcome outcome={outcomes[one.id]} />
                    </li>
                  ))}
                </ul>
                {chosen.length > 0 ? (
                  <p>
                    <button type="button" class="main" onClick={() => setAsks(true)}>
                      {words('signing.batch', { n: chosen.length })}
                    </button>
                  </p>
                ) : null}
              </>
            )
          }
        </Loaded>
      </section>
      {id ? <SignOne key={id} id={id} onGone={gone} /> : null}
      {asks ? (
        <Confirm
          sentence={words('confirm.DECIDE.batch', { n: chosen.length })}
          act={words('signing.batch', { n: chosen.length })}
          busy={busy}
          problem={null}
          onConfirm={() => void signAll()}
          onCancel={() => setAsks(false)}
        />
      ) : null}
    </div>
  );
}

function RowOutcome({ outcome }: { outcome: Outcome | undefined }) {
  if (!outcome) return null;
  return outcome === 'done' ? <p class="ok">✓ {words('signing.row.done')}</p> : <ProblemNote problem={outcome} />;
}

function SignOne({ id, onGone }: { id: string; onGone: () => void }) {
  const live = useLive<Case>(`case ${id}`, (signal) => readCase(id, signal), (one) => (one === null || one.pending ? 2 : 15));
  return (
    <>
      <section class="result-view" aria-label={words('signing.result')}>
        <h2>{words('signing.result')}</h2>
        <Loaded live={live}>
          {(one) => {
            const result = one.draftResult ?? one.result;
            return (
              <>
                <p class="small">
                  {one.proposal
                    ? words('case.proposed', { who: one.proposal.name, at: when(one.proposal.at), kind: named('decision', one.proposal.decisionKind) })
                    : named('case.state', one.state)}
                </p>
                {result ? <FileView path={`/api/processing/results/${result}`} label={words('signing.result')} /> : <p class="empty">{words('case.result.none')}</p>}
              </>
            );
          }}
        </Loaded>
      </section>
      {live.data.value ? (
        <SignDesk
          one={live.data.value}
          refresh={() => live.refresh()}
          take={(after) => live.set(after)}
          onGone={onGone}
        />
      ) : null}
    </>
  );
}

/** Proposals lie in the queues of all departments; there is no list across them. */
async function read(unit: string, signal: AbortSignal): Promise<Proposals> {
  const queues = await Promise.all(DEPARTMENTS.map((department) => readQueue(unit, department, signal)));
  const cases = queues
    .flatMap((queue) => queue.items)
    .filter((one) => one.state === 'PROPOSED')
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  return { cases, rows: await rowsOf(cases.map((one) => one.dossierId).slice(0, 100), signal) };
}
