import { body, bodyOrNothing, processing } from '../../api/services';
import type { BulkAct, BulkResults, Case, CaseAction, CaseResult, DepartmentOfficer, QueueFigures, ResultWords, Show, SigningLine, SigningRequest } from '../../api/shapes';

export interface QueuePage {
  items: Case[];
  next: string | null;
}

/** What of a queue is asked for; what is left out asks nothing. */
export interface Asked {
  show?: Show;
  holder?: string;
  channel?: string;
  q?: string;
}

export const readQueue = async (
  unit: string,
  department: string,
  asked: Asked,
  signal: AbortSignal,
  after?: string,
): Promise<QueuePage> => {
  const page = await body(
    processing.GET('/api/processing/departments/{department}/cases', {
      params: { path: { department }, query: { unit, ...asked, after, limit: 50 } },
      signal,
    }),
  );
  return { items: page.items, next: page.next ?? null };
};

/** How many cases lie in each part of a queue. */
export const readFigures = (unit: string, department: string, signal: AbortSignal): Promise<QueueFigures> =>
  body(processing.GET('/api/processing/departments/{department}/figures', { params: { path: { department }, query: { unit } }, signal }));

/** What lies before the approver in all own units, the earliest due first. */
export const readProposals = async (signal: AbortSignal, after?: string): Promise<QueuePage> => {
  const page = await body(processing.GET('/api/processing/proposals', { params: { query: { after, limit: 50 } }, signal }));
  return { items: page.items, next: page.next ?? null };
};

/** To whom the director may give a case of a department, seen last first. */
export const readOfficers = async (unit: string, department: string, signal: AbortSignal): Promise<DepartmentOfficer[]> =>
  (
    await body(
      processing.GET('/api/processing/departments/{unit}/{department}/officers', {
        params: { path: { unit, department }, query: { limit: 100 } },
        signal,
      }),
    )
  ).items;

export const readCase = (id: string, signal: AbortSignal): Promise<Case> =>
  body(processing.GET('/api/processing/cases/{id}', { params: { path: { id } }, signal }));

/** One act on a case, on the revision the officer has seen. */
export const actOnCase = (seen: Case, action: CaseAction, key: string): Promise<Case> =>
  body(
    processing.POST('/api/processing/cases/{id}/actions', {
      params: { path: { id: seen.id } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${seen.revision}"` },
      body: action,
    }),
  );

/**
 * Numbers, signs and issues as one act, on the revision the officer has seen.
 *
 * @param signing made here: the same again is the same signing
 */
export const signCase = (seen: Case, request: SigningRequest, signing: string): Promise<SigningLine> =>
  body(
    processing.PUT('/api/processing/cases/{id}/signings/{signing}', {
      params: { path: { id: seen.id, signing } },
      headers: { 'If-Match': `"${seen.revision}"` },
      body: request,
    }),
  );

/** How often the results of a case were signed, newest first. */
export const readSignings = async (id: string, signal: AbortSignal): Promise<SigningLine[]> =>
  (await body(processing.GET('/api/processing/cases/{id}/signings', { params: { path: { id } }, signal }))).items;

/** The words of the draft, or what the template suggests. */
export const readWords = (id: string): Promise<ResultWords> =>
  body(processing.GET('/api/processing/cases/{id}/result/words', { params: { path: { id } } }));

/** Makes the draft of the result from these words. */
export const composeResult = (seen: Case, text: ResultWords): Promise<CaseResult> =>
  body(
    processing.PUT('/api/processing/cases/{id}/result/words', {
      params: { path: { id: seen.id }, query: { fence: seen.holder?.fence ?? undefined } },
      headers: { 'If-Match': `"${seen.revision}"` },
      body: text,
    }),
  );

/** Uploads the file of a result. */
export const uploadResult = (seen: Case, result: File): Promise<CaseResult> =>
  body(
    processing.PUT('/api/processing/cases/{id}/result', {
      params: { path: { id: seen.id }, query: { fence: seen.holder?.fence ?? undefined } },
      headers: { 'If-Match': `"${seen.revision}"`, 'Content-Type': result.type || 'application/octet-stream' },
      body: result as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  );

/** Claims the most urgent case nobody holds; null where none is free. */
export const claimNext = (unit: string, department: string, key: string): Promise<Case | null> =>
  bodyOrNothing(
    processing.POST('/api/processing/departments/{department}/next', {
      params: { path: { department } },
      headers: { 'Idempotency-Key': key },
      body: { unit },
    }),
  );

/** The same act on many cases, each on the revision the officer has seen; a result for each. */
export const actOnMany = (seen: Case[], act: BulkAct, key: string): Promise<BulkResults> =>
  body(
    processing.POST('/api/processing/cases/bulk', {
      headers: { 'Idempotency-Key': key },
      body: {
        ...act,
        items: seen.map((one) => ({ id: one.id, ifMatch: `"${one.revision}"`, fence: one.holder?.fence ?? undefined })),
      },
    }),
  );

/** Gives back all that the officer holds in their department, as far as it can be done now. */
export async function giveBackAll(unit: string, department: string): Promise<void> {
  const mine = (await readQueue(unit, department, { show: 'MINE' }, AbortSignal.timeout(3_000))).items;
  const free = mine.filter((one) => one.allowedActions.includes('RELEASE'));
  if (free.length > 0) await actOnMany(free, { action: 'RELEASE' }, crypto.randomUUID());
}
