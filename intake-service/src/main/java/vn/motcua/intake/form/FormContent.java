package vn.motcua.intake.form;

import vn.motcua.intake.deadline.Limit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an official form says, as it stood when it was issued (field lists of Circular 03/2025, Annex I).
 *
 * @param submitter null where the owner came in person
 * @param items the papers handed in (form 01) or to be completed (form 02); empty for the others
 * @param term null where the form speaks of no date (02, 03, 05)
 * @param money null where the form speaks of none
 * @param reason null where none is given (01)
 * @param further null unless it asks for papers once more (02)
 * @param signer who issues it, in official capacity
 * @param issuedAt the acting instant
 */
public record FormContent(
        About about,
        Party owner,
        Party submitter,
        List<Item> items,
        Term term,
        Money money,
        Reason reason,
        Further further,
        Signer signer,
        Instant issuedAt) {
    /**
     * The dossier the form belongs to.
     *
     * @param code null before receipt
     * @param receivingUnit the unit whose number the form carries
     * @param returnMode COUNTER, ELECTRONIC or POST
     * @param language vi or en; an official form is Vietnamese, en adds the English line under each label
     */
    public record About(
            UUID dossierId,
            String reference,
            String code,
            String procedureCode,
            int procedureVersion,
            String receivingUnit,
            String returningUnit,
            String returnMode,
            String language) {}

    /** A person or organisation; everything but the name may be null. */
    public record Party(String name, String identifier, String address, String phone, String email) {}

    /**
     * One numbered line.
     *
     * @param name in the language of the form
     * @param presentedAs ORIGINAL, CERTIFIED, COPY, DIGITAL or null
     * @param reason why it is to be completed (form 02), else null
     * @param copied how much of an original is copied, else null
     */
    public record Item(String component, String name, String presentedAs, int quantity, String reason, Copied copied) {}

    /** Pages of one original and copies of it. */
    public record Copied(int pages, int copies) {}

    /**
     * The clock of forms 01 and 04.
     *
     * @param limit null where the date was agreed without one
     * @param due null where no date is promised
     * @param originalDue the date that form 01 promised
     */
    public record Term(Limit limit, Instant receivedAt, Instant due, Instant originalDue, boolean provisional) {}

    /** The fee; the total is null where it is not established, which is not free. */
    public record Money(Long totalVnd, boolean paid) {}

    /** Why: the code of the ground and what the officer wrote. */
    public record Reason(String code, String text) {}

    /** A supplement request after the first: which it is and the ground the law gives for it, the provision in words where an officer wrote it. */
    public record Further(int request, String groundCode, String ground) {}

    /** The officer who signs. */
    public record Signer(String subject, String name, String title) {}
}
