import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { procedureName, unitName } from '../../api/names';
import { body, intake } from '../../api/services';
import type { Dossier, OtherDossier, Row } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { has } from '../../session/session';
import { onPaper } from '../../time/legal';
import { named, words } from '../../words/words';

/** Stages in which a dossier comes in: there the same matter is looked for unasked. */
const ENTRY = ['PREPARING', 'SUBMITTED', 'RECEIVED'];
const MOST = 20;
/** So many of the same matter are in sight, the rest with the other ones. */
const AT_ONCE = 3;

interface Others {
  items: OtherDossier[];
  next?: string | null;
}

/** The other dossiers of a dossier's owner; each look is noted. */
export function SamePerson({ dossier }: { dossier: Dossier }) {
  const unasked = has('reception') && ENTRY.includes(dossier.stage);
  const [asked, setAsked] = useState(unasked);
  const [open, setOpen] = useState(false);
  const live = useLive<Others>(
    asked ? `same ${dossier.id}` : null,
    (signal) => body(intake.GET('/api/intake/dossiers/{id}/same-person', { params: { path: { id: dossier.id }, query: { limit: MOST } }, signal })),
    3600,
  );
  const found = live.data.value;
  if (!asked) {
    return (
      <p>
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {words('same.look')}
        </button>
      </p>
    );
  }
  if (found === null) return <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} />;
  const same = found.items.filter((other) => other.sameMatter).slice(0, AT_ONCE);
  const others = found.items.filter((other) => !same.includes(other));
  return (
    <>
      {same.length > 0 ? (
        <div class="note" role="status">
          <p>{words('same.matter', { n: same.length })}</p>
          <OtherList others={same} />
        </div>
      ) : null}
      {others.length > 0 ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words('same.others', { n: found.next ? `${others.length}+` : others.length })}</summary>
          {open ? <OtherList others={others} /> : null}
        </details>
      ) : unasked || same.length > 0 ? null : (
        <p class="small">{words('same.none')}</p>
      )}
    </>
  );
}

const OtherList = ({ others }: { others: OtherDossier[] }) => (
  <ul class="plain">
    {others.map((other, n) => (
      <li key={other.id ?? n}>
        {other.id ? (
          <Link href={`/counter/${other.id}`}>
            <span class="code">{other.code ?? other.reference}</span> · {procedureName(other.procedureCode ?? '')}
          </Link>
        ) : (
          words('same.masked', { unit: unitName(other.receivingUnit), year: other.yearOpened })
        )}{' '}
        <span class="small">
          {named('stage', other.stage)}
          {other.receivedAt ? ` · ${onPaper(other.receivedAt)}` : ''}
        </span>
      </li>
    ))}
  </ul>
);

const OVER = ['RETURNED', 'REFUSED', 'STOPPED', 'ABANDONED'];
const ENOUGH = 8;
const PAUSE_MILLIS = 600;

/** While a dossier is being opened: open ones of the same number on the same procedure, which keep nobody from going on. */
export function SameMatterNote({ identifier, procedure }: { identifier: string; procedure: string }) {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    setRows([]);
    const typed = identifier.trim();
    if (typed.replace(/\s/g, '').length < ENOUGH || typed.length > 40) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      body(intake.POST('/api/intake/dossiers/search', { body: { identifier: typed, filters: { procedure }, limit: 10 } as never, signal: abort.signal }))
        .then((page) => setRows(page.items.filter((row) => row.endedAt === null && !OVER.includes(row.stage))))
        .catch(() => undefined);
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [identifier, procedure]);
  if (rows.length === 0) return null;
  return (
    <div class="note" role="status">
      <p>{words('same.matter', { n: rows.length })}</p>
      <ul class="plain">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={`/counter/${row.id}`}>
              <span class="code">{row.code ?? row.reference}</span> · {row.owner}
            </Link>{' '}
            <span class="small">{named('stage', row.stage)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
