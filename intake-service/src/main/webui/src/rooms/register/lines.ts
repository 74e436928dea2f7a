import { body, intake } from '../../api/services';
import type { Row } from '../../api/shapes';
import { filtersOf, type Asked } from './filters';

/** Lines read so far; `next` goes on, `looked` tells that there may be more although few were found. */
export interface Lines {
  rows: Row[];
  next: string | null;
}

const LINES = 50;
/** Where little fits of much, a page is short: so many are read before the officer is asked whether to look on. */
const PAGES_AT_ONCE = 8;

async function page(asked: Asked, after: string | undefined, signal: AbortSignal): Promise<{ items: Row[]; next?: string | null }> {
  const filters = filtersOf(asked);
  const name = asked.name.trim();
  if (name) {
    return body(intake.POST('/api/intake/dossiers/search', { body: { name, filters, after, limit: LINES } as never, signal }));
  }
  return body(intake.GET('/api/intake/dossiers', { params: { query: { ...filters, after, limit: LINES } as never }, signal }));
}

/** The next lines after a cursor; the first ones without. */
export async function linesOf(asked: Asked, after: string | undefined, signal: AbortSignal): Promise<Lines> {
  const rows: Row[] = [];
  let next = after;
  for (let n = 0; n < PAGES_AT_ONCE; n++) {
    const found = await page(asked, next, signal);
    rows.push(...found.items);
    next = found.next ?? undefined;
    if (!next || rows.length >= LINES / 2) break;
  }
  return { rows, next: next ?? null };
}
