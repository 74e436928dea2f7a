package vn.motcua.processing.draft;

/**
 * What was said about a draft.
 *
 * @param fault null where the person agrees
 * @param text what is wrong in the person's words; null where they agree
 * @param how null unless the desk wrote it down
 * @param officer account of the officer at the desk; null for the person and for silence
 */
public record DraftAnswer(SaidBy by, DraftFault fault, String text, SaidHow how, String officer, String officerName) {
    public static final DraftAnswer SILENCE = new DraftAnswer(SaidBy.SILENCE, null, null, null, null, null);

    /** @param fault null: the person agrees */
    public static DraftAnswer ofPerson(DraftFault fault, String text) {
        return new DraftAnswer(SaidBy.PERSON, fault, text, null, null, null);
    }

    boolean agrees() {
        return fault == null;
    }
}
