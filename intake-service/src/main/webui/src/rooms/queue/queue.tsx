import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { Case, QueueFigures, Row, Show, Why } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { StandingMark } from '../../parts/due';
import { Field, Pick, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded, ShowMore } from '../../parts/states';
import { say } from '../../parts/said';
import { has, officer, ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { hasWord, language, named, words } from '../../words/words';
import { since } from '../counter/lists';
import { rowsOf } from '../returns/returns';
import { AbsenceBox } from './absence';
import { chosenDepartment, chosenHolder, chosenShow } from './asked';
import { Bulk } from './bulk';
import { CaseDesk } from './case';
import { claimNext, readFigures, readQueue, type Asked } from './cases';
import { Elsewhere } from './elsewhere';
import { Raised } from './escalations';
import { AskedOfUs } from './opinions';
import { Routing } from './routing';
import { Stays } from './stays';
import { DEPARTMENTS } from './departments';
import { ShowBar } from './figures';

interface Queued {
  cases: Case[];
  rows: Record<string, Row>;
  next: string | null;
}

/** A department's cases, most urgent first. */
export function Queue({ id }: { id: string | null }) {
  if (id === 'routing') return <Routing />;
  if (id === 'elsewhere') return <Elsewhere />;
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
  const [channel, setChannel] = useState('');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const show = chosenShow.value;
  const holder = heads ? chosenHolder.value : null;
  const asked: Asked = {
    ...(show === 'ALL' ? {} : { show }),
    ...(holder ? { holder: holder.subject } : {}),
    ...(channel ? { channel } : {}),
    ...(search.trim() ? { q: search.trim() } : {}),
  };
  const key = `${unit} ${department} ${JSON.stringify(asked)}`;
  const live = useLive<Queued>(`queue ${pages} ${key}`, (abort) => read(unit, department, asked, pages, abort), 10);
  const figures = useLive<QueueFigures>(`figures ${unit} ${department}`, (abort) => readFigures(unit, department, abort), 10);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => setChosen(new Set()), [key]);

  const next = useAct<{ unit: string; department: string }, Case | null>(
    [department],
    (of, idempotencyKey) => claimNext(of.unit, of.department, idempotencyKey),
    (claimed) => {
      changed();
      if (claimed) navigate(`/queue/${claimed.id}`);
      else say(words('queue.none-free'));
    },
  );
  const give = () => void next.run({ unit, department });
  const look = (part: Show) => {
    setPages(1);
    chosenShow.value = part;
  };
  return (
    <section class="queue">
      <div class="head-line">
        <h1 ref={heading} tabIndex={-1}>
          {words('queue.title')} · {named('department', department)}
        </h1>
        {has('specialist') && department === officer.value?.department ? (
          <KeyButton shortcut="N" main busy={next.busy.value} onPress={give}>
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
            chosenHolder.value = null;
          }}
        />
      ) : null}
      <ProblemNote problem={next.problem.value} retry={give} close={next.clear} />
      <ShowBar figures={figures.data.value} show={show} onShow={look} />
      {holder ? (
        <p>
          {words('queue.only-holder', { who: holder.name })}{' '}
          <button type="button" class="quiet" onClick={() => (chosenHolder.value = null)}>
            {words('queue.everybody')}
          </button>
        </p>
      ) : null}
      <Filters channel={channel} onChannel={setChannel} search={search} onSearch={setSearch} />
      {has('specialist') && officer.value?.department ? (
        <AbsenceBox who={{ unit, department: officer.value.department, subject: null }} title={words('absence.mine')} />
      ) : null}
      <Loaded live={live} loading={words('list.loading')}>
        {(data) => (
          <>
            {has('director') ? (
              <Bulk
                unit={unit}
                department={department}
                chosen={data.cases.filter((one) => chosen.has(one.id))}
                onDone={(results) => setChosen(new Set(results.results.filter((each) => each.status !== 200).map((each) => each.id)))}
              />
            ) : null}
            {data.cases.length === 0 ? (
              <p class="empty">{words(data.next ? 'queue.not-yet' : Object.keys(asked).length > 0 ? 'queue.none-such' : 'queue.none')}</p>
            ) : (
              <CaseTable cases={data.cases} rows={data.rows} chosen={has('director') ? chosen : null} onChoose={setChosen} />
            )}
            <ShowMore next={data.next} onMore={() => setPages(pages + 1)} />
          </>
        )}
      </Loaded>
      <Raised unit={unit} />
      <AskedOfUs unit={unit} department={department} />
      <p>
        <Link href="/queue/elsewhere">{words('elsewhere.title')}</Link>
      </p>
      <Stays unit={unit} />
      {heads ? (
        <p>
          <Link href="/queue/routing">{words('routing.title')}</Link>
        </p>
      ) : null}
    </section>
  );
}

interface FiltersProps {
  channel: string;
  onChannel: (channel: string) => void;
  search: string;
  onSearch: (search: string) => void;
}

const CHANNELS = ['COUNTER', 'ONLINE', 'POST'] as const;

/** What is looked for; the search begins when it is sent, so that no half word is asked for. */
function Filters({ channel, onChannel, search, onSearch }: FiltersProps) {
  const [typed, setTyped] = useState(search);
  return (
    <details class="narrow" open={channel !== '' || search !== ''}>
      <summary>{words('queue.look-for')}</summary>
      <form
        class="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed);
        }}
      >
        <Field label={words('queue.search')} value={typed} onInput={setTyped} maxLength={100} hint={words('queue.search.hint')} />
        <Pick
          label={words('queue.channel')}
          value={channel}
          empty={words('queue.channel.any')}
          options={CHANNELS.map((value) => ({ value: value as string, label: named('channel', value) }))}
          onPick={onChannel}
        />
        <p class="row">
          <button type="submit" class="quiet">
            {words('queue.search.go')}
          </button>
          {search || channel ? (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                setTyped('');
                onSearch('');
                onChannel('');
              }}
            >
              {words('queue.search.clear')}
            </button>
          ) : null}
        </p>
      </form>
    </details>
  );
}

interface CaseTableProps {
  cases: Case[];
  rows: Record<string, Row>;
  /** Null where nothing is done with many at once. */
  chosen: ReadonlySet<string> | null;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

function CaseTable({ cases, rows, chosen, onChoose }: CaseTableProps) {
  const turn = (id: string, on: boolean) => {
    const after = new Set(chosen);
    if (on) after.add(id);
    else after.delete(id);
    onChoose(after);
  };
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
              {one.why ? <WhyFirst why={one.why} /> : null}
            </td>
            <td data-label={words('queue.dossier')}>
              {chosen && (one.state === 'OPEN' || one.state === 'CLAIMED') ? (
                <Tick checked={chosen.has(one.id)} onTick={(on) => turn(one.id, on)}>
                  <span class="small">{words('bulk.choose', { code: one.code ?? one.reference })}</span>
                </Tick>
              ) : null}
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

/** What the mark leaves open: how much of the time is used, and what brings the case before others that are due then. */
export function WhyFirst({ why }: { why: Why }) {
  const forward = why.forward.filter((each) => each.reason !== 'LONG_RUNNING');
  return (
    <>
      {why.usedPercent !== null && why.usedPercent < 100 ? <span class="small line">{words('queue.used', { n: why.usedPercent })}</span> : null}
      {forward.map((each) => (
        <span key={each.reason} class="small line">
          {named('queue.forward', each.reason)}
        </span>
      ))}
    </>
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

async function read(unit: string, department: string, asked: Asked, pages: number, abort: AbortSignal): Promise<Queued> {
  const cases: Case[] = [];
  let after: string | undefined;
  let next: string | null = null;
  for (let page = 0; page < pages; page++) {
    const read = await readQueue(unit, department, asked, abort, after);
    cases.push(...read.items);
    next = read.next;
    if (!next) break;
    after = next;
  }
  const ids = cases.map((one) => one.dossierId);
  return { cases, rows: await rowsOf(ids.slice(0, 100), abort), next };
}
