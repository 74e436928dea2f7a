package vn.motcua.intake.register;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What of the register is looked at; all that is given must fit, and what is null asks nothing. No term of a person: these stand in
 * addresses and in saved views.
 *
 * @param code a whole code, a reference, or the end of a code: its running number, with or without zeros, and what stands before it
 * @param procedure a procedure's code, or words of its name in a row, with or without diacritics
 * @param receivedFrom first legal day of receipt
 * @param receivedTo last legal day of receipt
 * @param dueFrom earliest due date; what is paused or ended has none that runs
 * @param dueBefore due dates before this instant
 * @param punctuality how it ended against its date
 * @param unit one of the reader's units, by id or name; a former unit stands for its equivalent
 * @param involving a unit that receives, decides or returns, likewise
 * @param department of the competent unit
 * @param holder account of the officer who holds the case, or {@code nobody} where it waits to be taken; of the reader's units as the
 *     competent ones
 */
public record RegisterFilters(
        @Size(min = 1, max = 60) String code,
        Stage stage,
        @Size(min = 2, max = 200) String procedure,
        Channel channel,
        LocalDate receivedFrom,
        LocalDate receivedTo,
        Instant dueFrom,
        Instant dueBefore,
        Punctuality punctuality,
        @Size(min = 2, max = 100) String unit,
        @Size(min = 2, max = 100) String involving,
        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String department,
        @Pattern(regexp = RegisterFilters.ACCOUNT) String holder) {
    /** As accounts are named; {@value #NOBODY} stands for none. */
    static final String ACCOUNT = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}";

    static final String NOBODY = "nobody";
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    static final RegisterFilters NONE =
            new RegisterFilters(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @throws ProblemException where a day lies outside what a register can hold, or ends before it begins */
    RegisterFilters checked() {
        within("/receivedFrom", receivedFrom);
        within("/receivedTo", receivedTo);
        within("/dueFrom", dueFrom == null ? null : day("/dueFrom", dueFrom));
        within("/dueBefore", dueBefore == null ? null : day("/dueBefore", dueBefore));
        if (receivedFrom != null && receivedTo != null && receivedTo.isBefore(receivedFrom)) {
            throw invalid("/receivedTo", receivedFrom + "...");
        }
        return this;
    }

    boolean byDue() {
        return dueFrom != null || dueBefore != null;
    }

    /** First instant of receipt that fits, or null. */
    Instant receivedSince() {
        return receivedFrom == null
                ? null
                : receivedFrom.atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** First instant of receipt that fits no more, or null. */
    Instant receivedUntil() {
        return receivedTo == null
                ? null
                : receivedTo.plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private static LocalDate day(String pointer, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.getEpochSecond() > 253_402_300_799L) {
            throw invalid(pointer, FIRST_DAY + "..." + LAST_DAY);
        }
        return LegalTime.date(at);
    }

    private static void within(String pointer, LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            throw invalid(pointer, FIRST_DAY + "..." + LAST_DAY);
        }
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(Problems.VALIDATION).violation(pointer, message);
    }
}
