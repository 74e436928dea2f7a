import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { procedureName } from '../../api/names';
import { Problem, unreachable } from '../../api/problem';
import type { Row } from '../../api/shapes';
import { StandingMark } from '../../parts/due';
import { ProblemNote } from '../../parts/problem-note';
import { has, ownUnit } from '../../session/session';
import { onPaper } from '../../time/legal';
import { named, words } from '../../words/words';
import { RegisterOut } from './export';
import { NOTHING, type Asked } from './filters';
import { FilterForm } from './form';
import { linesOf, type Lines } from './lines';
import { Views } from './views';

/** What was asked last stays while other rooms are looked at, in this window alone. */
const asking = signal<Asked>(NOTHING);
const asked = signal<Asked>(NOTHING);

/** The register (form 07): look through, print, take out. */
export function Register() {
  const [lines, setLines] = useState<Lines | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const abort = useRef<AbortController | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  async function read(what: Asked, before: Lines | null): Promise<void> {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setBusy(true);
    setProblem(null);
    try {
      const found = await linesOf(what, before?.next ?? undefined, mine.signal);
      if (!mine.signal.aborted) setLines({ rows: [...(before?.rows ?? []), ...found.rows], next: found.next });
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Problem ? error : unreachable());
    } finally {
      if (!mine.signal.aborted) setBusy(false);
    }
  }

  function find(what: Asked): void {
    asked.value = what;
    setLines(null);
    void read(what, null);
  }

  useEffect(() => {
    heading.current?.focus();
    void read(asked.value, null);
    return () => abort.current?.abort();
  }, []);

  return (
    <section class="queue register">
      <h1 ref={heading} tabIndex={-1}>
        {words('room.register')}
      </h1>
      <FilterForm
        asked={asking.value}
        change={(what) => {
          asking.value = what;
        }}
        find={find}
        busy={busy}
        problem={problem}
      />
      <Views
        asked={asking.value}
        open={(what) => {
          asking.value = what;
          find(what);
        }}
      />
      <ProblemNote problem={problem} retry={() => void read(asked.value, lines)} close={() => setProblem(null)} />
      {lines ? <Table rows={lines.rows} /> : null}
      {busy ? (
        <p class="waiting" role="status">
          {words('list.loading')}
        </p>
      ) : lines ? (
        <More lines={lines} more={() => void read(asked.value, lines)} />
      ) : null}
      {has('reception', 'approver', 'director', 'auditor') ? <RegisterOut asked={asked.value} unit={asked.value.unit || ownUnit.value} /> : null}
    </section>
  );
}

function More({ lines, more }: { lines: Lines; more: () => void }) {
  if (lines.next) {
    return (
      <p class="row no-print" role="status">
        {words('register.so-far', { n: lines.rows.length })}
        <button type="button" class="quiet" onClick={more}>
          {words('register.more')}
        </button>
      </p>
    );
  }
  return <p role="status">{words(lines.rows.length === 0 ? 'register.none' : 'register.all', { n: lines.rows.length })}</p>;
}

function Table({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('register.column.code')}</th>
          <th scope="col">{words('register.column.what')}</th>
          <th scope="col">{words('register.column.received')}</th>
          <th scope="col">{words('register.column.due')}</th>
          <th scope="col">{words('register.column.stage')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label={words('register.column.code')}>
              <Link href={`/counter/${row.id}`} class="code">
                {row.code ?? row.reference}
              </Link>
            </td>
            <td data-label={words('register.column.what')}>
              <strong>{row.owner ?? '–'}</strong>
              <br />
              <span class="small">{procedureName(row.procedureCode)}</span>
            </td>
            <td data-label={words('register.column.received')}>
              {row.receivedAt ? onPaper(row.receivedAt) : '–'}
              <br />
              <span class="small">{named('channel', row.channel)}</span>
            </td>
            <td data-label={words('register.column.due')}>
              {row.due ? onPaper(row.due) : '–'}
              <br />
              <StandingMark
                due={row.due}
                paused={row.pausedSince !== null}
                ended={row.endedAt !== null}
                note={row.punctuality ? named('punctuality', row.punctuality) : null}
              />
              {row.supplements > 1 ? <span class="small"> {words('dossier.supplement.times', { n: row.supplements })}</span> : null}
            </td>
            <td data-label={words('register.column.stage')}>
              {named('stage', row.stage)}
              {row.department ? <span class="small"> {named('department', row.department)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
