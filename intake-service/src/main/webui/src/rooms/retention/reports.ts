import { body, processing } from '../../api/services';
import type { RetentionAnswer, RetentionItem, RetentionReport, RetentionRule } from '../../api/shapes';
import { legalDay, plainDay } from '../../time/legal';
import { named, words } from '../../words/words';

// What may be destroyed after its time, who said so, and what became of each item.

export interface Pages<T> {
  items: T[];
  next: string | null;
}

export const readRules = (signal: AbortSignal): Promise<RetentionRule[]> => body(processing.GET('/api/processing/retention/rules', { signal }));

/** The reports of a unit, newest first. */
export const readReports = async (unit: string, signal: AbortSignal, after?: string): Promise<Pages<RetentionReport>> => {
  const page = await body(processing.GET('/api/processing/retention/reports', { params: { query: { unit, after, limit: 20 } }, signal }));
  return { items: page.items, next: page.next ?? null };
};

export const readReport = (id: string, signal: AbortSignal): Promise<RetentionReport> =>
  body(processing.GET('/api/processing/retention/reports/{id}', { params: { path: { id } }, signal }));

/** What a report names, in its order: the first pages of it. */
export async function readItems(id: string, pages: number, signal: AbortSignal): Promise<Pages<RetentionItem>> {
  const items: RetentionItem[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(processing.GET('/api/processing/retention/reports/{id}/items', { params: { path: { id }, query: { after, limit: 100 } }, signal }));
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}

/** Counts what is over its time; destroys nothing. */
export const makeReport = (unit: string, key: string): Promise<RetentionReport> =>
  body(processing.POST('/api/processing/retention/reports', { headers: { 'Idempotency-Key': key }, body: { unit } }));

/** Approves what another reported, or declines it, with the ground. */
export const answerReport = (seen: RetentionReport, action: RetentionAnswer, ground: string, key: string): Promise<RetentionReport> =>
  body(
    processing.POST('/api/processing/retention/reports/{id}/actions', {
      params: { path: { id: seen.id } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${seen.revision}"` },
      body: { action, ground },
    }),
  );

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in the largest unit that leaves a number above one, with one decimal below ten. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: digits, minimumFractionDigits: 0 })} ${UNITS[unit]}`;
}

/** Whether the caller may decide on a report: an approver who did not make it, while it can be decided. */
export const mayDecide = (report: Pick<RetentionReport, 'state' | 'mine' | 'decideUntil'>, approver: boolean, today: string): boolean =>
  approver && report.state === 'MADE' && !report.mine && today <= report.decideUntil;

/** Why nobody presses here, as a sentence; null where there is nothing to explain. */
export function whyNot(report: Pick<RetentionReport, 'state' | 'mine' | 'decideUntil'>, approver: boolean, today: string): string | null {
  if (report.state !== 'MADE') return null;
  if (today > report.decideUntil) return words('retention.stale');
  if (report.mine) return words('retention.own');
  return approver ? null : words('retention.approver');
}

/** How far an approved report has come. */
export function progress(report: Pick<RetentionReport, 'items' | 'destroyed' | 'kept'>): { done: number; all: number; text: string } {
  const done = report.destroyed + report.kept;
  return { done, all: report.items, text: words('retention.progress', { n: done, all: report.items, destroyed: report.destroyed, kept: report.kept }) };
}

/** What became of one item, in a few words. */
export function outcome(item: Pick<RetentionItem, 'state' | 'reason'>): string {
  return item.state === 'KEPT' && item.reason ? `${named('retention.item', item.state)}: ${named('retention.because', item.reason)}` : named('retention.item', item.state);
}

/** How long a kind is kept, as its rule says. */
export const term = (rule: Pick<RetentionRule, 'years'>): string => (rule.years == null ? words('retention.forever') : words('retention.years', { n: rule.years }));

export const today = (at: number): string => legalDay(at);

export const day = (written: string): string => plainDay(written);
