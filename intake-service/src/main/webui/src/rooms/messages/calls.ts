import { Problem } from '../../api/problem';
import { answered, body, notification } from '../../api/services';
import type { Delivery, Ringing, RingingWanted } from '../../api/shapes';

const PAGE = 30;

export interface Deliveries {
  items: Delivery[];
  next: string | null;
}

export interface Wished {
  ringing: Ringing;
  etag: string;
}

/** What is not there yet is null: a dossier that was not sent in is not known where messages are sent. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** What rings for a dossier, with the ETag to change it; in a frame, since a live reading has no null of its own. */
export async function readRinging(dossierId: string, signal?: AbortSignal): Promise<{ wished: Wished | null }> {
  const found = await orNull(answered(notification.GET('/api/notification/ringing/{dossierId}', { params: { path: { dossierId } }, signal })));
  return { wished: found ? { ringing: found.data, etag: found.etag ?? '' } : null };
}

export const setRinging = (dossierId: string, etag: string, wanted: RingingWanted): Promise<Ringing> =>
  body(notification.PUT('/api/notification/ringing/{dossierId}', { params: { path: { dossierId }, header: { 'If-Match': etag } }, body: wanted }));

/** The first pages of the deliveries of a dossier, together. */
export async function readDeliveries(dossier: string, pages: number, signal?: AbortSignal): Promise<Deliveries> {
  const items: Delivery[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await orNull(body(notification.GET('/api/notification/deliveries', { params: { query: { dossier, limit: PAGE, after } }, signal })));
    items.push(...(page?.items ?? []));
    if (!page?.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
