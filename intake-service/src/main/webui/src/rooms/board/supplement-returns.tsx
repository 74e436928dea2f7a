import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { body, processing } from '../../api/services';
import type { SupplementFigures, SupplementReturn } from '../../api/shapes';
import { Field } from '../../parts/field';
import { Loaded, ShowMore } from '../../parts/states';
import { legalDay, now, when } from '../../time/legal';
import { named, words } from '../../words/words';

const PAGE = 30;

/** Legal days, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Whose returns are counted: everybody's, a department's, or an officer's in one. */
interface Whose {
  department?: string;
  officer?: string;
  name: string;
}

interface Counted extends Whose {
  /** Whether they can be asked for: of returns before it was noted nobody knows the officer. */
  known: boolean;
  all: number;
  lateReturn: number;
  lateTelling: number;
}

interface Behind {
  whose: Whose;
  late: boolean;
}

/** The month so far. */
export function monthOf(day: string): Span {
  return { from: `${day.slice(0, 7)}-01`, to: day };
}

export const inOrder = ({ from, to }: Span): boolean => from !== '' && to !== '' && from <= to;

/** How well incomplete dossiers are returned: the unit, each department with its officers, and the dossiers behind each figure. */
export function SupplementReturns({ unit }: { unit: string }) {
  const [span, setSpan] = useState<Span>(() => monthOf(legalDay(now.value)));
  const [behind, setBehind] = useState<Behind | null>(null);
  const asked = inOrder(span);
  const live = useLive<SupplementFigures>(
    asked ? `supplement-figures ${unit} ${span.from} ${span.to}` : null,
    (signal) => body(processing.GET('/api/processing/units/{unit}/supplement-returns/figures', { params: { path: { unit }, query: span }, signal })),
    60,
  );
  const change = (next: Partial<Span>) => {
    setBehind(null);
    setSpan({ ...span, ...next });
  };
  return (
    <section aria-label={words('supplements.title')}>
      <h2>{words('supplements.title')}</h2>
      <p class="small">{words('supplements.hint')}</p>
      <div class="row">
        <Field label={words('supplements.from')} type="date" value={span.from} onInput={(from) => change({ from })} />
        <Field
          label={words('supplements.to')}
          type="date"
          value={span.to}
          onInput={(to) => change({ to })}
          problem={asked ? null : words('supplements.span')}
        />
      </div>
      {asked ? (
        <Loaded live={live} loading={words('list.loading')}>
          {(figures) => (figures.all === 0 ? <p class="empty">{words('supplements.none')}</p> : <ReturnTable figures={figures} onPress={setBehind} />)}
        </Loaded>
      ) : null}
      {asked && behind ? (
        <BehindList key={`${behind.late} ${behind.whose.department} ${behind.whose.officer}`} unit={unit} span={span} behind={behind} close={() => setBehind(null)} />
      ) : null}
    </section>
  );
}

/** The unit first, then each department followed by its officers. */
export function rowsOf(figures: SupplementFigures): Counted[] {
  const rows: Counted[] = [{ known: true, name: words('supplements.unit'), all: figures.all, lateReturn: figures.lateReturn, lateTelling: figures.lateTelling }];
  for (const one of figures.departments) {
    rows.push({ known: true, department: one.department, name: named('department', one.department), all: one.all, lateReturn: one.lateReturn, lateTelling: one.lateTelling });
    for (const each of figures.officers.filter((officer) => officer.department === one.department)) {
      rows.push({
        known: each.subject !== null,
        department: one.department,
        officer: each.subject ?? undefined,
        name: each.name ?? each.subject ?? words('supplements.nobody'),
        all: each.all,
        lateReturn: each.lateReturn,
        lateTelling: each.lateTelling,
      });
    }
  }
  return rows;
}

export function ReturnTable({ figures, onPress }: { figures: SupplementFigures; onPress: (behind: Behind) => void }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('supplements.who')}</th>
          <th scope="col">{words('supplements.all')}</th>
          <th scope="col">{words('supplements.late-return')}</th>
          <th scope="col">{words('supplements.late-telling')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(figures).map((row) => {
          const press = (late: boolean) => (row.known ? () => onPress({ whose: row, late }) : null);
          return (
            <tr key={`${row.department} ${row.officer} ${row.name}`}>
              <th scope="row">{row.name}</th>
              <td data-label={words('supplements.all')}>
                <Press n={row.all} label={`${words('supplements.all')}, ${row.name}`} onPress={press(false)} />
              </td>
              <td data-label={words('supplements.late-return')}>
                <Press n={row.lateReturn} all={row.all} label={`${words('supplements.late-return')}, ${row.name}`} onPress={press(true)} />
              </td>
              <td data-label={words('supplements.late-telling')}>
                <Press n={row.lateTelling} all={row.all} label={`${words('supplements.late-telling')}, ${row.name}`} onPress={press(true)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A figure that opens what it counts; with {@code all} it is a share, and late. */
function Press({ n, all, label, onPress }: { n: number; all?: number; label: string; onPress: (() => void) | null }) {
  const text = all === undefined ? `${n}` : words('supplements.of', { n, all });
  if (n === 0 || onPress === null) return <>{text}</>;
  return (
    <button type="button" class={all === undefined ? 'quiet show' : 'quiet show late'} aria-label={`${text} ${label}`} onClick={onPress}>
      <strong>{text}</strong>
    </button>
  );
}

function BehindList({ unit, span, behind, close }: { unit: string; span: Span; behind: Behind; close: () => void }) {
  const { whose, late } = behind;
  const [pages, setPages] = useState(1);
  const live = useLive<{ items: SupplementReturn[]; next: string | null }>(
    `supplement-returns ${unit} ${span.from} ${span.to} ${whose.department} ${whose.officer} ${late} ${pages}`,
    (signal) => read(unit, { ...span, department: whose.department, officer: whose.officer, late }, pages, signal),
    60,
  );
  return (
    <section>
      <h3>{late ? words('supplements.behind.late', { who: whose.name }) : words('supplements.behind.all', { who: whose.name })}</h3>
      <Loaded live={live} loading={words('list.loading')}>
        {(found) => (
          <>
            {found.items.length === 0 ? <p class="empty">{words(late ? 'supplements.none.late' : 'supplements.none')}</p> : null}
            <ul class="plain rows">
              {found.items.map((one) => (
                <ReturnRow key={one.id} one={one} />
              ))}
            </ul>
            <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
          </>
        )}
      </Loaded>
      <p>
        <button type="button" class="quiet" onClick={close}>
          {words('problem.close')}
        </button>
      </p>
    </section>
  );
}

export function ReturnRow({ one }: { one: SupplementReturn }) {
  const returned = { at: when(one.returnedAt), by: when(one.returnBy) };
  return (
    <li class="row">
      <Link href={`/history/${one.dossierId}`} class="row-link">
        <strong>{one.code}</strong>
        <span class="row-name">
          {named('department', one.department)} · {one.returnedBy ?? words('supplements.nobody')}
        </span>
        <span class="small">
          <span class={one.lateReturn ? 'late' : undefined}>
            {one.lateReturn ? `■ ${words('supplements.returned.late', returned)}` : words('supplements.returned', returned)}
          </span>{' '}
          · <span class={one.lateTelling ? 'late' : undefined}>{told(one)}</span>
        </span>
      </Link>
    </li>
  );
}

function told(one: SupplementReturn): string {
  const by = when(one.tellBy);
  if (one.toldAt === null) return one.lateTelling ? `■ ${words('supplements.untold.late', { by })}` : words('supplements.untold', { by });
  const at = when(one.toldAt);
  return one.lateTelling ? `■ ${words('supplements.told.late', { at, by })}` : words('supplements.told', { at, by });
}

async function read(
  unit: string,
  asked: Span & { department?: string; officer?: string; late: boolean },
  pages: number,
  signal: AbortSignal,
): Promise<{ items: SupplementReturn[]; next: string | null }> {
  const items: SupplementReturn[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(
      processing.GET('/api/processing/units/{unit}/supplement-returns', {
        params: { path: { unit }, query: { ...asked, limit: PAGE, after } },
        signal,
      }),
    );
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
