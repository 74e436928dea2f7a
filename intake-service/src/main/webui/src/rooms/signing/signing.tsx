import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { changed, useLive } from '../../api/live';
import type { Case, Row } from '../../api/shapes';
import { Confirm } from '../../parts/confirm';
import { FileView } from '../../parts/file-view';
import { Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded, ShowMore } from '../../parts/states';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { CaseMark, procedureOf } from '../queue/queue';
import { readCase, readProposals, signCase } from '../queue/cases';
import { rowsOf } from '../returns/returns';
import { Batch, PRINTED_MOST, printable, printPath, type Signed } from './batch';
import { requestFor } from './certify';
import { Registers } from './registers';
import { SignDesk } from './sign';

interface Proposals {
  cases: Case[];
  rows: Record<string, Row>;
  next: string | null;
}

/** What was laid before the approver, whichever department proposed it; the earliest due first. */
export function Signing({ id }: { id: string | null }) {
  const [, navigate] = useLocation();
  const [pages, setPages] = useState(1);
  const live = useLive<Proposals>(`signing ${pages}`, (signal) => read(pages, signal), 10);
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<Case[]>([]);
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [signed, setSigned] = useState<Signed[]>([]);
  // whose they are, also of those that have left the list
  const rows = useRef<Record<string, Row>>({});
  Object.assign(rows.current, live.data.value?.rows);
  const batch = useMemo(() => new Batch(async (seen, key) => signCase(seen, await requestFor(seen), key)), []);
  useEffect(() => heading.current?.focus(), [id]);

  /** One request per result, each with its own answer; what nobody answered stays chosen. */
  async function signAll(): Promise<void> {
    setBusy(true);
    // tried again: what was signed before belongs to the same batch
    setSigned(signed.some(({ one, problem }) => problem?.passing && chosen.some((each) => each.id === one.id)) ? signed.filter(({ result }) => result !== null) : []);
    const all = await batch.run(chosen, (each) => setSigned((before) => [...before, each]));
    setBusy(false);
    setAsks(false);
    setChosen(all.filter((each) => each.problem?.passing).map((each) => each.one));
    changed();
  }

  return (
    <div class={id ? 'split signing open' : 'split signing'}>
      <section>
        <h1 ref={heading} tabIndex={-1}>
          {words('signing.title')}
        </h1>
        <Outcomes signed={signed} busy={busy} rows={rows.current} close={() => setSigned([])} />
        <Loaded live={live} loading={words('list.loading')}>
          {(data) =>
            data.cases.length === 0 ? (
              <p class="empty">{words('signing.none')}</p>
            ) : (
              <ProposalList data={data} id={id} chosen={chosen} choose={setChosen} more={() => setPages(pages + 1)} sign={() => setAsks(true)} />
            )
          }
        </Loaded>
        <Registers />
      </section>
      {id ? <SignOne key={id} id={id} onGone={() => navigate('/signing')} /> : null}
      {asks ? (
        <Confirm
          sentence={`${words('confirm.DECIDE.batch', { n: chosen.length })} ${words('signing.declaration')}`}
          act={words('signing.batch', { n: chosen.length })}
          busy={busy}
          problem={null}
          onConfirm={() => (busy ? undefined : void signAll())}
          onCancel={() => (busy ? undefined : setAsks(false))}
        />
      ) : null}
    </div>
  );
}

interface ProposalListProps {
  data: Proposals;
  id: string | null;
  /** As they were when they were chosen: what changes after that is not signed unseen. */
  chosen: Case[];
  choose: (chosen: Case[]) => void;
  more: () => void;
  sign: () => void;
}

function ProposalList({ data, id, chosen, choose, more, sign }: ProposalListProps) {
  const signable = data.cases.filter((one) => one.allowedActions.includes('DECIDE'));
  const isChosen = (one: Case) => chosen.some((each) => each.id === one.id);
  return (
    <>
      {signable.length > 1 ? (
        <Tick checked={signable.every(isChosen)} onTick={(on) => choose(on ? signable : [])}>
          {words('signing.all')}
        </Tick>
      ) : null}
      <ul class="plain rows">
        {data.cases.map((one) => (
          <li key={one.id} class="sign-row">
            {one.allowedActions.includes('DECIDE') ? (
              <Tick
                checked={isChosen(one)}
                onTick={(on) => choose(on ? [...chosen, one] : chosen.filter((each) => each.id !== one.id))}
              >
                <span class="visually-hidden">{words('signing.select', { code: one.code ?? one.reference })}</span>
              </Tick>
            ) : null}
            <Link href={`/signing/${one.id}`} class="row-link" aria-current={one.id === id ? 'true' : undefined}>
              <strong>{data.rows[one.dossierId]?.owner ?? one.reference}</strong>
              <span class="row-name">{procedureOf(one)}</span>
              <span class="small">
                <CaseMark one={one} /> · {one.code ?? one.reference} · {named('decision', one.proposal?.decisionKind)}
                {one.proposal ? ` · ${words('signing.proposed-by', { who: one.proposal.name, at: when(one.proposal.at) })}` : ''}
                {one.pending ? ` · ${words('queue.pending')}` : ''}
                {one.frozen ? ` · ${words('queue.frozen')}` : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <ShowMore next={data.next} onMore={more} />
      {chosen.length > 0 ? (
        <p>
          <button type="button" class="main" onClick={sign}>
            {words('signing.batch', { n: chosen.length })}
          </button>
        </p>
      ) : null}
    </>
  );
}

interface OutcomesProps {
  signed: Signed[];
  /** While the batch is under way nothing is printed of it. */
  busy: boolean;
  rows: Record<string, Row>;
  close: () => void;
}

/** One result per item; it stays when the item has left the list. What was signed can be printed together. */
export function Outcomes({ signed, busy, rows, close }: OutcomesProps) {
  const [printed, setPrinted] = useState<string | null>(null);
  useEffect(() => {
    if (busy) setPrinted(null);
  }, [busy]);
  const parts = busy ? [] : printable(signed);
  if (signed.length === 0) return null;
  return (
    <section class="outcomes" aria-label={words('signing.outcomes')}>
      <h2>{words('signing.outcomes')}</h2>
      <ul class="plain" role="status">
        {signed.map(({ one, problem }) => (
          <li key={one.id}>
            <span class={problem ? 'late' : 'ok'}>
              {problem ? '■' : '✓'} {one.code ?? one.reference}
              {rows[one.dossierId]?.owner ? ` · ${rows[one.dossierId]?.owner}` : ''} · {problem ? words('signing.row.failed') : words('signing.row.done')}
            </span>
            <ProblemNote problem={problem} history={`/desk/history/${one.dossierId}`} />
          </li>
        ))}
      </ul>
      <p class="row">
        {parts.map((results, n) => (
          <button key={results[0]} type="button" onClick={() => setPrinted(printPath(results))}>
            {parts.length === 1
              ? words('signing.print', { n: results.length })
              : words('signing.print.part', { from: n * PRINTED_MOST + 1, to: n * PRINTED_MOST + results.length })}
          </button>
        ))}
        <button type="button" class="quiet" onClick={close}>
          {words('problem.close')}
        </button>
      </p>
      {printed ? <FileView key={printed} path={printed} label={words('signing.printed')} print /> : null}
    </section>
  );
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

async function read(pages: number, signal: AbortSignal): Promise<Proposals> {
  const cases: Case[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages; page++) {
    const read = await readProposals(signal, next ?? undefined);
    cases.push(...read.items);
    next = read.next;
    if (!next) break;
  }
  return { cases, rows: await rowsOf(cases.map((one) => one.dossierId).slice(0, 100), signal), next };
}
