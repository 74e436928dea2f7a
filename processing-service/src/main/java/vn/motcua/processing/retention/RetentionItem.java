package vn.motcua.processing.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.util.UUID;

/** The files of one case in a report, as they were counted. */
record RetentionItem(
        UUID report,
        int position,
        UUID caseId,
        String code,
        String number,
        RetentionKind kind,
        int ruleVersion,
        LocalDate since,
        LocalDate until,
        int files,
        long bytes) {

    /** What became of it. */
    @Schema(name = "RetentionItemState")
    enum State {
        LISTED,
        DESTROYED,
        KEPT
    }

    /** @return why it stays now; null where it stands as it was counted and may be destroyed */
    KeptBecause now(KeptFiles found, KeptFiles.Verdict verdict) {
        if (!verdict.due()) {
            return verdict.because();
        }
        if (!verdict.rule().is(kind, ruleVersion)) {
            return KeptBecause.RULE_CHANGED;
        }
        return found.files() == files && found.bytes() == bytes ? null : KeptBecause.FILES_CHANGED;
    }
}
