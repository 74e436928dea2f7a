import { legalDay, plusDays } from './legal';

/** Where a dossier stands against its date: each has a word, a shape and a colour of its own. */
export type Standing = 'left' | 'soon' | 'late' | 'paused' | 'ended' | 'none';

/** Days off and working swap days of the calendar; without them every weekday works. */
export interface DaysOff {
  off: ReadonlySet<string>;
  swapped: ReadonlySet<string>;
}

export const noDaysOff: DaysOff = { off: new Set(), swapped: new Set() };

export function isWorkingDay(day: string, days: DaysOff): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return days.swapped.has(day) || (weekday !== 0 && weekday !== 6 && !days.off.has(day));
}

/** Working days after today up to and with the day of the date; 0 when it is today. */
export function workingDaysLeft(now: number, due: string, days: DaysOff): number {
  const last = legalDay(due);
  let day = legalDay(now);
  let left = 0;
  while (day < last && left < 400) {
    day = plusDays(day, 1);
    if (isWorkingDay(day, days)) left++;
  }
  return left;
}

/** Amber within two working days, as the look asks for. */
export function standing(
  clock: { due: string | null; paused: boolean; ended: boolean },
  now: number,
  days: DaysOff,
): Standing {
  if (clock.ended) return 'ended';
  if (clock.paused) return 'paused';
  if (!clock.due) return 'none';
  if (Date.parse(clock.due) < now) return 'late';
  return workingDaysLeft(now, clock.due, days) <= 2 ? 'soon' : 'left';
}
