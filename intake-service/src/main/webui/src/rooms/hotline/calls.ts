import { answered, body, notification } from '../../api/services';
import type { Feedback, FeedbackCandidate, FeedbackEntered, FeedbackEntry, FeedbackFigures, FeedbackFilter, FeedbackLine, FeedbackNotice, FeedbackState } from '../../api/shapes';

const PAGE = 30;

export interface Lines {
  items: FeedbackLine[];
  next: string | null;
}

/** The first pages of a list, together. */
export async function readLines(which: FeedbackFilter, state: FeedbackState | null, pages: number, signal: AbortSignal): Promise<Lines> {
  const items: FeedbackLine[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await body(
      notification.GET('/api/notification/hotline/feedback', { params: { query: { which, state: state ?? undefined, limit: PAGE, after } }, signal }),
    );
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}

/** One feedback with the ETag an act needs. */
export async function readOne(id: string, signal?: AbortSignal): Promise<{ one: Feedback; etag: string }> {
  const { data, etag } = await answered(notification.GET('/api/notification/hotline/feedback/{id}', { params: { path: { id } }, signal }));
  return { one: data, etag: etag ?? '' };
}

export const actOn = (id: string, etag: string, act: Record<string, unknown>, key: string) =>
  body(
    notification.POST('/api/notification/hotline/feedback/{id}/actions', {
      params: { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
      body: act as never,
    }),
  );

export const enter = (entry: FeedbackEntry, key: string): Promise<FeedbackEntered> =>
  body(notification.POST('/api/notification/hotline/entries', { params: { header: { 'Idempotency-Key': key } }, body: entry }));

export const readCandidates = (feedback: string, signal: AbortSignal): Promise<FeedbackCandidate[]> =>
  body(notification.GET('/api/notification/hotline/officers', { params: { query: { feedback } }, signal }));

export const readFigures = (unit: string, signal: AbortSignal): Promise<FeedbackFigures> =>
  body(notification.GET('/api/notification/hotline/figures', { params: { query: { unit } }, signal }));

export const readNotices = async (signal: AbortSignal): Promise<FeedbackNotice[]> =>
  (await body(notification.GET('/api/notification/hotline/notices', { params: { query: { limit: 10 } }, signal }))).items;
