import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { Case, Row } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { StandingMark } from '../../parts/due';
import { Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { say } from '../../parts/said';
import { has, officer, ownUnit } from '../../session/session';
import { legalDay, now, when } from '../../time/legal';
import { hasWord, language, named, words } from '../../words/words';
import { since } from '../counter/lists';
import { rowsOf } from '../returns/returns';
import { CaseDesk } from './case';
import { claimNext, freeOnes, readQueue } from './cases';
import { DEPARTMENTS } from './departments';

interface Queued {
  cases: Case[];
  rows: Record<string, Row>;
  next: string | null;
}

const chosenDepartment = signal<string | null>(null);

/** A department's cases, most urgent first. */
export function Queue({ id }: { id: string | null }) {
  return id ? <CaseDesk key={id} id={id} /> : <QueueList />;
}

/** The counter's own people examine little: a head who sits there begins with the office. */
const ownQueue = (department: string | null | undefined): string => (department && department !== 'one-stop' ? department : 'office');

function QueueList() {
  const [, navigate] = useLocation();
  const unit = ownUnit.value;
  const heads = has('director', 'approver');
  const department = heads
    ? (chosenDepartment.value ?? ownQueue(officer.value?.department))
    : (officer.value?.department ?? 'office');
  const [pages, setPages] = useState(1);
  const live = useLive<Queued>(`queue ${unit} ${department} ${pages}`, (abort) => read(unit, department, pages, abort), 10);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const next = useAct<{ free: Case[] }, Case | null>(
    [department],
    ({ free }) => claimNext(free, () => crypto.randomUUID()),
    (claimed) => {
      changed();
      if (claimed) navigate(`/queue/${claimed.id}`);
      else say(words('queue.none-free'));
    },
  );
  const free = freeOnes(live.data.value?.cases ?? []);
  return (
    <section class="queue">
      <div class="head-line">
        <h1 ref={heading} tabIndex={-1}>
          {words('queue.title')} · {named('department', department)}
        </h1>
        {has('specialist') || free.length > 0 ? (
          <KeyButton
            shortcut="N"
            main
            busy={next.busy.value}
            onPress={() => (free.length > 0 ? void next.run({ free }) : say(words('queue.none-free')))}
          >
            {words('queue.next')}
          </KeyButton>
        ) : null}
      </div>
      {heads ? (
        <Pick
          label={words('queue.department')}
          value={department}
          options={DEPARTMENTS.map((value) => ({ value: value as string, label: named('department', value) }))}
          onPick={(picked) => {
            chosenDepartment.value = picked;
          }}
        />
      ) : null}
      <ProblemNote problem={next.problem.value} retry={() => void next.run({ free })} close={next.clear} />
      <Loaded live={live} loading={words('list.loading')}>
        {(data) =>
          data.cases.length === 0 ? (
            <p class="empty">{words('queue.none')}</p>
          ) : (
            <>
              <p class="figures">{figures(data.cases)}</p>
              <CaseTable cases={data.cases} rows={data.rows} />
              {data.next ? (
                <p>
                  <button type="button" class="quiet" onClick={() => setPages(pages + 1)}>
                    {words('queue.more')}
                  </button>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function figures(cases: Case[]): string {
  const today = legalDay(now.value);
  const running = cases.filter((one) => one.due !== null && one.state !== 'PAUSED');
  const late = running.filter((one) => Date.parse(one.due) < now.value).length;
  const due = running.filter((one) => legalDay(one.due) === today && Date.parse(one.due) >= now.value).length;
  return words('queue.figures', { open: cases.length, today: due, late });
}

function CaseTable({ cases, rows }: { cases: Case[]; rows: Record<string, Row> }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('queue.why')}</th>
          <th scope="col">{words('queue.dossier')}</th>
          <th scope="col">{words('queue.from')}</th>
          <th scope="col">{words('queue.due')}</th>
          <th scope="col">{words('queue.holder')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.id}>
            <td data-label={words('queue.why')}>
              <CaseMark one={one} />
            </td>
            <td data-label={words('queue.dossier')}>
              <Link href={`/queue/${one.id}`}>
                <span class="code">{one.code ?? one.reference}</span>
              </Link>
              <br />
              <span class="small row-name">{procedureOf(one)}</span>
              <Since row={rows[one.dossierId]} />
            </td>
            <td data-label={words('queue.from')}>{rows[one.dossierId]?.owner ?? '–'}</td>
            <td data-label={words('queue.due')}>{one.due && one.state !== 'PAUSED' ? when(one.due) : '–'}</td>
            <td data-label={words('queue.holder')}>
              {one.holder ? (one.holder.mine ? <strong>{words('queue.me')}</strong> : one.holder.name) : one.state === 'PROPOSED' ? null : words('queue.nobody')}
              {one.state === 'PROPOSED' ? <span class="line">{words('case.state.PROPOSED')}</span> : null}
              {one.pending ? <span class="small line">{words('queue.pending')}</span> : null}
              {one.extension ? <strong class="line">{words('queue.extension')}</strong> : null}
              {one.frozen ? <strong class="line">{words('queue.frozen')}</strong> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Since = ({ row }: { row: Row | undefined }) =>
  row ? (
    <>
      <span class="small line">{since(row)}</span>
    </>
  ) : null;

export const procedureOf = (one: Case): string =>
  (language.value === 'en' && one.procedure.nameEn) || one.procedure.nameVi || one.procedure.code;

export function CaseMark({ one }: { one: Case }) {
  const paused = one.state === 'PAUSED';
  const why = hasWord('queue.paused', one.stage) ? named('queue.paused', one.stage) : null;
  return (
    <StandingMark
      due={one.due}
      paused={paused}
      ended={one.state === 'DECIDED' || one.state === 'CLOSED'}
      note={paused ? `${words('standing.paused')}${why ? `, ${why}` : ''}` : null}
    />
  );
}

async function read(unit: string, department: string, pages: number, abort: AbortSignal): Promise<Queued> {
  const cases: Case[] = [];
  let after: string | undefined;
  let next: string | null = null;
  for (let page = 0; page < pages; page++) {
    const read = await readQueue(unit, department, abort, after);
    cases.push(...read.items);
    next = read.next;
    if (!next) break;
    after = next;
  }
  const ids = cases.map((one) => one.dossierId);
  return { cases, rows: await rowsOf(ids.slice(0, 100), abort), next };
}
