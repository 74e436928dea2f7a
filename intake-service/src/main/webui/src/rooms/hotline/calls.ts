import { answered, body, notification } from '../../api/services';
import type { ComplaintHandOver, Feedback, FeedbackCandidate, FeedbackEntered, FeedbackEntry, FeedbackFigures, FeedbackFilter, FeedbackLine, FeedbackNotice, FeedbackReading, FeedbackState, HotlineLimits, HotlineLimitsWanted } from '../../api/shapes';
import { collected } from '../../parts/pages';

const PAGE = 30;
const REGISTER_PAGE = 100;

export interface Lines {
  items: FeedbackLine[];
  next: string | null;
}

/** The first pages of a list, together. */
export async function readLines(which: FeedbackFilter, state: FeedbackState | null, pages: number, signal: AbortSignal): Promise<Lines> {
  const found = await collected<FeedbackLine>(
    (after) => body(notification.GET('/api/notification/hotline/feedback', { params: { query: { which, state: state ?? undefined, limit: PAGE, after } }, signal })),
    pages,
  );
  return { items: found.items, next: found.next ?? null };
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

/** Puts a file with a feedback; its bytes are the body. */
export const attachTo = (id: string, etag: string, file: File, key: string) =>
  body(
    notification.POST('/api/notification/hotline/feedback/{id}/files', {
      params: { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
      headers: { 'Content-Type': file.type },
      body: file as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  );

/** The limits of a unit with the ETag to change them. */
export async function readLimits(unit: string, signal?: AbortSignal): Promise<{ limits: HotlineLimits; etag: string }> {
  const { data, etag } = await answered(notification.GET('/api/notification/hotline/limits/{unit}', { params: { path: { unit } }, signal }));
  return { limits: data, etag: etag ?? '' };
}

export const setLimits = (unit: string, etag: string, wanted: HotlineLimitsWanted): Promise<HotlineLimits> =>
  body(notification.PUT('/api/notification/hotline/limits/{unit}', { params: { path: { unit }, header: { 'If-Match': etag } }, body: wanted }));

export interface HandOverPage {
  items: ComplaintHandOver[];
  next?: string | null;
}

/** The first pages of the register of what left for its own track, together. */
export async function readHandOvers(pages: number, signal?: AbortSignal): Promise<HandOverPage> {
  return collected((after) => body(notification.GET('/api/notification/hotline/hand-overs', { params: { query: { limit: REGISTER_PAGE, after } }, signal })), pages);
}

export async function readReadings(pages: number, signal?: AbortSignal): Promise<{ items: FeedbackReading[]; next?: string | null }> {
  return collected((after) => body(notification.GET('/api/notification/hotline/readings', { params: { query: { limit: PAGE, after } }, signal })), pages);
}
