import { body, processing } from '../../api/services';
import type { Case, CaseAction, CaseResult, DepartmentOfficer } from '../../api/shapes';
import { Problem } from '../../api/problem';

export interface QueuePage {
  items: Case[];
  next: string | null;
}

export const readQueue = async (
  unit: string,
  department: string,
  signal: AbortSignal,
  after?: string,
): Promise<QueuePage> => {
  const page = await body(
    processing.GET('/api/processing/departments/{department}/cases', {
      params: { path: { department }, query: { unit, after, limit: 50 } },
      signal,
    }),
  );
  return { items: page.items, next: page.next ?? null };
};

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

/**
 * Claims the most urgent case nobody holds. Somebody else may be faster: then the next one is tried.
 *
 * @returns the claimed case, or null where none is free
 */
export async function claimNext(free: Case[], key: () => string): Promise<Case | null> {
  for (const one of free.slice(0, 5)) {
    try {
      return await actOnCase(one, { action: 'CLAIM' }, key());
    } catch (error) {
      if (!(error instanceof Problem && error.overtaken)) throw error;
    }
  }
  return null;
}

/** Cases nobody holds, in the queue's order. */
export const freeOnes = (items: Case[]): Case[] =>
  items.filter((one) => one.holder === null && one.state === 'OPEN' && one.allowedActions.includes('CLAIM'));
