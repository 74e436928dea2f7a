import { signal } from '@preact/signals';
import { language, words } from '../words/words';

const ZONE = 'Asia/Ho_Chi_Minh';

/** How far the services' clock is ahead of this device, in milliseconds. The device's own clock decides nothing. */
const ahead = signal(0);

/** The legal time, moving once every half minute so that "2 h left" does not grow old. */
export const now = signal(Date.now());

setInterval(tick, 30_000);

function tick(): void {
  now.value = Date.now() + ahead.value;
}

let legalHeard = false;

/** Takes the time from an answer: of the legal clock where a service names it, until then of the server. */
export function hearClock(headers: Headers): void {
  const legal = headers.get('Legal-Time');
  const told = legal ?? (legalHeard ? null : headers.get('Date'));
  const at = told === null ? Number.NaN : Date.parse(told);
  if (Number.isNaN(at)) return;
  legalHeard ||= legal !== null;
  const difference = at - Date.now();
  if (Math.abs(difference - ahead.value) > 2_000) {
    ahead.value = difference;
    tick();
  }
}

interface LegalParts {
  day: string;
  hour: string;
  minute: string;
  date: string;
  month: string;
  year: string;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(at: string | number): LegalParts {
  const found = Object.fromEntries(format.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return {
    day: `${found['year']}-${found['month']}-${found['day']}`,
    hour: found['hour'] ?? '',
    minute: found['minute'] ?? '',
    date: found['day'] ?? '',
    month: found['month'] ?? '',
    year: found['year'] ?? '',
  };
}

/** A day as `2026-11-24`, written as on paper. */
export const plainDay = (day: string): string => day.split('-').reverse().join('/');

/** The legal day, YYYY-MM-DD. */
export const legalDay = (at: string | number): string => parts(at).day;

/** hh:mm dd/MM/yyyy, as official forms write it. */
export function onPaper(at: string): string {
  const p = parts(at);
  return `${p.hour}:${p.minute} ${p.date}/${p.month}/${p.year}`;
}

/** hh:mm. */
export function clockTime(at: string): string {
  const p = parts(at);
  return `${p.hour}:${p.minute}`;
}

/** "17:00 hôm nay", "10:05 ngày mai", else hh:mm dd/MM/yyyy. */
export function when(at: string): string {
  const time = clockTime(at);
  const day = legalDay(at);
  if (day === legalDay(now.value)) return words('time.today', { time });
  if (day === legalDay(now.value + 86_400_000)) return words('time.tomorrow', { time });
  if (day === legalDay(now.value - 86_400_000)) return words('time.yesterday', { time });
  return onPaper(at);
}

/** First instant of a legal day; Việt Nam keeps UTC+7 all year. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

/** The legal day so many calendar days later. */
export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** 20.000 in Vietnamese, 20,000 in English; in đồng. */
export const dong = (vnd: number): string =>
  `${new Intl.NumberFormat(language.value === 'vi' ? 'vi-VN' : 'en-GB').format(vnd)} đ`;
