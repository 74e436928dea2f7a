import { Link } from 'wouter-preact';
import { useLive } from '../api/live';
import { body, intake } from '../api/services';
import type { Row } from '../api/shapes';
import { has, ownUnit } from '../session/session';
import { legalDay, now, plusDays, startOfDay } from '../time/legal';
import { words } from '../words/words';

const MOST = 100;

interface Day {
  received: string;
  decided: string;
  returned: string;
  late: string;
  dueToday: string;
}

/** The counter's day, from the register alone: what was received, decided and returned, what is late, what is due. */
export function DayStrip() {
  const unit = ownUnit.value;
  const sees = has('reception', 'cashier', 'approver', 'director', 'auditor');
  const live = useLive<Day>(sees && unit ? `day ${unit}` : null, (signal) => read(unit, signal), 30);
  const day = live.data.value;
  if (!sees) return null;
  return (
    <section class="day" aria-label={words('day.title')}>
      <span class="day-name">{words('day.title')}</span>
      <Figure value={day?.received} word={words('day.received')} />
      <Figure value={day?.decided} word={words('day.decided')} />
      <Figure value={day?.returned} word={words('day.returned')} />
      <Link href="/due" class={day && day.late !== '0' ? 'figure late' : 'figure'}>
        <strong>{day?.late ?? '…'}</strong> {words('day.late')}
      </Link>
      <Link href="/due" class="figure">
        <strong>{day?.dueToday ?? '…'}</strong> {words('day.due')}
      </Link>
    </section>
  );
}

const Figure = ({ value, word }: { value: string | undefined; word: string }) => (
  <span class="figure">
    <strong>{value ?? '…'}</strong> {word}
  </span>
);

/** Everything of the unit that is due before an instant and runs, most urgent first. */
export const dueBefore = async (unit: string, instant: string, signal: AbortSignal): Promise<Row[]> =>
  (
    await body(
      intake.GET('/api/intake/dossiers', { params: { query: { unit, dueBefore: instant, limit: MOST } }, signal }),
    )
  ).items;

async function read(unit: string, signal: AbortSignal): Promise<Day> {
  const today = legalDay(now.value);
  const page = async (stage?: string) =>
    (await body(intake.GET('/api/intake/dossiers', { params: { query: { unit, stage, limit: MOST } }, signal }))).items;
  const [newest, decided, returned, due] = await Promise.all([
    page(),
    page('DECIDED'),
    page('RETURNED'),
    dueBefore(unit, startOfDay(plusDays(today, 1)), signal),
  ]);
  const isToday = (at: string | null) => at !== null && legalDay(at) === today;
  const received = newest.filter((row) => row.receivingUnit === unit && isToday(row.receivedAt));
  const late = due.filter((row) => Date.parse(row.due) < now.value);
  return {
    received: count(received.length, newest.length === MOST),
    decided: count(
      [...decided, ...returned].filter((row) => isToday(row.endedAt)).length,
      decided.length === MOST || returned.length === MOST,
    ),
    returned: count(returned.filter((row) => isToday(row.stageSince)).length, returned.length === MOST),
    late: count(late.length, due.length === MOST),
    dueToday: count(due.length - late.length, due.length === MOST),
  };
}

/** A figure read from one page says when there may be more. */
const count = (n: number, more: boolean): string => (more ? words('day.more', { n }) : String(n));
