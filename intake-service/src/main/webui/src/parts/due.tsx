import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { body, catalog } from '../api/services';
import { legalDay, now } from '../time/legal';
import { noDaysOff, standing, workingDaysLeft, type DaysOff, type Standing } from '../time/standing';
import { words, type Key } from '../words/words';

/** Days off of the years around today, read once; amber and "working days left" rest on them. */
export const daysOff = signal<DaysOff>(noDaysOff);
let asked = false;

async function readDaysOff(): Promise<void> {
  const year = Number(legalDay(now.value).slice(0, 4));
  const off = new Set<string>();
  const swapped = new Set<string>();
  for (const each of [year, year + 1]) {
    const calendar = await body(
      catalog.GET('/api/catalog/calendars/{area}/{year}', { params: { path: { area: 'VN', year: String(each) } } }),
    );
    for (const day of calendar.days) {
      (day.kind === 'WORKING_SWAP' ? swapped : off).add(day.date);
    }
  }
  daysOff.value = { off, swapped };
}

export function useDaysOff(): DaysOff {
  useEffect(() => {
    if (!asked) {
      asked = true;
      readDaysOff().catch(() => {
        asked = false;
      });
    }
  }, []);
  return daysOff.value;
}

const SHAPE: Record<Standing, string> = { left: '●', soon: '▲', late: '■', paused: '‖', ended: '✓', none: '○' };
const TONE: Record<Standing, string> = { left: 'ok', soon: 'soon', late: 'late', paused: 'rest', ended: 'rest', none: 'rest' };

/** How much is left, or how late, in the unit a person would say it in. */
export function remaining(due: string, at: number, days: DaysOff): string {
  const minutes = Math.round((Date.parse(due) - at) / 60_000);
  if (minutes < 0) {
    const over = -minutes;
    if (over < 60) return words('due.over.minutes', { n: over });
    if (over < 24 * 60) return words('due.over.hours', { n: Math.floor(over / 60) });
    return words('due.over.days', { n: Math.floor(over / 1440) });
  }
  if (minutes < 60) return words('due.in.minutes', { n: minutes });
  if (minutes < 12 * 60) return words('due.in.hours', { n: Math.floor(minutes / 60) });
  const left = workingDaysLeft(at, due, days);
  return left === 0 ? words('due.today') : words('due.in.days', { n: left });
}

interface StandingProps {
  due: string | null;
  paused: boolean;
  ended: boolean;
  /** Why it is paused, or how it ended. */
  note?: string | null;
}

/** Where a dossier stands against its date: shape, word, colour. */
export function StandingMark({ due, paused, ended, note }: StandingProps) {
  const days = useDaysOff();
  const at = standing({ due, paused, ended }, now.value, days);
  const running = at === 'left' || at === 'soon' || at === 'late';
  return (
    <span class={`mark ${TONE[at]}`}>
      <span aria-hidden="true">{SHAPE[at]}</span>{' '}
      {running && due ? remaining(due, now.value, days) : (note ?? words(`standing.${at}` as Key))}
    </span>
  );
}
