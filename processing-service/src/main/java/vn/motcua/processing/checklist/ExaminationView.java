package vn.motcua.processing.checklist;

import java.time.Instant;
import java.util.List;

/**
 * The examination of a case: what is to be examined, what was found, what was noted. Instants are UTC.
 *
 * @param returnBy until when the department can return an incomplete dossier in time
 * @param items in the order of the version the dossier was received under
 * @param notes newest first, at most 100
 * @param attachments newest first, at most 50
 */
record ExaminationView(
        String procedureCode,
        int procedureVersion,
        Instant returnBy,
        List<ItemView> items,
        List<NoteView> notes,
        List<Attachment> attachments) {

    /**
     * One item with its newest finding.
     *
     * @param answer null while nothing was found
     * @param findings how often something was found of it
     */
    record ItemView(
            String id,
            ChecklistItem.Kind kind,
            String text,
            ChecklistAnswer answer,
            String note,
            String by,
            Instant at,
            int findings) {}

    record NoteView(String text, String by, Instant at) {}
}
