package vn.motcua.notification.notice;

import java.time.Instant;
import java.util.UUID;

/** One notice of a department's inbox; the dossier's particulars come from the other services by its id. */
record Notice(long seq, NoticeKind kind, String unit, String department, UUID caseId, UUID dossierId, Instant at) {}
