import { body, processing } from '../../api/services';
import type { AnswerKind, AttachmentKind, Case, DraftOffer, Escalation, Examination, Opinion, RoutingPreview, RoutingRule, RoutingSet, Stay } from '../../api/shapes';

// What stands beside a case: its examination, opinions, what was raised of it, and the rules that route.

/** What is examined in a case and what was found. */
export const readExamination = (id: string, signal: AbortSignal): Promise<Examination> =>
  body(processing.GET('/api/processing/cases/{id}/examination', { params: { path: { id } }, signal }));

/** Puts a file of the department beside the case it holds. */
export const attachFile = (seen: Case, kind: AttachmentKind, file: File): Promise<unknown> =>
  body(
    processing.PUT('/api/processing/cases/{id}/examination/attachments', {
      params: { path: { id: seen.id }, query: { fence: seen.holder?.fence ?? 0, kind } },
      headers: { 'If-Match': `"${seen.revision}"`, 'Content-Type': file.type || 'application/octet-stream' },
      body: file as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  );

/** What a case asked other departments. */
export const readOpinions = async (id: string, signal: AbortSignal): Promise<Opinion[]> =>
  (await body(processing.GET('/api/processing/opinions/of-case/{case}', { params: { path: { case: id } }, signal }))).items;

/** The case of a dossier; null where there is none to see. */
export const readCaseOf = async (dossier: string, signal: AbortSignal): Promise<Case | null> =>
  (await body(processing.GET('/api/processing/cases', { params: { query: { dossier } }, signal }))).items[0] ?? null;

/** The drafts that were offered to the person, newest first. */
export const readDrafts = async (id: string, signal: AbortSignal): Promise<DraftOffer[]> =>
  (await body(processing.GET('/api/processing/cases/{id}/drafts', { params: { path: { id } }, signal }))).items;

/** What a department still owes others, the earliest date first; or what is over, asked last first. */
export const readAskedOf = async (unit: string, department: string, signal: AbortSignal, closed = false): Promise<Opinion[]> =>
  (await body(processing.GET('/api/processing/opinions', { params: { query: { unit, department, closed, limit: 50 } }, signal }))).items;

/** Own cases that another unit has or had, or cases of other units here; given last first. */
export const readStays = async (unit: string, side: 'GIVEN' | 'TAKEN', signal: AbortSignal): Promise<Stay[]> =>
  (await body(processing.GET('/api/processing/hand-overs', { params: { query: { unit, side, limit: 50 } }, signal }))).items;

/** Answers for the department that was asked; once. */
export const answerOpinion = (seen: Opinion, kind: AnswerKind, text: string, key: string): Promise<Opinion> =>
  body(
    processing.POST('/api/processing/opinions/{id}/answer', {
      params: { path: { id: seen.id } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${seen.revision}"` },
      body: { kind, text },
    }),
  );

/** Puts a file to an answer that is not given yet. */
export const attachAnswer = (seen: Opinion, file: File): Promise<Opinion> =>
  body(
    processing.PUT('/api/processing/opinions/{id}/file', {
      params: { path: { id: seen.id } },
      headers: { 'If-Match': `"${seen.revision}"`, 'Content-Type': file.type || 'application/octet-stream' },
      body: file as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  );

/** What the watch raised to the officer in a unit. */
export const readEscalations = async (unit: string, signal: AbortSignal): Promise<Escalation[]> =>
  (await body(processing.GET('/api/processing/escalations', { params: { query: { unit, limit: 50 } }, signal }))).items;

/** Says that one knows. */
export const acknowledge = (seen: Escalation, key: string): Promise<Escalation> =>
  body(
    processing.POST('/api/processing/escalations/{id}/acknowledgement', {
      params: { path: { id: seen.id } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${seen.revision}"` },
    }),
  );

/** All versions of a unit's routing rules, the newest first. */
export const readRouting = async (unit: string, signal: AbortSignal): Promise<RoutingSet[]> =>
  (await body(processing.GET('/api/processing/units/{unit}/routing', { params: { path: { unit } }, signal }))).items;

export const draftRouting = (unit: string, rules: RoutingRule[], revision: number): Promise<RoutingSet> =>
  body(
    processing.PUT('/api/processing/units/{unit}/routing/draft', {
      params: { path: { unit } },
      headers: { 'If-Match': `"${revision}"` },
      body: { rules },
    }),
  );

/** What the draft would have done with the cases that are open now. */
export const previewRouting = (unit: string): Promise<RoutingPreview> =>
  body(processing.GET('/api/processing/units/{unit}/routing/draft/preview', { params: { path: { unit } } }));

export const activateRouting = (unit: string, revision: number, key: string): Promise<RoutingSet> =>
  body(
    processing.POST('/api/processing/units/{unit}/routing/draft/activation', {
      params: { path: { unit } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` },
    }),
  );
